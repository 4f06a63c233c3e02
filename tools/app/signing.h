// Who signs: the options for it, and the keys behind them.
#pragma once

#include <string>
#include <vector>

#include "app/key_folder.h"
#include "app/ui.h"
#include "base/result.h"
#include "cli/passphrase.h"
#include "crypto/ed25519.h"

namespace jumelage::tools {

// --key, --passphrase-file and --clock-behind: of every command that records.
void add_signing_options(cli::Command& command, cli::Need need = cli::Need::kRequired);

// A key that was named, and in what capacity it shall sign: an office or mandate; empty: what the register says.
struct Signatory {
  NamedKey key;
  std::string as;
};
// The keys of --key, each once, public parts only.
Result<std::vector<Signatory>> signatories(const cli::Arguments& arguments, const Ui& ui);

// The private keys in the order of the signatories: passphrases from the files given, or asked for one by one.
Result<std::vector<crypto::SigningKey>> unlock(const cli::Arguments& arguments, const Ui& ui,
                                               const std::vector<Signatory>& signatories);

// For a new key: from --passphrase-file, or asked for twice.
Result<cli::Passphrase> new_passphrase(const cli::Arguments& arguments, std::string_view name);

}  // namespace jumelage::tools
