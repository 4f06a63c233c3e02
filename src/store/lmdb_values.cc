#include "store/lmdb_values.h"

#include <fmt/format.h>

#include <cerrno>

namespace jumelage::store {
namespace {

StoreError code_of(int status) {
  if (is_lack_of_space(status)) return StoreError::kNoSpace;
  switch (status) {
    case MDB_READERS_FULL: return StoreError::kTooManyReaders;
    case MDB_PANIC: return StoreError::kNeedsReopen;
    case MDB_BAD_VALSIZE: return StoreError::kTooLarge;
    case MDB_VERSION_MISMATCH: return StoreError::kUnknownFormat;
    case MDB_CORRUPTED:
    case MDB_PAGE_NOTFOUND:
    case MDB_INVALID:
    case MDB_INCOMPATIBLE:
    case MDB_CURSOR_FULL: return StoreError::kDamaged;
    case MDB_BAD_TXN:
    case EIO: return StoreError::kWriteFailed;
    default: return StoreError::kUnreadable;
  }
}

std::string_view advice(StoreError code) {
  switch (code) {
    case StoreError::kNoSpace:
      return "; nothing was recorded: make room on the disk (or lift the limit on the size of files) and try again";
    case StoreError::kTooManyReaders: return "; close other programs that read this ledger";
    case StoreError::kNeedsReopen: return "; close and reopen the ledger";
    case StoreError::kDamaged: return "; the file is damaged: keep a copy of it and go back to a backup";
    case StoreError::kWriteFailed: return "; nothing was recorded: check the disk, then reopen the ledger";
    default: return "";
  }
}

}  // namespace

bool is_lack_of_space(int status) {
  return status == ENOSPC || status == EDQUOT || status == EFBIG || status == MDB_MAP_FULL || status == MDB_TXN_FULL;
}

Error lmdb_error(int status, std::string_view doing) {
  const StoreError code = code_of(status);
  return {code, fmt::format("cannot {}: {}{}", doing, mdb_strerror(status), advice(code))};
}

}  // namespace jumelage::store
