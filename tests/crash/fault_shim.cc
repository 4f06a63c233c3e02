// A library to preload (LD_PRELOAD) that makes one system call fail, or the process die at it.
//
// It counts the calls that change what is on disk below one folder (write, sync, rename, link, unlink, truncate,
// create), from 1, across threads, and acts at the one asked for. Calls elsewhere pass. Settings are environment
// variables, read once at start:
//   JUMELAGE_FAULT_DIR         the folder; it need not exist yet, its parent must
//   JUMELAGE_FAULT_AT          the number of the call; absent or 0: only count
//   JUMELAGE_FAULT_MODE        enospc, eio   the call is not done and reports that error
//                              eio_done      it is done, and reports EIO all the same
//                              short         half is written; this call says so, the next one reports ENOSPC
//                              kill          the process is killed instead
//                              kill_done     it is done, then the process is killed
//                              enospc_on     this and all later calls report ENOSPC until `<folder>/../fault-off`
//                              exists
//   JUMELAGE_FAULT_COUNT_FILE  written when the process exits (not when killed): how many calls were counted
// Under AddressSanitizer preload its runtime first. msync is left alone: nothing here writes through a mapping.
#undef _FILE_OFFSET_BITS  // else the plain names below would be compiled as their ...64 twins, and missed

#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

namespace {

enum class Mode { kCount, kNoSpace, kIoError, kIoErrorDone, kShort, kKill, kKillDone, kNoSpaceOn };
enum class Action { kPass, kNoSpace, kIoError, kIoErrorDone, kHalf, kKill, kKillDone };

std::string setting(const char* name) {
  const char* value = ::getenv(name);
  return value == nullptr ? "" : value;
}

// The kernel's spelling of a path whose last part may not exist.
std::string resolve(const std::string& path) {
  char resolved[PATH_MAX];
  if (::realpath(path.c_str(), resolved) != nullptr) return resolved;
  const std::size_t slash = path.find_last_of('/');
  const std::string parent = slash == std::string::npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
  if (::realpath(parent.c_str(), resolved) == nullptr) return "";
  return std::string(resolved) + "/" + (slash == std::string::npos ? path : path.substr(slash + 1));
}

Mode parse_mode(const std::string& name) {
  if (name == "enospc") return Mode::kNoSpace;
  if (name == "eio") return Mode::kIoError;
  if (name == "eio_done") return Mode::kIoErrorDone;
  if (name == "short") return Mode::kShort;
  if (name == "kill") return Mode::kKill;
  if (name == "kill_done") return Mode::kKillDone;
  if (name == "enospc_on") return Mode::kNoSpaceOn;
  return Mode::kCount;
}

class Shim {
 public:
  // Never destroyed: files are still written while the process winds down.
  static Shim& get() {
    static Shim* const shim = new Shim;
    return *shim;
  }

  bool watches(const std::string& path) const {
    if (folder_.empty() || path.size() < folder_.size() || path.compare(0, folder_.size(), folder_) != 0) return false;
    return path.size() == folder_.size() || path[folder_.size()] == '/';
  }

  Action next() {
    const unsigned long number = ++count_;
    if (at_ == 0 || number < at_) return Action::kPass;
    if (mode_ == Mode::kNoSpaceOn) return ::access(off_.c_str(), F_OK) == 0 ? Action::kPass : Action::kNoSpace;
    if (mode_ == Mode::kShort && number == at_ + 1) return Action::kNoSpace;
    if (number > at_) return Action::kPass;
    switch (mode_) {
      case Mode::kNoSpace: return Action::kNoSpace;
      case Mode::kIoError: return Action::kIoError;
      case Mode::kIoErrorDone: return Action::kIoErrorDone;
      case Mode::kShort: return Action::kHalf;
      case Mode::kKill: return Action::kKill;
      case Mode::kKillDone: return Action::kKillDone;
      default: return Action::kPass;
    }
  }

