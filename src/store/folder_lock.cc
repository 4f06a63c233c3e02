#include "store/folder_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <set>

#include "base/text.h"
#include "store/lmdb_values.h"

namespace jumelage::store {
namespace {

constexpr char kSettled = '0';
constexpr char kUnsettled = '1';

std::mutex open_folders_mutex;
std::set<std::pair<dev_t, ino_t>> open_folders;

Error cannot_open(const std::filesystem::path& path, int error) {
  return {is_lack_of_space(error) ? StoreError::kNoSpace : StoreError::kUnreadable,
          fmt::format("cannot open {}: {}", for_terminal(path.string()), std::strerror(error))};
}

}  // namespace

Result<std::unique_ptr<OpenFolder>> OpenFolder::claim(const std::filesystem::path& folder) {
  struct stat info {};
  if (::stat(folder.c_str(), &info) != 0) {
    if (errno != ENOENT) return cannot_open(folder, errno);
    return Error(StoreError::kNoLedger, fmt::format("there is no ledger in {}", for_terminal(folder.string())));
  }
  const Identity identity{info.st_dev, info.st_ino};
  const std::scoped_lock guard(open_folders_mutex);
  if (!open_folders.insert(identity).second)
    return Error(StoreError::kAlreadyOpen,
                 fmt::format("this process has the ledger in {} open already", for_terminal(folder.string())));
  return std::unique_ptr<OpenFolder>(new OpenFolder(identity));
}

OpenFolder::~OpenFolder() {
  const std::scoped_lock guard(open_folders_mutex);
  open_folders.erase(identity_);
}

Result<std::unique_ptr<FolderLock>> FolderLock::take(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return cannot_open(path, errno);
  std::unique_ptr<FolderLock> lock(new FolderLock(fd));
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return cannot_open(path, errno);
  return Error(StoreError::kLocked,
               fmt::format("another jumelage process has this ledger open for writing ({}); go through it, or stop it",
                           for_terminal(folder.string())));
}

FolderLock::~FolderLock() {
  ::close(fd_);
}

bool FolderLock::is_unsettled() const {
  char byte = kSettled;
  return ::pread(fd_, &byte, 1, 0) == 1 && byte == kUnsettled;
}

void FolderLock::set_unsettled(bool unsettled) const {
  [[maybe_unused]] const ssize_t written = ::pwrite(fd_, unsettled ? &kUnsettled : &kSettled, 1, 0);
}

}  // namespace jumelage::store
