// The time that the ledger gives to an entry: the machine's, and never before that of the entry before it.
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

// Clocks of one machine are set back by seconds, at most by minutes; more than that is a mistake, now or earlier.
inline constexpr UnixMillis kMostClockBehind_ms = 5 * 60 * 1000;

// The time of the last entry; 0 in an empty log.
Result<UnixMillis> last_sequenced_at(const Stores& stores, const store::Transaction& txn, TreeSize size);

// kClockBehind when the last entry is further ahead of the clock than can be. Without this a clock that stands at 1970
// would give every act the last entry's time, and nobody would notice.
Result<void> check_clock(UnixMillis last, UnixMillis now);

}  // namespace jumelage::ledger
