#include "base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/text.h"

namespace jumelage {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

Error failure(FileError code, std::string_view what, const std::filesystem::path& path, int error) {
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  return {full ? FileError::kNoSpace : code,
          fmt::format("cannot {} {}: {}", what, for_terminal(path.string()), std::strerror(error))};
}

bool write_all(int fd, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

Result<void> put_in_place(const std::string& temporary, const std::filesystem::path& path, IfExists if_exists) {
  if (if_exists == IfExists::kReplace) {
    if (::rename(temporary.c_str(), path.c_str()) != 0) return failure(FileError::kUnwritable, "write", path, errno);
    return ok();
  }
  // link() fails where the name is taken: no window in which another writer's file could be replaced.
  if (::link(temporary.c_str(), path.c_str()) != 0) {
    if (errno == EEXIST)
      return Error(FileError::kExists, fmt::format("{} exists already; choose another name or move it away first",
                                                   for_terminal(path.string())));
    return failure(FileError::kUnwritable, "write", path, errno);
  }
  ::unlink(temporary.c_str());
  return ok();
}

}  // namespace

std::string_view code_name(FileError code) {
  switch (code) {
    case FileError::kNotFound: return "file.not_found";
    case FileError::kUnreadable: return "file.unreadable";
    case FileError::kTooLarge: return "file.too_large";
    case FileError::kUnwritable: return "file.unwritable";
    case FileError::kNoSpace: return "file.no_space";
    case FileError::kExists: return "file.exists";
  }
  return "file.unknown";
}

Result<Bytes> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  // O_NONBLOCK so that a named pipe put in place of a file cannot hang the program.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open())
    return failure(errno == ENOENT ? FileError::kNotFound : FileError::kUnreadable, "open", path, errno);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return failure(FileError::kUnreadable, "read", path, errno);
  if (!S_ISREG(info.st_mode))
    return Error(FileError::kUnreadable, fmt::format("{} is not a regular file", for_terminal(path.string())));
  if (static_cast<std::uint64_t>(info.st_size) > max_bytes)
    return Error(FileError::kTooLarge, fmt::format("{} has {} bytes; at most {} are accepted here",
                                                   for_terminal(path.string()), info.st_size, max_bytes));
  Bytes bytes(static_cast<std::size_t>(info.st_size));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(FileError::kUnreadable, "read", path, errno);
    if (n == 0) break;  // it shrank while we read: what is there is what we have
    done += static_cast<std::size_t>(n);
  }
  bytes.resize(done);
  return bytes;
}

Result<void> write_file(const std::filesystem::path& path, ByteView bytes, unsigned mode, IfExists if_exists) {
  std::string temporary = path.string() + ".tmpXXXXXX";
  const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.is_open()) return failure(FileError::kUnwritable, "write", path, errno);
  const auto give_up = [&](Result<void> why) {
    ::unlink(temporary.c_str());
    return why;
  };
  if (::fchmod(file.get(), mode) != 0 || !write_all(file.get(), bytes) || ::fsync(file.get()) != 0)
    return give_up(failure(FileError::kUnwritable, "write", path, errno));
  if (auto placed = put_in_place(temporary, path, if_exists); !placed) return give_up(std::move(placed));
  return sync_folder(path.has_parent_path() ? path.parent_path() : ".");
}

Result<void> sync_folder(const std::filesystem::path& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.is_open() || ::fsync(directory.get()) != 0)
    return failure(FileError::kUnwritable, "sync the folder", folder, errno);
  return ok();
}

}  // namespace jumelage
