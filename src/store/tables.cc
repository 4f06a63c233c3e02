#include "store/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "store/lmdb_values.h"

namespace jumelage::store {
namespace {

struct CloseCursor {
  void operator()(MDB_cursor* cursor) const { mdb_cursor_close(cursor); }
};
using OwnCursor = std::unique_ptr<MDB_cursor, CloseCursor>;

Result<void> check_key(ByteView key) {
  if (!key.empty() && key.size() <= kMaxKeyBytes) return ok();
  return Error(StoreError::kTooLarge,
               fmt::format("a key of {} bytes; from 1 to {} are possible", key.size(), kMaxKeyBytes));
}

Result<void> check_value(ByteView value) {
  if (value.size() <= kMaxValueBytes) return ok();
  return Error(StoreError::kTooLarge,
               fmt::format("a value of {} bytes; at most {} are possible", value.size(), kMaxValueBytes));
}

// The row a cursor move ends on, or nothing when it runs off the table.
Result<std::optional<Row>> move(MDB_cursor* cursor, MDB_cursor_op operation, ByteView from = {}) {
  MDB_val key = to_value(from);
  MDB_val value{};
  const int status = mdb_cursor_get(cursor, &key, &value, operation);
  if (status == MDB_NOTFOUND) return std::optional<Row>();
  if (status != MDB_SUCCESS) return lmdb_error(status, "read a table");
  return std::optional(Row{to_view(key), to_view(value)});
}

Result<std::optional<Row>> move_to_ceiling(MDB_cursor* cursor, ByteView key) {
  return key.empty() ? move(cursor, MDB_FIRST) : move(cursor, MDB_SET_RANGE, key);
}

Result<std::optional<Row>> move_to_floor(MDB_cursor* cursor, ByteView key) {
  JUMELAGE_TRY(const std::optional<Row> above, move(cursor, MDB_SET_RANGE, key));
  if (!above) return move(cursor, MDB_LAST);
  if (equal(above->key, key)) return above;
  return move(cursor, MDB_PREV);
}

// A scan keeps its place in a cursor of its own: its visitor may look up other rows of the same table.
Result<OwnCursor> own_cursor(const Transaction& txn, Dbi dbi) {
  MDB_cursor* cursor = nullptr;
  if (const int status = mdb_cursor_open(txn.handle(), dbi, &cursor); status != MDB_SUCCESS)
    return lmdb_error(status, "open a table");
  return OwnCursor(cursor);
}

Result<std::optional<ByteView>> get_value(const Transaction& txn, Dbi dbi, ByteView key) {
  JUMELAGE_TRY(check_key(key));
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi));
  JUMELAGE_TRY(const std::optional<Row> row, move(cursor, MDB_SET, key));
  return row ? std::optional(row->value) : std::nullopt;
}

// LMDB splits a full page well by itself when small rows arrive in rising order (within 3 % of full pages). Large ones
// leave it up to half empty, unless it is told that the key goes at the end of the table. It checks that before it
// changes anything; but the check costs a third of a put, so it is asked for only where it pays.
constexpr std::size_t kAppendPaysBytes = 256;

Result<void> put_value(WriteTransaction& txn, Dbi dbi, ByteView key, ByteView value) {
  JUMELAGE_TRY(check_key(key));
  JUMELAGE_TRY(check_value(value));
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi));
  MDB_val lmdb_key = to_value(key);
  MDB_val lmdb_value = to_value(value);
  int status = MDB_KEYEXIST;
  if (value.size() >= kAppendPaysBytes) status = mdb_cursor_put(cursor, &lmdb_key, &lmdb_value, MDB_APPEND);
  if (status == MDB_KEYEXIST) status = mdb_cursor_put(cursor, &lmdb_key, &lmdb_value, 0);
  if (status != MDB_SUCCESS) return lmdb_error(status, "write to a table");
  return ok();
}

