#include "store/file_check.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>

#include "base/text.h"
#include "store/lmdb_values.h"

namespace jumelage::store {
namespace {

struct Length {
  std::uint64_t pages_in_file = 0;
  std::uint64_t pages_wanted = 0;
  bool is_short() const { return pages_in_file < pages_wanted; }
};

// What is wanted first: a file that a writer beside us makes longer is then never found too short.
Length length_of(MDB_env* env, const std::filesystem::path& file) {
  MDB_envinfo info{};
  MDB_stat page{};
  struct stat on_disk {};
  mdb_env_info(env, &info);
  mdb_env_stat(env, &page);
  if (::stat(file.c_str(), &on_disk) != 0 || page.ms_psize == 0) return {0, 1};
  return {static_cast<std::uint64_t>(on_disk.st_size) / page.ms_psize, info.me_last_pgno + 1};
}

// How many of the pages from `first` on are free. A page that was taken and given back in one transaction is never
// written, so a file that is whole may end before the last of its pages.
std::uint64_t free_pages_from(MDB_txn* txn, std::uint64_t first) {
  MDB_cursor* cursor = nullptr;
  std::uint64_t found = 0;
  if (mdb_cursor_open(txn, 0, &cursor) != MDB_SUCCESS) return 0;
  MDB_val key{};
  MDB_val list{};  // how many pages, then their numbers
  while (mdb_cursor_get(cursor, &key, &list, MDB_NEXT) == MDB_SUCCESS) {
    for (std::size_t at = sizeof(std::size_t); at + sizeof(std::size_t) <= list.mv_size; at += sizeof(std::size_t)) {
      std::size_t page = 0;
      std::memcpy(&page, static_cast<const char*>(list.mv_data) + at, sizeof page);
      found += page >= first ? 1 : 0;
    }
  }
  mdb_cursor_close(cursor);
  return found;
}

bool only_free_pages_missing(const std::filesystem::path& file) {
  MDB_env* env = nullptr;
  MDB_txn* txn = nullptr;
  if (mdb_env_create(&env) != MDB_SUCCESS) return false;
  if (mdb_env_open(env, file.c_str(), MDB_NOSUBDIR | MDB_RDONLY | MDB_NOLOCK, 0) != MDB_SUCCESS) return false;
  if (mdb_txn_begin(env, nullptr, MDB_RDONLY, &txn) != MDB_SUCCESS) return false;
  const Length length = length_of(env, file);
  return !length.is_short() || free_pages_from(txn, length.pages_in_file) == length.pages_wanted - length.pages_in_file;
}

// In a process of its own, because the list of free pages may itself be what is missing: to read it is then the end of
// the process, and no answer.
bool survives_reading(const std::filesystem::path& file) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return false;
  const pid_t child = ::fork();
  if (child == 0) {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    for (const int fatal : {SIGSEGV, SIGBUS}) std::signal(fatal, SIG_DFL);  // its end is the answer, and nobody's fault
    const bool good = only_free_pages_missing(file);
    ::_exit(good && ::write(ends[1], "+", 1) == 1 ? 0 : 1);
  }
  ::close(ends[1]);
  char answer = 0;
  const bool good = child > 0 && ::read(ends[0], &answer, 1) == 1;
  ::close(ends[0]);
  if (child > 0) ::waitpid(child, nullptr, 0);
  return good;
}

}  // namespace

Result<void> check_length(MDB_env* env, const std::filesystem::path& file) {
  const Length length = length_of(env, file);
  if (!length.is_short() || survives_reading(file)) return ok();
  return Error(
      StoreError::kDamaged,
      fmt::format("{} is damaged: it holds {} pages and should hold {}; keep a copy of it and go back to a backup",
                  for_terminal(file.string()), length.pages_in_file, length.pages_wanted));
}

}  // namespace jumelage::store
