#include "store/documents.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/hex.h"
#include "base/text.h"
#include "crypto/sha256.h"

namespace jumelage::store {
namespace {

constexpr std::size_t kShardDigits = 2;

Error file_error(StoreError code, std::string_view doing, const std::filesystem::path& path, int error) {
  return {code, fmt::format("cannot {} {}: {}", doing, for_terminal(path.string()), std::strerror(error))};
}

// Makes a folder whose parent exists, and its name durable. One that is there may have been made by a process that
// died before syncing, so its name is synced too.
Result<void> make_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return file_error(full ? StoreError::kNoSpace : StoreError::kUnreadable, "make the folder", folder, errno);
  }
  return sync_folder(folder.parent_path());
}

// The size of a regular file, or nothing when there is none of that name.
Result<std::optional<std::uint64_t>> size_of(const std::filesystem::path& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) return std::optional<std::uint64_t>();
    return file_error(StoreError::kUnreadable, "look at", path, errno);
  }
  if (!S_ISREG(info.st_mode))
    return Error(StoreError::kDamaged, fmt::format("{} is not a regular file", for_terminal(path.string())));
  return std::optional(static_cast<std::uint64_t>(info.st_size));
}

// Whether the file has this very content. One that has its size only, or cannot be read, was damaged.
Result<bool> holds(const std::filesystem::path& path, ByteView content) {
  JUMELAGE_TRY(const std::optional<std::uint64_t> size, size_of(path));
  if (size != content.size()) return false;
  const Result<Bytes> stored = read_file(path, content.size());
  return stored && equal(stored.value(), content);
}

// The names in a folder, sorted. A folder that isn't there has none.
Result<std::vector<std::string>> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator i(folder, error), end; !error && i != end; i.increment(error))
    names.push_back(i->path().filename().string());
  if (error && error != std::errc::no_such_file_or_directory)
    return file_error(StoreError::kUnreadable, "list the folder", folder, error.value());
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<Digest> digest_of_name(const std::string& name) {
  const std::optional<Bytes> bytes = from_hex(name);
  return bytes ? Digest::from(*bytes) : std::nullopt;
}

Error missing(const Digest& digest) {
  return {StoreError::kNotFound, fmt::format("no document {} is stored here", to_hex(digest.view()))};
}

}  // namespace

std::filesystem::path Documents::path_of(const Digest& digest) const {
  const std::string name = to_hex(digest.view());
  return folder_ / name.substr(0, kShardDigits) / name;
}

Result<Digest> Documents::put(ByteView content) const {
  if (content.size() > kMaxDocumentBytes)
    return Error(StoreError::kTooLarge,
                 fmt::format("a document of {} bytes; at most {} are possible", content.size(), kMaxDocumentBytes));
  const Digest digest = crypto::sha256(content);
  const std::filesystem::path path = path_of(digest);
  JUMELAGE_TRY(make_folder(folder_));
  JUMELAGE_TRY(make_folder(path.parent_path()));
  JUMELAGE_TRY(const bool present, holds(path, content));
  if (present) {
    JUMELAGE_TRY(sync_folder(path.parent_path()));  // whoever put it may have died before this
  } else {
    JUMELAGE_TRY(write_file(path, content, 0600));
  }
  return digest;
}

Result<Bytes> Documents::get(const Digest& digest, std::uint64_t max_bytes) const {
  const std::filesystem::path path = path_of(digest);
  JUMELAGE_TRY(const std::optional<std::uint64_t> size, size_of(path));
  if (!size) return missing(digest);
  if (*size > max_bytes)
    return Error(StoreError::kTooLarge, fmt::format("the document {} has {} bytes; at most {} are accepted here",
                                                    to_hex(digest.view()), *size, max_bytes));
  JUMELAGE_TRY(Bytes content, read_file(path, max_bytes));
  if (crypto::sha256(content) != digest)
    return Error(StoreError::kDamaged,
                 fmt::format("the content of {} is not what its name says; keep a copy, then add the document again",
                             for_terminal(path.string())));
  return content;
}

Result<std::optional<std::uint64_t>> Documents::size(const Digest& digest) const {
  return size_of(path_of(digest));
}

Result<bool> Documents::exists(const Digest& digest) const {
  JUMELAGE_TRY(const std::optional<std::uint64_t> size, size_of(path_of(digest)));
  return size.has_value();
}

Result<bool> Documents::destroy(const Digest& digest) const {
  const std::filesystem::path path = path_of(digest);
  const std::string name = path.filename().string();
  JUMELAGE_TRY(const std::vector<std::string> names, names_in(path.parent_path()));
  bool found = false;
  for (const std::string& each : names) {
    if (!each.starts_with(name)) continue;  // the document, and what an interrupted put() left of it
    if (::unlink((path.parent_path() / each).c_str()) != 0 && errno != ENOENT)
      return file_error(StoreError::kWriteFailed, "remove", path.parent_path() / each, errno);
    found = found || each == name;
  }
  // Also when nothing was there: an earlier attempt may have failed at this very step.
  std::error_code ignored;
  if (std::filesystem::exists(path.parent_path(), ignored)) {
    JUMELAGE_TRY(sync_folder(path.parent_path()));
  }
  return found;
}

Result<void> Documents::for_each(const std::function<bool(const Stored&)>& visit) const {
  JUMELAGE_TRY(const std::vector<std::string> shards, names_in(folder_));
  for (const std::string& shard : shards) {
    if (shard.size() != kShardDigits || !from_hex(shard)) continue;
    JUMELAGE_TRY(const std::vector<std::string> names, names_in(folder_ / shard));
    for (const std::string& name : names) {
      const std::optional<Digest> digest = digest_of_name(name);
      if (!digest || !name.starts_with(shard)) continue;
      JUMELAGE_TRY(const std::optional<std::uint64_t> size, size_of(path_of(*digest)));
      if (size && !visit({*digest, *size})) return ok();
    }
  }
  return ok();
}

}  // namespace jumelage::store
