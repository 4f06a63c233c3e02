// The document store: files named by their SHA-256, beside the database. The log holds only their digests, so a
// document can be destroyed without touching the log.
//
// On disk: `<ledger folder>/documents/ab/<64 lower-case hex digits>`, folders 0700, files 0600, where `ab` are the
// first two digits. Not encrypted. Nothing here is needed to verify the log.
#pragma once

#include <filesystem>
#include <functional>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/store_error.h"

namespace jumelage::store {

inline constexpr std::uint64_t kMaxDocumentBytes = 64ULL << 20;

// Thread-safe, also between processes: a file appears whole or not at all, and one digest has one content.
class Documents {
 public:
  // Touches nothing on disk.
  explicit Documents(const std::filesystem::path& ledger_folder) : folder_(ledger_folder / "documents") {}

  // When this returns well, content and name are on disk. Storing what is there already writes nothing; a damaged copy
  // of it is replaced. Errors: kTooLarge, and those of write_file (base/files.h).
  Result<Digest> put(ByteView content) const;

  // The content, hashed again. Errors: kNotFound, kTooLarge (more than `max_bytes`), kDamaged (the file is not what
  // its name says: destroy it and put a good copy), file.unreadable.
  Result<Bytes> get(const Digest& digest, std::uint64_t max_bytes = kMaxDocumentBytes) const;

  Result<bool> exists(const Digest& digest) const;
  // In bytes; nothing: it is not kept here. The content is not looked at.
  Result<std::optional<std::uint64_t>> size(const Digest& digest) const;

  // Removes the file, and any unfinished copy left by a crash, and makes that durable. True when there was one.
  // What this means: no program can open the document by name any more. The blocks are released, not overwritten:
  // on flash and on copy-on-write file systems overwriting would reach other blocks anyway. Whoever must
  // defeat a laboratory keeps the folder on an encrypted volume. Backups and replicas are erased separately.
  Result<bool> destroy(const Digest& digest) const;

  struct Stored {
    Digest digest;
    std::uint64_t bytes;
  };
  // In the order of digests. Return false to stop. Files that are not documents are passed over.
  Result<void> for_each(const std::function<bool(const Stored&)>& visit) const;

 private:
  std::filesystem::path path_of(const Digest& digest) const;

  std::filesystem::path folder_;
};

}  // namespace jumelage::store
