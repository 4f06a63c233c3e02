#include "store/log.h"

#include <fmt/format.h>
#include <sys/mman.h>

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
  if (entry.size() > kMaxStoredBytes)
    return Error(StoreError::kTooLarge,
                 fmt::format("an entry of {} bytes; at most {} are possible", entry.size(), kMaxStoredBytes));
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
    return Error(
        StoreError::kDamaged,
        fmt::format("the log holds {} entries and yet one beyond; keep a copy of the folder and go back to a backup",
                    size.value));
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

namespace {

constexpr std::uintptr_t kReadAheadBytes = 4U << 20;
constexpr std::uintptr_t kPageBytes = 4096;

}  // namespace

// The environment is opened without read-ahead, which suits a look here and there; a walk through a log that isn't in
// memory would wait for the disk at each page. Entries lie in the file about as they were appended.
void LogCursor::read_ahead(ByteView entry) {
  const auto at = reinterpret_cast<std::uintptr_t>(entry.data());
  if (at >= asked_from_ && at < asked_to_) return;
  asked_from_ = at / kPageBytes * kPageBytes;
  asked_to_ = asked_from_ + kReadAheadBytes;
  // Advice: whether it is taken changes nothing but the time.
  (void)::madvise(reinterpret_cast<void*>(asked_from_), kReadAheadBytes, MADV_WILLNEED);
}

LogCursor::LogCursor(const Log& log, const Transaction& txn, EntryIndex from)
    : log_(log), txn_(&txn), next_(from.value) {}

Result<std::optional<LogCursor::Entry>> LogCursor::next() {
  JUMELAGE_TRY(const std::optional<ByteView> bytes, log_.read(*txn_, EntryIndex{next_}));
  if (bytes) {
    read_ahead(*bytes);
    return std::optional(Entry{EntryIndex{next_++}, *bytes});
  }
  JUMELAGE_TRY(const TreeSize size, log_.size(*txn_));
  if (next_ < size.value)
    return Error(
        StoreError::kDamaged,
        fmt::format("entry {} of {} is missing from the log; keep a copy of the folder and go back to a backup", next_,
                    size.value));
  return std::optional<Entry>();
}

}  // namespace jumelage::store