  void report() const {
    if (count_file_.empty()) return;
    const std::string text = std::to_string(count_) + "\n";
    const long fd =
        ::syscall(SYS_openat, AT_FDCWD, count_file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return;
    [[maybe_unused]] const long written = ::syscall(SYS_write, fd, text.data(), text.size());
    ::syscall(SYS_close, fd);
  }

 private:
  Shim()
      : mode_(parse_mode(setting("JUMELAGE_FAULT_MODE"))),
        at_(::strtoul(setting("JUMELAGE_FAULT_AT").c_str(), nullptr, 10)),
        count_file_(setting("JUMELAGE_FAULT_COUNT_FILE")) {
    const std::string folder = setting("JUMELAGE_FAULT_DIR");
    if (!folder.empty()) folder_ = resolve(folder);
    off_ = folder_.substr(0, folder_.find_last_of('/') + 1) + "fault-off";
  }

  Mode mode_;
  unsigned long at_;
  std::string count_file_;
  std::string folder_;
  std::string off_;
  std::atomic<unsigned long> count_ = 0;
};

bool watches_fd(int fd) {
  char link[64];
  char path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t size = ::readlink(link, path, sizeof path);
  return size > 0 && Shim::get().watches(std::string(path, static_cast<std::size_t>(size)));
}

bool watches_path(const char* path) {
  return path != nullptr && Shim::get().watches(resolve(path));
}

template <class Result>
Result fail(int error) {
  errno = error;
  return static_cast<Result>(-1);
}

// Runs `real` unless this is the call at which something is to happen. `half` does half of it, where that exists.
template <class Real, class Half, class Undo>
auto run(bool watched, Real real, Half half, Undo discard) -> decltype(real()) {
  using Result = decltype(real());
  if (!watched) return real();
  switch (Shim::get().next()) {
    case Action::kPass: return real();
    case Action::kNoSpace: return fail<Result>(ENOSPC);
    case Action::kIoError: return fail<Result>(EIO);
    case Action::kIoErrorDone: discard(real()); return fail<Result>(EIO);
    case Action::kHalf: return half();
    case Action::kKill: ::kill(::getpid(), SIGKILL); break;
    case Action::kKillDone:
      real();
      ::kill(::getpid(), SIGKILL);
      break;
  }
  ::pause();  // the signal is on its way
  return fail<Result>(EIO);
}

template <class Real, class Half>
auto run(bool watched, Real real, Half half) -> decltype(real()) {
  return run(watched, real, half, [](auto) {});
}

template <class Real>
auto run(bool watched, Real real) -> decltype(real()) {
  return run(watched, real, [] { return fail<decltype(real())>(ENOSPC); });
}

// A call that makes a descriptor must not leak it when it is reported as failed.
template <class Real>
int run_open(bool watched, Real real) {
  return run(
      watched, real, [] { return fail<int>(ENOSPC); }, [](int fd) { ::close(fd); });
}

template <class Function>
Function* real(Function* /*same type*/, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

ssize_t half_of_vector(const iovec* parts, int count, ssize_t (*put)(int, const iovec*, int), int fd) {
  std::size_t total = 0;
  for (int i = 0; i < count; ++i) total += parts[i].iov_len;
  std::size_t left = total / 2;
  if (left == 0) return fail<ssize_t>(ENOSPC);
  ssize_t done = 0;
  for (int i = 0; i < count && left > 0; ++i) {
    iovec part = parts[i];
    part.iov_len = std::min(part.iov_len, left);
    left -= part.iov_len;
    const ssize_t written = put(fd, &part, 1);
    if (written > 0) done += written;
  }
  return done;
}

[[gnu::destructor]] void report_at_exit() {
  Shim::get().report();
}

}  // namespace

// NAME(fd, data, size, offset) and its twin for 64-bit offsets, which have the same types here.
#define PWRITE(name)                                                                          \
  extern "C" ssize_t name(int fd, const void* data, size_t size, off_t offset) {              \
    static const auto next = real(&name, #name);                                              \
    return run(                                                                               \
        watches_fd(fd), [&] { return next(fd, data, size, offset); },                         \
        [&] { return size < 2 ? fail<ssize_t>(ENOSPC) : next(fd, data, size / 2, offset); }); \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

#define FTRUNCATE(name)                                         \
  extern "C" int name(int fd, off_t size) noexcept {            \
    static const auto next = real(&name, #name);                \
    return run(watches_fd(fd), [&] { return next(fd, size); }); \
  }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

#define SYNC(name)                                        \
  extern "C" int name(int fd) {                           \
    static const auto next = real(&name, #name);          \
    return run(watches_fd(fd), [&] { return next(fd); }); \
  }
SYNC(fsync)
SYNC(fdatasync)

// Only an open that may create a file counts.
#define OPEN(name)                                                                           \
  extern "C" int name(const char* path, int flags, ...) {                                    \
    static const auto next = real(&name, #name);                                             \
    mode_t mode = 0;                                                                         \
    if ((flags & O_CREAT) != 0) {                                                            \
      va_list rest;                                                                          \
      va_start(rest, flags);                                                                 \
      mode = va_arg(rest, mode_t);                                                           \
      va_end(rest);                                                                          \
    }                                                                                        \
    const bool creates = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;                \
    return run_open(creates && watches_path(path), [&] { return next(path, flags, mode); }); \
  }
OPEN(open)
OPEN(open64)

#define MKOSTEMP(name)                                                      \
  extern "C" int name(char* path, int flags) {                              \
    static const auto next = real(&name, #name);                            \
    return run_open(watches_path(path), [&] { return next(path, flags); }); \
  }
MKOSTEMP(mkostemp)
MKOSTEMP(mkostemp64)

extern "C" ssize_t write(int fd, const void* data, size_t size) {
  static const auto next = real(&write, "write");
  return run(
      watches_fd(fd), [&] { return next(fd, data, size); },
      [&] { return size < 2 ? fail<ssize_t>(ENOSPC) : next(fd, data, size / 2); });
}

extern "C" ssize_t writev(int fd, const iovec* parts, int count) {
  static const auto next = real(&writev, "writev");
  return run(
      watches_fd(fd), [&] { return next(fd, parts, count); }, [&] { return half_of_vector(parts, count, next, fd); });
}

extern "C" ssize_t pwritev(int fd, const iovec* parts, int count, off_t offset) {
  static const auto next = real(&pwritev, "pwritev");
  return run(watches_fd(fd), [&] { return next(fd, parts, count, offset); });
}

extern "C" ssize_t pwritev64(int fd, const iovec* parts, int count, off64_t offset) {
  static const auto next = real(&pwritev64, "pwritev64");
  return run(watches_fd(fd), [&] { return next(fd, parts, count, offset); });
}

extern "C" int rename(const char* from, const char* to) noexcept {
  static const auto next = real(&rename, "rename");
  return run(watches_path(to) || watches_path(from), [&] { return next(from, to); });
}

extern "C" int link(const char* from, const char* to) noexcept {
  static const auto next = real(&link, "link");
  return run(watches_path(to), [&] { return next(from, to); });
}

extern "C" int unlink(const char* path) noexcept {
  static const auto next = real(&unlink, "unlink");
  return run(watches_path(path), [&] { return next(path); });
}

extern "C" int mkdir(const char* path, mode_t mode) noexcept {
  static const auto next = real(&mkdir, "mkdir");
  return run(watches_path(path), [&] { return next(path, mode); });
}

// Children of fork() leave this way, past every destructor.
extern "C" void _exit(int status) {
  Shim::get().report();
  ::syscall(SYS_exit_group, status);
  __builtin_unreachable();
}
