// Making the register again from the log.
#pragma once

#include "base/result.h"
#include "ledger/log_check.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

// Brings the register to the end of the log, from wherever it stands: a no-op when it is there already, the whole log
// when it is of another version. Commits every kReplayChunk entries, so an interrupted replay goes on where it stopped.
// Errors: kDamaged where an entry is not what the tree holds for it; kRulesDisagree where the rules refuse a recorded
// act or give it another number; the store's.
Result<void> catch_up_register(Stores& stores, const ReplayProgress& progress = {});

// kIncomplete unless the register, as this transaction sees it, is of this version and stands at the end of the log.
Result<void> expect_complete_register(const Stores& stores, const store::Transaction& txn);

// The whole register anew, once check_log() finds nothing wrong with the log: until then the old one stays. It is
// replaced by the first kReplayChunk entries of the new one in one transaction, so that a log of no more than those
// never has half a register, whatever happens.
Result<void> rebuild_register(Stores& stores, const ReplayProgress& progress = {}, const LogCheck& check = {});

// Cuts the log and the tree back to `size` and makes the register of that size. Once this returns well, everything
// from `size` on is gone; after a crash half-way, opening the ledger finishes it. Never below 1: a founding stays.
// Nothing is cut off when what is left is not what was recorded (check_log).
Result<void> truncate(Stores& stores, TreeSize size, const ReplayProgress& progress = {});

inline constexpr std::uint64_t kReplayChunk = 65'536;

}  // namespace jumelage::ledger
