// Sorted byte tables, and a few named values. Keys order as unsigned bytes; write integers big-endian in them.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/bytes.h"
#include "store/environment.h"

namespace jumelage::store {

inline constexpr std::size_t kMaxKeyBytes = 511;         // LMDB's own limit; a key has at least one byte
inline constexpr std::size_t kMaxValueBytes = 1U << 20;  // above about 2,000 bytes a value takes whole pages of 4,096

// Borrowed from the transaction (transaction.h).
struct Row {
  ByteView key;
  ByteView value;
};

// Return false to stop. It may read through the same transaction, but not write.
using RowVisitor = std::function<bool(const Row&)>;

// Stateless but for the environment, which must outlive it. Share between threads.
// Errors everywhere: kTooLarge (key or value), kDamaged or kUnreadable (file); from changes also kNoSpace.
class Tables {
 public:
  explicit Tables(const Environment& environment) : environment_(&environment) {}

  Result<std::optional<ByteView>> get(const Transaction& txn, TableId table, ByteView key) const;
  // The row with the greatest key that is not above `key`.
  Result<std::optional<Row>> floor(const Transaction& txn, TableId table, ByteView key) const;
  // The row with the least key that is not below `key`.
  Result<std::optional<Row>> ceiling(const Transaction& txn, TableId table, ByteView key) const;
  Result<std::uint64_t> count(const Transaction& txn, TableId table) const;  // costs nothing

  // Upwards from the least key not below `from`; an empty `from` is the beginning.
  Result<void> scan(const Transaction& txn, TableId table, ByteView from, const RowVisitor& visit) const;
  // Upwards through the keys that begin with `prefix`.
  Result<void> scan_prefix(const Transaction& txn, TableId table, ByteView prefix, const RowVisitor& visit) const;
  // Downwards from the greatest key not above `from`; an empty `from` is the end.
  Result<void> scan_back(const Transaction& txn, TableId table, ByteView from, const RowVisitor& visit) const;

  // Inserts or replaces. Rows that arrive in rising order of keys fill pages to 90 % or more.
  Result<void> put(WriteTransaction& txn, TableId table, ByteView key, ByteView value) const;
  // True when there was such a row.
  Result<bool> erase(WriteTransaction& txn, TableId table, ByteView key) const;
  Result<void> clear(WriteTransaction& txn, TableId table) const;

 private:
  const Environment* environment_;
};

// Small named values: the latest checkpoint, how far each projection got. Names beginning "store." are the store's.
class Meta {
 public:
  explicit Meta(const Environment& environment) : dbi_(environment.meta_dbi()) {}

  Result<std::optional<ByteView>> get(const Transaction& txn, std::string_view name) const;
  Result<void> put(WriteTransaction& txn, std::string_view name, ByteView value) const;
  Result<void> erase(WriteTransaction& txn, std::string_view name) const;

 private:
  Dbi dbi_;
};

}  // namespace jumelage::store
