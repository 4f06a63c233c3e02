#include "app/key_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <system_error>

#include "app/tool_error.h"
#include "base/files.h"
#include "base/hex.h"
#include "base/text.h"
#include "cli/nearest.h"
#include "crypto/key_file.h"

namespace jumelage::tools {
namespace {

constexpr std::size_t kLongestName = 64;

bool is_name(std::string_view name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  const auto fits = [&](char c) { return plain(c) || c == '-' || c == '_' || c == '.'; };
  return !name.empty() && name.size() <= kLongestName && plain(name[0]) && std::ranges::all_of(name, fits);
}

Result<void> check_name(std::string_view name) {
  if (is_name(name)) return ok();
  return Error(ToolError::kUsage,
               fmt::format("\"{}\" cannot be the name of a key: take 1 to {} of a-z 0-9 - _ . and begin with a "
                           "letter or digit",
                           for_terminal(name), kLongestName));
}

Result<KeyId> parse_public(std::string_view text, const std::string& file) {
  JUMELAGE_TRY(const KeyId id, crypto::parse_public_key_pem(text));
  if (text.substr(0, text.find('\n')) == to_hex(id.view())) return id;
  return Error(ToolError::kBadKeyFolder,
               fmt::format("{}: the id on the first line is not that of the key below it; put the file right, or fetch "
                           "it anew from its owner",
                           for_terminal(file)));
}

}  // namespace

std::filesystem::path KeyFolder::file(std::string_view name, std::string_view ending) const {
  return folder_ / fmt::format("{}.{}", name, ending);
}

bool KeyFolder::has_private_part(std::string_view name) const {
  std::error_code ignored;
  return is_name(name) && std::filesystem::exists(file(name, "pem"), ignored);
}

// A folder, and no key of that name in it.
Result<void> KeyFolder::make_room(std::string_view name) const {
  JUMELAGE_TRY(check_name(name));
  std::error_code failed;
  std::filesystem::create_directories(folder_.parent_path(), failed);
  ::mkdir(folder_.c_str(), 0700);  // whether it worked shows when the key is written
  if (std::filesystem::exists(file(name, "pub"), failed))
    return Error(FileError::kExists, fmt::format("there is a key \"{}\" in {} already; choose another name", name,
                                                 for_terminal(folder_.string())));
  return ok();
}

Result<NamedKey> KeyFolder::write_public(std::string_view name, const KeyId& id) const {
  const std::string text = to_hex(id.view()) + "\n" + crypto::public_key_pem(id);
  JUMELAGE_TRY(write_file(file(name, "pub"), as_bytes(text), 0644, IfExists::kRefuse));
  return NamedKey{std::string(name), id};
}

Result<NamedKey> KeyFolder::create(std::string_view name, std::string_view passphrase) const {
  JUMELAGE_TRY(make_room(name));
  const crypto::SigningKey key = crypto::SigningKey::generate();
  JUMELAGE_TRY(crypto::save_key(file(name, "pem"), key, passphrase));
  return write_public(name, key.id());
}

Result<std::string> KeyFolder::encrypted_pem(std::string_view name) const {
  JUMELAGE_TRY(check_name(name));
  auto bytes = read_file(file(name, "pem"), crypto::kMaxKeyFileBytes);
  if (bytes) {
    if (const auto good = crypto::check_encrypted_key(as_text(bytes.value())); !good)
      return good.error().within(for_terminal(file(name, "pem").string()));
    return std::string(as_text(bytes.value()));
  }
  if (!bytes.error().is(FileError::kNotFound)) return bytes.error();
  return Error(ToolError::kNotFound,
               fmt::format("the private part of the key \"{}\" is not in {}", name, for_terminal(folder_.string())));
}

Result<NamedKey> KeyFolder::restore(std::string_view name, const KeyId& id, std::string_view pem,
                                    std::string_view passphrase) const {
  JUMELAGE_TRY(check_name(name));
  JUMELAGE_TRY(const auto key, crypto::decrypt_key(pem, passphrase));
  if (key.id() != id)
    return Error(ToolError::kBadKeyFolder,
                 "the private part is not that of the id beside it; bring it back from another copy");
  JUMELAGE_TRY(make_room(name));
  JUMELAGE_TRY(write_file(file(name, "pem"), as_bytes(pem), 0600, IfExists::kRefuse));
  return write_public(name, id);
}

Result<std::string> KeyFolder::public_pem(std::string_view name) const {
  JUMELAGE_TRY(const NamedKey key, find(name));
  return crypto::public_key_pem(key.id);
}

Result<NamedKey> KeyFolder::find(std::string_view name) const {
  JUMELAGE_TRY(check_name(name));
  const auto path = file(name, "pub");
  auto bytes = read_file(path, crypto::kMaxKeyFileBytes);
  if (!bytes && bytes.error().is(FileError::kNotFound)) {
    std::vector<std::string> names;
    if (const auto known = list())
      for (const NamedKey& key : known.value().keys) names.push_back(key.name);
    const std::string meant = cli::nearest(name, names);
    return Error(ToolError::kNotFound,
                 fmt::format("there is no key \"{}\" in {}{}; see: jumelage key list", name,
                             for_terminal(folder_.string()), meant.empty() ? "" : ". Did you mean \"" + meant + "\"?"));
  }
  if (!bytes) return bytes.error();
  JUMELAGE_TRY(const KeyId id, parse_public(as_text(bytes.value()), path.string()));
  return NamedKey{std::string(name), id};
}

Result<crypto::SigningKey> KeyFolder::load(std::string_view name, std::string_view passphrase) const {
  JUMELAGE_TRY(const NamedKey known, find(name));
  auto key = crypto::load_key(file(name, "pem"), passphrase);
  if (!key) return key.error().within(fmt::format("the key \"{}\"", name));
  if (key.value().id() == known.id) return key;
  return Error(ToolError::kBadKeyFolder, fmt::format("{0}.pem and {0}.pub in {1} are parts of two different keys; "
                                                     "restore the one that is wrong from its copy",
                                                     name, for_terminal(folder_.string())));
}

Result<KeyFolder::Listing> KeyFolder::list() const {
  std::vector<std::string> names;
  std::error_code failed;
  for (std::filesystem::directory_iterator it(folder_, failed), end; !failed && it != end; it.increment(failed))
    if (it->path().extension() == ".pub" && is_name(it->path().stem().string()))
      names.push_back(it->path().stem().string());
  if (failed && failed != std::errc::no_such_file_or_directory)
    return Error(FileError::kUnreadable, fmt::format("cannot read the folder of keys {}: {}",
                                                     for_terminal(folder_.string()), failed.message()));
  std::ranges::sort(names);
  Listing out;
  for (const std::string& name : names) {
    if (auto key = find(name)) {
      out.keys.push_back(std::move(key).value());
    } else {
      out.faults.push_back(key.error().within(name + ".pub"));
    }
  }
  return out;
}

}  // namespace jumelage::tools
