// The append-only log: stored entries by index, 0, 1, 2 ... without a gap. What the bytes mean is not known here.
#pragma once

#include <optional>

#include "base/bytes.h"
#include "base/ids.h"
#include "store/environment.h"

namespace jumelage::store {

// Room for the longest entry however it is encoded (event/packed.h).
inline constexpr std::size_t kMaxStoredBytes = 96 * 1024;

// Stateless: copy freely, share between threads.
class Log {
 public:
  explicit Log(const Environment& environment) : dbi_(environment.log_dbi()) {}

  // How many entries. Costs nothing.
  Result<TreeSize> size(const Transaction& txn) const;

  // Errors: kOutOfOrder unless `index` is size(); kTooLarge; kNoSpace.
  Result<void> append(WriteTransaction& txn, EntryIndex index, ByteView entry) const;

  // Nothing: beyond the end. Borrowed from the transaction (transaction.h). Reading in order is the fast way.
  Result<std::optional<ByteView>> read(const Transaction& txn, EntryIndex index) const;

  // Removes the entries at `size` and after. A size beyond the end changes nothing.
  Result<void> truncate(WriteTransaction& txn, TreeSize size) const;

 private:
  Dbi dbi_;
};

// Walks the log forward, and has what comes next read from the disk meanwhile. Holds no resource; `txn` must outlive it
// and not be moved.
class LogCursor {
 public:
  LogCursor(const Log& log, const Transaction& txn, EntryIndex from);

  struct Entry {
    EntryIndex index;
    ByteView bytes;  // borrowed from the transaction
  };
  // Nothing: the end as it was when the cursor was made. kDamaged: an entry before that end is missing.
  Result<std::optional<Entry>> next();

 private:
  void read_ahead(ByteView entry);

  Log log_;
  const Transaction* txn_;
  std::uint64_t next_;
  std::uintptr_t asked_from_ = 0;  // what the system was asked to have ready
  std::uintptr_t asked_to_ = 0;
};

}  // namespace jumelage::store
