// Whether the log is what was recorded, found out without changing anything.
#pragma once

#include <functional>

#include "ledger/stores.h"

namespace jumelage::ledger {

// Called now and then, and at the end, on the thread that waits for the work.
using ReplayProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

struct LogCheck {
  bool signatures = false;  // check each one again: some 13,000 a second and core
  ReplayProgress progress;
};

// The first `size` entries against their leaves, and the tree above them: no byte of them can have been changed by who
// did not make the whole tree anew. With signatures, also by whom: none can then have been changed by who does not
// hold the signers' keys. On every core; memory does not grow with the log.
// Errors: kDamaged, naming the first entry that is not what it was; merkle.damaged; kNeedsReopen after a fault of
// the program (no memory, say); the store's.
Result<void> check_log(const Stores& stores, TreeSize size, const LogCheck& how = {});

}  // namespace jumelage::ledger
