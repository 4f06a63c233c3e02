#include <fmt/format.h>

#include "app/json_output.h"
#include "app/key_folder.h"
#include "app/signing.h"
#include "app/ui.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const KeyFolder folder(ui.globals.keys);
  const std::string& name = arguments.text("NAME");
  JUMELAGE_TRY(const auto passphrase, new_passphrase(arguments, name));
  JUMELAGE_TRY(const NamedKey key, folder.create(name, passphrase.text()));
  if (ui.json()) {
    JsonOutput out;
    print(out.object().text("name", key.name).text("id", to_hex(key.id.view())).end().take());
    return cli::kExitOk;
  }
  cli::Fields fields;
  fields.field("name", key.name, cli::Tone::kHeading);
  fields.field("id", to_hex(key.id.view()));
  fields.field("private",
               (folder.path() / (key.name + ".pem")).string() + " (encrypted; keep a copy off this machine)");
  fields.field("public", (folder.path() / (key.name + ".pub")).string() + " (for whoever enrols it)");
  print(fields.render(ui.look));
  print(fmt::format("\nIn an act the key is written \"@key:{}\".\n", key.name));
  return cli::kExitOk;
}

}  // namespace

void add_key_new(cli::Command& parent) {
  auto& command = parent.add("new", "Makes a new signing key");
  command.describe(
      "An Ed25519 key. The private part is kept in the key folder, encrypted with a passphrase that only its holder "
      "knows; nobody can restore it when it is forgotten. The key may sign once it is enrolled in the ledger: in the "
      "founding act, or by an act keyEnrolled.");
  command.positional({.name = "NAME", .help = "what the key is called in this folder", .need = cli::Need::kRequired});
  command.option({.name = "passphrase-file",
                  .value = "FILE",
                  .help = "read the passphrase from the first line of FILE (mode 0600) instead of asking twice"});
  command.example("jumelage key new secretary", "a key for the secretary's daily use");
  command.example("jumelage --keys /media/stick/keys key new secretary-spare", "a spare key on a stick of its own");
  command.handler(running(run));
}

}  // namespace jumelage::tools