Result<bool> erase_value(WriteTransaction& txn, Dbi dbi, ByteView key) {
  JUMELAGE_TRY(check_key(key));
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi));
  JUMELAGE_TRY(const std::optional<Row> row, move(cursor, MDB_SET, key));
  if (!row) return false;
  if (const int status = mdb_cursor_del(cursor, 0); status != MDB_SUCCESS)
    return lmdb_error(status, "erase from a table");
  return true;
}

}  // namespace

Result<std::optional<ByteView>> Tables::get(const Transaction& txn, TableId table, ByteView key) const {
  return get_value(txn, environment_->table_dbi(table), key);
}

Result<std::optional<Row>> Tables::floor(const Transaction& txn, TableId table, ByteView key) const {
  JUMELAGE_TRY(check_key(key));
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(environment_->table_dbi(table)));
  return move_to_floor(cursor, key);
}

Result<std::optional<Row>> Tables::ceiling(const Transaction& txn, TableId table, ByteView key) const {
  JUMELAGE_TRY(check_key(key));
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(environment_->table_dbi(table)));
  return move_to_ceiling(cursor, key);
}

Result<std::uint64_t> Tables::count(const Transaction& txn, TableId table) const {
  MDB_stat stat{};
  if (const int status = mdb_stat(txn.handle(), environment_->table_dbi(table), &stat); status != MDB_SUCCESS)
    return lmdb_error(status, "count a table's rows");
  return std::uint64_t{stat.ms_entries};
}

Result<void> Tables::scan(const Transaction& txn, TableId table, ByteView from, const RowVisitor& visit) const {
  if (!from.empty()) {
    JUMELAGE_TRY(check_key(from));
  }
  JUMELAGE_TRY(const OwnCursor cursor, own_cursor(txn, environment_->table_dbi(table)));
  JUMELAGE_TRY(std::optional<Row> row, move_to_ceiling(cursor.get(), from));
  while (row && visit(*row)) {
    JUMELAGE_TRY(row, move(cursor.get(), MDB_NEXT));
  }
  return ok();
}

Result<void> Tables::scan_prefix(const Transaction& txn, TableId table, ByteView prefix,
                                 const RowVisitor& visit) const {
  return scan(txn, table, prefix, [&](const Row& row) {
    return row.key.size() >= prefix.size() && equal(row.key.first(prefix.size()), prefix) && visit(row);
  });
}

Result<void> Tables::scan_back(const Transaction& txn, TableId table, ByteView from, const RowVisitor& visit) const {
  if (!from.empty()) {
    JUMELAGE_TRY(check_key(from));
  }
  JUMELAGE_TRY(const OwnCursor cursor, own_cursor(txn, environment_->table_dbi(table)));
  JUMELAGE_TRY(std::optional<Row> row, from.empty() ? move(cursor.get(), MDB_LAST) : move_to_floor(cursor.get(), from));
  while (row && visit(*row)) {
    JUMELAGE_TRY(row, move(cursor.get(), MDB_PREV));
  }
  return ok();
}

Result<void> Tables::put(WriteTransaction& txn, TableId table, ByteView key, ByteView value) const {
  return put_value(txn, environment_->table_dbi(table), key, value);
}

Result<bool> Tables::erase(WriteTransaction& txn, TableId table, ByteView key) const {
  return erase_value(txn, environment_->table_dbi(table), key);
}

Result<void> Tables::clear(WriteTransaction& txn, TableId table) const {
  if (const int status = mdb_drop(txn.handle(), environment_->table_dbi(table), 0); status != MDB_SUCCESS)
    return lmdb_error(status, "empty a table");
  return ok();
}

Result<std::optional<ByteView>> Meta::get(const Transaction& txn, std::string_view name) const {
  return get_value(txn, dbi_, as_bytes(name));
}

Result<void> Meta::put(WriteTransaction& txn, std::string_view name, ByteView value) const {
  return put_value(txn, dbi_, as_bytes(name), value);
}

Result<void> Meta::erase(WriteTransaction& txn, std::string_view name) const {
  JUMELAGE_TRY(erase_value(txn, dbi_, as_bytes(name)));
  return ok();
}

}  // namespace jumelage::store
