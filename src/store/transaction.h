// A consistent view of everything stored, and the all-or-nothing change of it.
//
// Whatever is read through a transaction is borrowed from the mapped file: it is valid until the transaction ends,
// and in a write transaction only until the next change made through it. Values are not aligned to words.
// A transaction is used by one thread at a time; a write transaction by the thread that began it.
#pragma once

#include <utility>
#include <vector>

#include "base/result.h"
#include "store/store_error.h"

struct MDB_txn;
struct MDB_cursor;

namespace jumelage::store {

class Environment;
using Dbi = unsigned int;  // LMDB's number for a named database

class Transaction {
 public:
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // For this module. The cursor belongs to the transaction, one for each database, opened at first use and kept:
  // a lookup near the last one costs no walk from the root.
  MDB_txn* handle() const { return txn_; }
  Result<MDB_cursor*> cursor(Dbi dbi) const;

 protected:
  explicit Transaction(MDB_txn* txn) : txn_(txn) {}
  Transaction(Transaction&& other) noexcept
      : txn_(std::exchange(other.txn_, nullptr)), cursors_(std::move(other.cursors_)) {}
  ~Transaction() = default;

  MDB_txn* txn_;  // null once ended or moved from
  mutable std::vector<MDB_cursor*> cursors_;
};

class ReadTransaction : public Transaction {
 public:
  ReadTransaction(ReadTransaction&&) noexcept = default;
  ReadTransaction& operator=(ReadTransaction&& other) noexcept;
  ~ReadTransaction() { end(); }

 private:
  friend class Environment;
  explicit ReadTransaction(MDB_txn* txn) : Transaction(txn) {}
  void end();
};

class WriteTransaction : public Transaction {
 public:
  WriteTransaction(WriteTransaction&& other) noexcept
      : Transaction(std::move(other)), environment_(other.environment_) {}
  WriteTransaction& operator=(WriteTransaction&&) = delete;
  ~WriteTransaction() { abort(); }

  // When this returns well, everything written is on disk. The transaction has ended in any case. Errors:
  //   kNoSpace         nothing was recorded; later transactions may succeed when there is room.
  //   kWriteFailed     nothing was recorded; the environment must be reopened before writing.
  //   kOutcomeUnknown  the last step itself failed: reopen, and look. Nothing may be told to anybody before that.
  Result<void> commit();

  // Forgets everything written. Also what the destructor does.
  void abort();

 private:
  friend class Environment;
  WriteTransaction(Environment& environment, MDB_txn* txn) : Transaction(txn), environment_(&environment) {}
  MDB_txn* release();

  Environment* environment_;
};

}  // namespace jumelage::store
