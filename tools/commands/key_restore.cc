#include <fmt/format.h>

#include "app/json_output.h"
#include "app/key_folder.h"
#include "app/key_paper.h"
#include "app/ui.h"
#include "base/files.h"
#include "base/hex.h"
#include "base/text.h"
#include "cli/passphrase.h"
#include "commands/commands.h"
#include "crypto/key_file.h"

namespace jumelage::tools {
namespace {

Result<cli::Passphrase> passphrase_of(const cli::Arguments& arguments, const std::string& name) {
  if (const auto file = arguments.maybe("passphrase-file")) return cli::read_passphrase(*file);
  return cli::ask_passphrase(fmt::format("Passphrase of the key \"{}\"", for_terminal(name)));
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const std::string& name = arguments.text("NAME");
  JUMELAGE_TRY(const Bytes page, read_file(arguments.text("FILE"), crypto::kMaxKeyFileBytes));
  JUMELAGE_TRY(const PaperKey paper, read_key_paper(as_text(page)));
  JUMELAGE_TRY(const auto passphrase, passphrase_of(arguments, name));
  const KeyFolder folder(ui.globals.keys);
  JUMELAGE_TRY(const NamedKey key, folder.restore(name, paper.id, paper.pem, passphrase.text()));
  if (ui.json()) {
    JsonOutput out;
    print(out.object().text("name", key.name).text("id", to_hex(key.id.view())).end().take());
    return cli::kExitOk;
  }
  print(fmt::format("{} the key \"{}\" into {}, with the passphrase that it had. Its id: {}\n",
                    ui.tone("Restored", cli::Tone::kGood), key.name, for_terminal(folder.path().string()),
                    to_hex(key.id.view())));
  return cli::kExitOk;
}

}  // namespace

void add_key_restore(cli::Command& parent) {
  auto& command = parent.add("restore", "Brings back a key from its page of paper");
  command.describe(
      "FILE holds the numbered lines of the page, typed or scanned; a line that is not as it was printed is named. The "
      "key opens with the passphrase that it had when it was printed. A key that is in the folder is never replaced.");
  command.positional({.name = "NAME", .help = "what the key is called in this folder", .need = cli::Need::kRequired});
  command.positional({.name = "FILE", .help = "the page as text", .need = cli::Need::kRequired});
  command.option({.name = "passphrase-file",
                  .value = "FILE",
                  .help = "read the passphrase from the first line of FILE (mode 0600) instead of asking"});
  command.example("jumelage key restore secretary-spare page.txt", "what was typed from the page in the safe");
  command.handler(running(run));
}

}  // namespace jumelage::tools
