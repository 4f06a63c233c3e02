#include "ledger/sequencing.h"

#include <fmt/format.h>

#include "ledger/checked_entries.h"
#include "ledger/ledger_error.h"

namespace jumelage::ledger {

Result<UnixMillis> last_sequenced_at(const Stores& stores, const store::Transaction& txn, TreeSize size) {
  if (size.value == 0) return UnixMillis{0};
  JUMELAGE_TRY(const auto last, stores.log.read(txn, EntryIndex{size.value - 1}));
  if (!last) return Error(LedgerError::kDamaged, "the last entry of the log is missing");
  JUMELAGE_TRY(const auto entry, CheckedEntries(stores, txn).entry(EntryIndex{size.value - 1}, *last));
  return entry.sequenced_at;
}

Result<void> check_clock(UnixMillis last, UnixMillis now) {
  if (last <= now + kMostClockBehind_ms) return ok();
  return Error(
      LedgerError::kClockBehind,
      fmt::format("nothing was recorded: the last entry of the ledger says {}, this machine's clock {}. Set the "
                  "clock right. If the clock is right and the ledger's last time is wrong, go on with "
                  "--clock-behind: time then stands still in the ledger until the clock has caught up",
                  format_utc(last), format_utc(now)));
}

}  // namespace jumelage::ledger
