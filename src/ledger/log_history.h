// What stands in the log, for the rules that look back (governance/history.h).
#pragma once

#include "event/entry.h"
#include "governance/history.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

// Reads through a transaction that must outlive it; what a write transaction has stored itself is seen.
class LogHistory final : public governance::History {
 public:
  LogHistory(const Stores& stores, const store::Transaction& txn) : stores_(stores), txn_(txn) {}

  Bytes act(std::uint64_t position) const override;
  UnixMillis sequenced_at(std::uint64_t position) const override;
  Digest root(std::uint64_t size) const override;

 private:
  event::Entry entry(std::uint64_t position) const;

  const Stores& stores_;
  const store::Transaction& txn_;
};

}  // namespace jumelage::ledger
