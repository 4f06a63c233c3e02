#include "store/environment.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/text.h"
#include "store/file_check.h"
#include "store/folder_lock.h"
#include "store/lmdb_values.h"
#include "store/tables.h"

namespace jumelage::store {
namespace {

constexpr const char* kFileName = "ledger.mdb";
// Address space reserved once, so that it never has to grow under readers. It costs no memory and no disk.
#ifdef __SANITIZE_THREAD__
// ThreadSanitizer leaves programs little more than 1 TiB, less what randomisation takes: with 1 TiB one open in five
// fails. This leaves room for several ledgers in a process.
constexpr std::size_t kMapBytes = std::size_t{1} << 36;
#else
constexpr std::size_t kMapBytes = std::size_t{1} << 40;
#endif
constexpr std::string_view kFormatName = "store.format";
constexpr Dbi kUnnamedDbi = 1;  // LMDB's own: the list of named databases

Error file_error(StoreError code, std::string_view what, const std::filesystem::path& path) {
  return {code, fmt::format("{}: {}", for_terminal(path.string()), what)};
}

// LMDB writes two pages when it makes a file. A shorter one is a creation that was interrupted.
bool is_begun(const std::filesystem::path& file) {
  struct stat info {};
  return ::stat(file.c_str(), &info) == 0 && info.st_size >= 2 * ::sysconf(_SC_PAGESIZE);
}

// Documents are stored after the file was made: with them beside it, a file that is too short was cut, or went away.
Result<void> expect_no_remains(const std::filesystem::path& folder, const std::filesystem::path& file) {
  std::error_code error;
  if (is_begun(file) || std::filesystem::is_empty(folder / "documents", error) || error) return ok();
  return file_error(
      StoreError::kDamaged,
      "the ledger's file is gone or cut short, though its documents are there; put it back from a backup, "
      "or choose another folder for a new ledger",
      file);
}

Result<void> prepare_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) {
    JUMELAGE_TRY(sync_folder(folder / ".."));
  } else if (errno != EEXIST) {
    const StoreError code = is_lack_of_space(errno) ? StoreError::kNoSpace : StoreError::kUnreadable;
    return file_error(code, std::string("cannot make this folder: ") + std::strerror(errno), folder);
  }
  return ok();
}

// Less free than a small transaction needs.
bool is_full(const std::filesystem::path& folder) {
  constexpr std::uint64_t kRoomBytes = 1 << 20;
  struct statvfs info {};
  return ::statvfs(folder.c_str(), &info) == 0 && std::uint64_t{info.f_bavail} * info.f_frsize < kRoomBytes;
}

// Opens or (with MDB_CREATE) makes one named database. False: it isn't there.
Result<bool> open_table(const Transaction& txn, const std::string& name, unsigned flags, Dbi& dbi) {
  const int status = mdb_dbi_open(txn.handle(), name.c_str(), flags, &dbi);
  if (status == MDB_NOTFOUND) return false;
  if (status != MDB_SUCCESS) return lmdb_error(status, "open the table " + name);
  return true;
}

std::string format_text() {
  return fmt::format("jumelage-store/{}", kFormatVersion);
}

}  // namespace

Environment::Environment(std::filesystem::path folder, OpenMode mode) : folder_(std::move(folder)), mode_(mode) {}

Environment::~Environment() {
  if (env_ != nullptr) mdb_env_close(env_);
}

Result<std::unique_ptr<Environment>> Environment::open(const std::filesystem::path& folder, OpenMode mode,
                                                       std::span<const std::string_view> tables) {
  JUMELAGE_CHECK(tables.size() <= kMaxTables, "the list of tables is fixed when the program is written");
  std::unique_ptr<Environment> environment(new Environment(folder, mode));
  environment->tables_.resize(tables.size());
  if (mode == OpenMode::kCreate) {
    JUMELAGE_TRY(prepare_folder(folder));
  }
  JUMELAGE_TRY(environment->registration_, OpenFolder::claim(folder));
  JUMELAGE_TRY(expect_no_remains(folder, folder / kFileName));
  if (mode != OpenMode::kCreate && !is_begun(folder / kFileName))
    return file_error(StoreError::kNoLedger,
                      "there is no ledger here (or its creation was interrupted: create it again)", folder);
  if (mode != OpenMode::kReadOnly) {
    JUMELAGE_TRY(environment->lock_, FolderLock::take(folder));
  }
  JUMELAGE_TRY(environment->open_file());
  JUMELAGE_TRY(environment->open_tables(tables));
  if (mode != OpenMode::kReadOnly) {
    JUMELAGE_TRY(environment->settle());
  }
  return environment;
}

