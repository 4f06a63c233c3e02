// For this folder's .cc files only: who has a ledger open, in this process and on this machine.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <utility>

#include "base/result.h"
#include "store/store_error.h"

namespace jumelage::store {

// One environment a process and folder, whatever the spelling of its path: LMDB's reader table is held by POSIX file
// locks, and the first of two environments to close would drop the locks of both.
class OpenFolder {
 public:
  static Result<std::unique_ptr<OpenFolder>> claim(const std::filesystem::path& folder);
  ~OpenFolder();
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;

 private:
  using Identity = std::pair<dev_t, ino_t>;
  explicit OpenFolder(Identity identity) : identity_(identity) {}

  Identity identity_;
};

// The exclusive lock on `<folder>/lock`: one writing process. Released by the kernel if the process dies.
//
// The file's one byte says whether the last writer left after a failed commit. It is not synced and needn't be: what
// it guards against is a page cache that disagrees with the disk, and that doesn't outlive the machine either.
class FolderLock {
 public:
  static Result<std::unique_ptr<FolderLock>> take(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  bool is_unsettled() const;
  void set_unsettled(bool unsettled) const;  // as well as a failing disk allows

 private:
  explicit FolderLock(int fd) : fd_(fd) {}

  int fd_;
};

}  // namespace jumelage::store
