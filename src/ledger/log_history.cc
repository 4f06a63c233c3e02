#include "ledger/log_history.h"

#include <fmt/format.h>

#include "governance/register.h"
#include "ledger/checked_entries.h"
#include "merkle/proof.h"

namespace jumelage::ledger {
namespace {

template <class T>
T or_fault(Result<T> read, std::string_view what) {
  if (read) return std::move(read).value();
  throw governance::RegisterFault(fmt::format("{} cannot be read: {}", what, read.error().message()));
}

}  // namespace

event::Entry LogHistory::entry(std::uint64_t position) const {
  const auto bytes = or_fault(stores_.log.read(txn_, EntryIndex{position}), "an earlier entry");
  if (!bytes) throw governance::RegisterFault(fmt::format("there is no entry {}", position));
  return or_fault(CheckedEntries(stores_, txn_).entry(EntryIndex{position}, *bytes), "an earlier entry");
}

Bytes LogHistory::act(std::uint64_t position) const {
  const auto found = entry(position);
  const ByteView body = found.sealed.act().bytes();
  return {body.begin(), body.end()};
}

UnixMillis LogHistory::sequenced_at(std::uint64_t position) const {
  return entry(position).sequenced_at;
}

Digest LogHistory::root(std::uint64_t size) const {
  const store::StoredTiles tiles(stores_.tree, txn_);
  return or_fault(merkle::root_at(merkle::TileNodes(tiles), TreeSize{size}), "an earlier root");
}

}  // namespace jumelage::ledger