Result<void> Environment::open_file() {
  const std::filesystem::path file = folder_ / kFileName;
  if (mode_ == OpenMode::kCreate && !is_begun(file)) ::unlink(file.c_str());
  int status = open_lmdb(0);
  // LMDB writes its reader table even to read; who may not write here reads without it.
  if (status == EACCES && mode_ == OpenMode::kReadOnly) status = open_lmdb(MDB_NOLOCK);
  if (status != MDB_SUCCESS) return lmdb_error(status, "open " + for_terminal(file.string()));
  JUMELAGE_TRY(check_length(env_, file));
  int freed = 0;
  mdb_reader_check(env_, &freed);  // slots of readers that died would keep the file growing
  return ok();
}

// LMDB's status. An environment that failed to open can only be closed.
int Environment::open_lmdb(unsigned more_flags) {
  if (env_ != nullptr) mdb_env_close(std::exchange(env_, nullptr));
  if (const int status = mdb_env_create(&env_); status != MDB_SUCCESS) return status;
  mdb_env_set_mapsize(env_, kMapBytes);
  mdb_env_set_maxreaders(env_, kMaxReaders);
  mdb_env_set_maxdbs(env_, static_cast<Dbi>(3 + tables_.size()));
  // NORDAHEAD: reads are scattered, reading ahead makes a cold one twenty times slower. NOTLS: a read transaction
  // belongs to its object, not to the thread that made it. Never NOSYNC: a commit that returns is on disk.
  const unsigned flags = MDB_NOSUBDIR | MDB_NORDAHEAD | MDB_NOTLS | (mode_ == OpenMode::kReadOnly ? MDB_RDONLY : 0U);
  return mdb_env_open(env_, (folder_ / kFileName).c_str(), flags | more_flags, 0600);
}

Result<void> Environment::open_tables(std::span<const std::string_view> tables) {
  JUMELAGE_TRY(const bool complete, find_tables(tables));
  if (complete) return ok();
  if (mode_ == OpenMode::kReadOnly)
    return file_error(StoreError::kUnknownFormat, "made by an older program: open it once for writing", folder_);
  JUMELAGE_TRY(make_tables(tables));
  return mode_ == OpenMode::kCreate ? sync_folder(folder_) : ok();
}

// False when something is missing that writing may add.
Result<bool> Environment::find_tables(std::span<const std::string_view> tables) {
  JUMELAGE_TRY(const ReadTransaction txn, read());
  JUMELAGE_TRY(const bool has_meta, open_table(txn, "meta", 0, meta_));
  if (!has_meta) {
    MDB_stat names{};
    if (mdb_stat(txn.handle(), kUnnamedDbi, &names) != MDB_SUCCESS || names.ms_entries > 0)
      return file_error(StoreError::kUnknownFormat, "this is a database of some other program", folder_);
    if (mode_ == OpenMode::kCreate) return false;
    return file_error(StoreError::kNoLedger, "the creation of this ledger was interrupted: create it again", folder_);
  }
  JUMELAGE_TRY(check_format(txn));
  if (mode_ == OpenMode::kCreate) return file_error(StoreError::kExists, "there is a ledger here already", folder_);
  return open_each(txn, tables, 0);
}

Result<void> Environment::make_tables(std::span<const std::string_view> tables) {
  JUMELAGE_TRY(WriteTransaction txn, write());
  JUMELAGE_TRY(open_table(txn, "meta", MDB_CREATE, meta_));
  JUMELAGE_TRY(open_each(txn, tables, MDB_CREATE));
  JUMELAGE_TRY(Meta(*this).put(txn, kFormatName, as_bytes(format_text())));
  return txn.commit();
}

