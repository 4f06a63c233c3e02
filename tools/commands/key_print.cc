#include "app/json_output.h"
#include "app/key_folder.h"
#include "app/key_paper.h"
#include "app/ui.h"
#include "base/hex.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const KeyFolder folder(ui.globals.keys);
  JUMELAGE_TRY(const NamedKey key, folder.find(arguments.text("NAME")));
  JUMELAGE_TRY(const std::string pem, folder.encrypted_pem(key.name));
  const std::string page = key_paper(key.name, {key.id, pem});
  if (ui.json()) {
    JsonOutput out;
    print(out.object().text("name", key.name).text("id", to_hex(key.id.view())).text("page", page).end().take());
  } else {
    print(page);
  }
  return cli::kExitOk;
}

}  // namespace

void add_key_print(cli::Command& parent) {
  auto& command = parent.add("print", "Prints a key on a page of paper, to be kept");
  command.describe(
      "For a spare key that lies in a safe: its id, and its private part as it stands in the key folder, encrypted "
      "with "
      "its passphrase. Each line has a check, so that a page that is typed back is known to be right. Keep the "
      "passphrase elsewhere.");
  command.positional({.name = "NAME", .help = "the key's name in the key folder", .need = cli::Need::kRequired});
  command.example("jumelage key print secretary-spare | lp", "onto the printer");
  command.handler(running(run));
}

}  // namespace jumelage::tools
