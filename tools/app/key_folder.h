// The folder of signing keys: NAME.pem, the private key, encrypted, for its owner's eyes (mode 0600); NAME.pub, its
// public part for everybody: the id in hexadecimal on the first line, then PEM.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "crypto/ed25519.h"

namespace jumelage::tools {

struct NamedKey {
  std::string name;
  KeyId id;
};

// Reads the folder anew at each call. Errors: ToolError, and those of crypto/key_file.h and base/files.h.
class KeyFolder {
 public:
  explicit KeyFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  const std::filesystem::path& path() const { return folder_; }

  // A new key. When this returns well, both files are on disk; an existing key is never replaced.
  Result<NamedKey> create(std::string_view name, std::string_view passphrase) const;
  // The public part. Names are 1 to 64 of letters a-z, digits, '-', '_' and '.', and begin with a letter or digit.
  Result<NamedKey> find(std::string_view name) const;
  Result<std::string> public_pem(std::string_view name) const;
  // The private part, which must belong to the public one.
  Result<crypto::SigningKey> load(std::string_view name, std::string_view passphrase) const;
  // The private part as it stands in its file, encrypted. ToolError::kNotFound when it is not here.
  Result<std::string> encrypted_pem(std::string_view name) const;
  // A key that was here or elsewhere before, from its encrypted private part, which must open and be that of `id`; both
  // files are on disk then. An existing key is never replaced.
  Result<NamedKey> restore(std::string_view name, const KeyId& id, std::string_view pem,
                           std::string_view passphrase) const;
  // In the order of names. None when there is no such folder.
  // One broken file keeps nobody from the others: `faults` says what is wrong with it.
  struct Listing {
    std::vector<NamedKey> keys;
    std::vector<Error> faults;
  };
  Result<Listing> list() const;
  bool has_private_part(std::string_view name) const;

 private:
  Result<void> make_room(std::string_view name) const;
  Result<NamedKey> write_public(std::string_view name, const KeyId& id) const;
  std::filesystem::path file(std::string_view name, std::string_view ending) const;
  std::filesystem::path folder_;
};

}  // namespace jumelage::tools
