#include "store/transaction.h"

#include "base/check.h"
#include "store/environment.h"
#include "store/lmdb_values.h"

namespace jumelage::store {

Result<MDB_cursor*> Transaction::cursor(Dbi dbi) const {
  if (dbi >= cursors_.size()) cursors_.resize(dbi + 1, nullptr);
  if (cursors_[dbi] == nullptr) {
    if (const int status = mdb_cursor_open(txn_, dbi, &cursors_[dbi]); status != MDB_SUCCESS)
      return lmdb_error(status, "open a table");
  }
  return cursors_[dbi];
}

ReadTransaction& ReadTransaction::operator=(ReadTransaction&& other) noexcept {
  if (this == &other) return *this;
  end();
  txn_ = std::exchange(other.txn_, nullptr);
  cursors_ = std::move(other.cursors_);
  return *this;
}

void ReadTransaction::end() {
  if (txn_ == nullptr) return;
  for (MDB_cursor* cursor : cursors_)
    if (cursor != nullptr) mdb_cursor_close(cursor);
  cursors_.clear();
  // For a reader commit and abort differ only in that database handles opened in it stay.
  mdb_txn_commit(std::exchange(txn_, nullptr));
}

Result<void> WriteTransaction::commit() {
  JUMELAGE_CHECK(txn_ != nullptr, "a transaction is committed once");
  const int status = mdb_txn_commit(release());
  if (status != MDB_SUCCESS) return environment_->commit_failure(status);
  return ok();
}

void WriteTransaction::abort() {
  if (txn_ == nullptr) return;
  mdb_txn_abort(release());
}

MDB_txn* WriteTransaction::release() {
  cursors_.clear();  // LMDB closes the cursors of a write transaction itself
  environment_->writer_ = std::thread::id();
  return std::exchange(txn_, nullptr);
}

}  // namespace jumelage::store
