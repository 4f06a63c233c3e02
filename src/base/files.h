// Files written whole or not at all.
#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace jumelage {

enum class FileError {
  kNotFound,
  kUnreadable,
  kTooLarge,
  kUnwritable,
  kNoSpace,
  kExists,
};
std::string_view code_name(FileError code);

enum class IfExists { kReplace, kRefuse };

// The whole file. Refused when it is larger than `max_bytes`, before it is read.
Result<Bytes> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

// Writes to a temporary name in the same folder, syncs, renames, syncs the folder. When this returns well
// the bytes are on disk under `path`; when it fails, whatever was there before still is, and no temporary
// is left. `mode` is exact, whatever the umask: 0600 for secrets.
Result<void> write_file(const std::filesystem::path& path, ByteView bytes, unsigned mode,
                        IfExists if_exists = IfExists::kReplace);

// Makes the names in a folder durable (after creating or removing files in it).
Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace jumelage