Result<bool> Environment::open_each(const Transaction& txn, std::span<const std::string_view> tables, unsigned flags) {
  JUMELAGE_TRY(bool complete, open_table(txn, "log", flags | MDB_INTEGERKEY, log_));
  JUMELAGE_TRY(const bool has_tree, open_table(txn, "tree", flags | MDB_INTEGERKEY, tree_));
  complete = complete && has_tree;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    JUMELAGE_TRY(const bool found, open_table(txn, "table." + std::string(tables[i]), flags, tables_[i]));
    complete = complete && found;
  }
  return complete;
}

Result<void> Environment::check_format(const Transaction& txn) const {
  JUMELAGE_TRY(const std::optional<ByteView> format, Meta(*this).get(txn, kFormatName));
  if (format && as_text(*format) == format_text()) return ok();
  const std::string found =
      format ? for_terminal(as_text(format->first(std::min<std::size_t>(format->size(), 40)))) : "";
  return file_error(StoreError::kUnknownFormat,
                    fmt::format("its format is \"{}\" and this program knows \"{}\": use the program that made it, or "
                                "a newer one",
                                found, format_text()),
                    folder_);
}

// After a failed commit the page cache may hold what the disk doesn't. One durable commit of our own writes a newer
// root to the disk, and whatever we read from then on is what would be read after a power cut.
Result<void> Environment::settle() {
  if (!lock_->is_unsettled()) return ok();
  JUMELAGE_TRY(WriteTransaction txn, write());
  JUMELAGE_TRY(Meta(*this).put(txn, kFormatName, as_bytes(format_text())));
  JUMELAGE_TRY(txn.commit());
  lock_->set_unsettled(false);
  return ok();
}

Result<ReadTransaction> Environment::read() const {
  MDB_txn* txn = nullptr;
  if (const int status = mdb_txn_begin(env_, nullptr, MDB_RDONLY, &txn); status != MDB_SUCCESS)
    return lmdb_error(status, "begin reading");
  return ReadTransaction(txn);
}

Result<WriteTransaction> Environment::write() {
  if (mode_ == OpenMode::kReadOnly)
    return file_error(StoreError::kReadOnly, "this ledger was opened for reading only", folder_);
  JUMELAGE_CHECK(writer_ != std::this_thread::get_id(), "a thread has at most one write transaction");
  MDB_txn* handle = nullptr;
  if (!needs_reopen_) {
    if (const int status = mdb_txn_begin(env_, nullptr, 0, &handle); status != MDB_SUCCESS)
      return lmdb_error(status, "begin writing");
    writer_ = std::this_thread::get_id();
  }
  WriteTransaction txn(*this, handle);
  if (needs_reopen_)  // it may have become so while we waited for the other writer
    return file_error(StoreError::kNeedsReopen, "an earlier write failed; close and reopen the ledger", folder_);
  return txn;
}

Dbi Environment::table_dbi(TableId table) const {
  const auto number = static_cast<std::size_t>(table);
  JUMELAGE_CHECK(number < tables_.size(), "a table is named when the ledger is opened");
  return tables_[number];
}

// What a failed commit means. LMDB writes the pages, syncs them, and only then writes the one root page that makes
// them count; if that last write fails it refuses all further transactions. So a transaction that still begins proves
// that the root was never touched, and nothing of the failed one can ever be seen. Where there was just no room, going
// on is safe: everything committed before had been synced, and the next transaction writes all its pages afresh.
Error Environment::commit_failure(int status) {
  MDB_txn* probe = nullptr;
  const bool root_untouched = mdb_txn_begin(env_, nullptr, MDB_RDONLY, &probe) == MDB_SUCCESS;
  if (root_untouched) mdb_txn_abort(probe);
  // LMDB reports a short write as EIO, and a full disk writes short first.
  const bool full = is_lack_of_space(status) || (status == EIO && is_full(folder_));
  if (root_untouched && full) return lmdb_error(ENOSPC, "commit");
  needs_reopen_ = true;
  lock_->set_unsettled(true);
  if (root_untouched) return lmdb_error(EIO, "commit");
  return file_error(StoreError::kOutcomeUnknown,
                    fmt::format("the last step of a commit failed ({}); whether it is on disk is unknown: check the "
                                "disk, reopen the ledger and look",
                                mdb_strerror(status)),
                    folder_);
}

}  // namespace jumelage::store
