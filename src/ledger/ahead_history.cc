#include "ledger/ahead_history.h"

namespace jumelage::ledger {

Bytes AheadHistory::act(std::uint64_t position) const {
  return position < size_ ? below_.act(position) : ahead_.at(position - size_).act;
}

UnixMillis AheadHistory::sequenced_at(std::uint64_t position) const {
  return position < size_ ? below_.sequenced_at(position) : ahead_.at(position - size_).sequenced_at;
}

Digest AheadHistory::root(std::uint64_t size) const {
  return size <= size_ ? below_.root(size) : Digest{};
}

void AheadHistory::add(ByteView act, UnixMillis sequenced_at) {
  ahead_.push_back({Bytes(act.begin(), act.end()), sequenced_at});
}

}  // namespace jumelage::ledger
