#include "store/log.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/lmdb_values.h"

namespace jumelage::store {

Result<TreeSize> Log::size(const Transaction& txn) const {
  MDB_stat stat{};
  if (const int status = mdb_stat(txn.handle(), dbi_, &stat); status != MDB_SUCCESS)
    return lmdb_error(status, "read the log's size");
  return TreeSize{stat.ms_entries};
}

Result<void> Log::append(WriteTransaction& txn, EntryIndex index, ByteView entry) const {
  if (entry.size() > kMaxEntryBytes)
    return Error(StoreError::kTooLarge,
                 fmt::format("an entry of {} bytes; at most {} are possible", entry.size(), kMaxEntryBytes));
  JUMELAGE_TRY(const TreeSize size, this->size(txn));
  if (index.value != size.value)
    return Error(StoreError::kOutOfOrder,
                 fmt::format("entry {} cannot be appended to a log of {} entries", index.value, size.value));
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi_));
  std::uint64_t number = index.value;
  MDB_val key = to_integer_key(number);
  MDB_val value = to_value(entry);
  const int status = mdb_cursor_put(cursor, &key, &value, MDB_APPEND);
  if (status == MDB_KEYEXIST)
    return Error(StoreError::kDamaged,
                 fmt::format("the log holds {} entries and yet one beyond; run an audit", size.value));
  if (status != MDB_SUCCESS) return lmdb_error(status, "append to the log");
  return ok();
}

Result<std::optional<ByteView>> Log::read(const Transaction& txn, EntryIndex index) const {
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi_));
  std::uint64_t number = index.value;
  MDB_val key = to_integer_key(number);
  MDB_val value{};
  const int status = mdb_cursor_get(cursor, &key, &value, MDB_SET);
  if (status == MDB_NOTFOUND) return std::optional<ByteView>();
  if (status != MDB_SUCCESS) return lmdb_error(status, "read the log");
  return std::optional(to_view(value));
}

Result<void> Log::truncate(WriteTransaction& txn, TreeSize size) const {
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi_));
  while (true) {
    MDB_val key{};
    MDB_val value{};
    int status = mdb_cursor_get(cursor, &key, &value, MDB_LAST);
    if (status == MDB_NOTFOUND) return ok();
    if (status != MDB_SUCCESS) return lmdb_error(status, "read the log");
    std::uint64_t last = 0;
    std::memcpy(&last, key.mv_data, std::min(key.mv_size, sizeof last));
    if (last < size.value) return ok();
    status = mdb_cursor_del(cursor, 0);
    if (status != MDB_SUCCESS) return lmdb_error(status, "shorten the log");
  }
}

LogCursor::LogCursor(const Log& log, const Transaction& txn, EntryIndex from)
    : log_(log), txn_(&txn), next_(from.value) {}

Result<std::optional<LogCursor::Entry>> LogCursor::next() {
  JUMELAGE_TRY(const std::optional<ByteView> bytes, log_.read(*txn_, EntryIndex{next_}));
  if (bytes) return std::optional(Entry{EntryIndex{next_++}, *bytes});
  JUMELAGE_TRY(const TreeSize size, log_.size(*txn_));
  if (next_ < size.value)
    return Error(StoreError::kDamaged,
                 fmt::format("entry {} of {} is missing from the log; run an audit", next_, size.value));
  return std::optional<Entry>();
}

}  // namespace jumelage::store
