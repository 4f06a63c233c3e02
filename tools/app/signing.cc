#include "app/signing.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/tool_error.h"

namespace jumelage::tools {

void add_signing_options(cli::Command& command, cli::Need need) {
  command.option({.name = "key",
                  .value = "NAME[=OFFICE]",
                  .help = "who signs here: a key of the key folder; =OFFICE or =MANDATE where it could be several",
                  .need = need,
                  .repeated = true});
  command.option({.name = "passphrase-file",
                  .value = "FILE",
                  .help = "read the passphrase from the first line of FILE instead of asking; one for all keys, or one "
                          "for each key in their order",
                  .repeated = true});
  command.option({.name = "clock-behind",
                  .help = "record although the ledger's last entry is later than this machine's clock: if the clock is "
                          "right, and was wrong before"});
}

Result<std::vector<Signatory>> signatories(const cli::Arguments& arguments, const Ui& ui) {
  const KeyFolder folder(ui.globals.keys);
  std::vector<Signatory> out;
  for (const std::string& word : arguments.all("key")) {
    const std::size_t equals = std::min(word.find('='), word.size());
    JUMELAGE_TRY(auto key, folder.find(word.substr(0, equals)));
    const auto same = [&](const Signatory& other) { return other.key.id == key.id; };
    if (std::ranges::any_of(out, same))
      return Error(ToolError::kUsage, fmt::format("--key {} is given twice; each key signs once", key.name));
    out.push_back({std::move(key), equals == word.size() ? "" : word.substr(equals + 1)});
  }
  return out;
}

Result<std::vector<crypto::SigningKey>> unlock(const cli::Arguments& arguments, const Ui& ui,
                                               const std::vector<Signatory>& signatories) {
  const auto& files = arguments.all("passphrase-file");
  if (files.size() > 1 && files.size() != signatories.size())
    return Error(ToolError::kUsage, fmt::format("--passphrase-file is given {} times for {} keys; give one for all, or "
                                                "one for each in their order",
                                                files.size(), signatories.size()));
  const KeyFolder folder(ui.globals.keys);
  std::vector<crypto::SigningKey> keys;
  for (std::size_t i = 0; i < signatories.size(); ++i) {
    const std::string& name = signatories[i].key.name;
    auto passphrase = files.empty() ? cli::ask_passphrase(fmt::format("Passphrase of the key \"{}\"", name))
                                    : cli::read_passphrase(files[files.size() == 1 ? 0 : i]);
    if (!passphrase) return passphrase.error();
    JUMELAGE_TRY(auto key, folder.load(name, passphrase.value().text()));
    keys.push_back(std::move(key));
  }
  return keys;
}

Result<cli::Passphrase> new_passphrase(const cli::Arguments& arguments, std::string_view name) {
  if (const auto file = arguments.maybe("passphrase-file")) return cli::read_passphrase(*file);
  return cli::ask_new_passphrase(fmt::format("A passphrase for the new key \"{}\", 8 characters or more", name));
}

}  // namespace jumelage::tools
