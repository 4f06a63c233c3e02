// The ledger's one database file, and who may open it.
//
// On disk, under the ledger's folder (made 0700): `ledger.mdb` (0600, one LMDB file), `ledger.mdb-lock` (LMDB's
// reader table, worth nothing once everybody has closed), `lock` (held exclusively by the one writing process).
// Bounds: 1 TiB of address space reserved (64 GiB under ThreadSanitizer), kMaxReaders read transactions at once,
// kMaxTables tables.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.h"
#include "store/store_error.h"
#include "store/transaction.h"

struct MDB_env;

namespace jumelage::store {

inline constexpr unsigned kMaxReaders = 510;
inline constexpr std::size_t kMaxTables = 120;  // beside the store's own three
inline constexpr std::uint32_t kFormatVersion = 1;

enum class OpenMode {
  kCreate,     // makes the folder if it is not there; refuses where there is a ledger. Then as kReadWrite
  kReadWrite,  // one process at a time
  kReadOnly,   // any number, with or without a writer running; also where nothing may be written
};

// Which of an environment's tables: the position of its name in the list given to open().
enum class TableId : std::uint8_t {};

class FolderLock;
class OpenFolder;

// One per process and ledger folder (a second is refused: closing it would drop the first one's file locks).
// Not for use in a child after fork(). Thread-safe, except that it must outlive its transactions.
class Environment {
 public:
  // `tables`: every table this program uses, a static list whose order is the numbering of TableId. Names are
  // stored, numbers are not. Tables missing from the file are created when writing; when only reading, the file
  // is then refused as made by an older program. Reader slots of processes that died are freed. A reader that may not
  // write LMDB's reader table is not in it: a writer beside it doesn't know of it and may reuse the pages that it
  // reads. That is for copies that nobody writes. Errors: kNoLedger, kExists, kLocked, kAlreadyOpen, kUnknownFormat,
  // kDamaged, kUnreadable, and commit's. A create that fails or dies leaves nothing that a second create could not
  // finish.
  static Result<std::unique_ptr<Environment>> open(const std::filesystem::path& folder, OpenMode mode,
                                                   std::span<const std::string_view> tables = {});
  ~Environment();
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  // A snapshot: sees what was committed before this call, whatever is written meanwhile. Never waits.
  // Keep it short: while it lives, the file grows instead of reusing pages. Errors: kTooManyReaders, kNeedsReopen
  // (only after kOutcomeUnknown), kUnreadable.
  Result<ReadTransaction> read() const;

  // Waits for another thread's write transaction to end. A thread with one open must not ask for a second.
  // Errors: kReadOnly, kNeedsReopen, kUnreadable.
  Result<WriteTransaction> write();

  // True after a commit failed in a way that forbids further writing by this object.
  bool needs_reopen() const { return needs_reopen_; }

  OpenMode mode() const { return mode_; }
  const std::filesystem::path& folder() const { return folder_; }

  // For this module: which LMDB database holds what.
  Dbi meta_dbi() const { return meta_; }
  Dbi log_dbi() const { return log_; }
  Dbi tree_dbi() const { return tree_; }
  Dbi table_dbi(TableId table) const;

 private:
  friend class WriteTransaction;
  Environment(std::filesystem::path folder, OpenMode mode);

  Result<void> open_file();
  int open_lmdb(unsigned more_flags);
  Result<void> open_tables(std::span<const std::string_view> tables);
  Result<bool> find_tables(std::span<const std::string_view> tables);
  Result<void> make_tables(std::span<const std::string_view> tables);
  Result<bool> open_each(const Transaction& txn, std::span<const std::string_view> tables, unsigned flags);
  Result<void> check_format(const Transaction& txn) const;
  Result<void> settle();
  Error commit_failure(int status);

  std::filesystem::path folder_;
  OpenMode mode_;
  std::unique_ptr<OpenFolder> registration_;  // released last: after the file is closed
  std::unique_ptr<FolderLock> lock_;          // held while writing is possible
  MDB_env* env_ = nullptr;
  Dbi meta_ = 0;
  Dbi log_ = 0;
  Dbi tree_ = 0;
  std::vector<Dbi> tables_;
  std::atomic<bool> needs_reopen_ = false;
  std::atomic<std::thread::id> writer_;
};

}  // namespace jumelage::store
