// The log as it would be after some acts more: for acts that follow each other and are judged before any is recorded.
#pragma once

#include <vector>

#include "governance/history.h"

namespace jumelage::ledger {

// Roots over the acts ahead are not known before these are sealed into entries, so none is said to be one.
class AheadHistory final : public governance::History {
 public:
  // `below` must outlive this; it holds `size` entries.
  AheadHistory(const governance::History& below, std::uint64_t size) : below_(below), size_(size) {}

  Bytes act(std::uint64_t position) const override;
  UnixMillis sequenced_at(std::uint64_t position) const override;
  Digest root(std::uint64_t size) const override;

  void add(ByteView act, UnixMillis sequenced_at);

 private:
  struct Ahead {
    Bytes act;
    UnixMillis sequenced_at;
  };
  const governance::History& below_;
  std::uint64_t size_;
  std::vector<Ahead> ahead_;
};

}  // namespace jumelage::ledger
