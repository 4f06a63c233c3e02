#include <fmt/format.h>

#include "app/json_output.h"
#include "app/key_folder.h"
#include "app/ui.h"
#include "base/hex.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const KeyFolder folder(ui.globals.keys);
  JUMELAGE_TRY(const NamedKey key, folder.find(arguments.text("NAME")));
  JUMELAGE_TRY(const std::string pem, folder.public_pem(key.name));
  if (ui.json()) {
    JsonOutput out;
    out.object().text("name", key.name).text("id", to_hex(key.id.view())).text("publicKey", pem);
    print(out.flag("hasPrivatePart", folder.has_private_part(key.name)).end().take());
    return cli::kExitOk;
  }
  cli::Fields fields;
  fields.field("name", key.name, cli::Tone::kHeading);
  fields.field("id", to_hex(key.id.view()));
  fields.field("private part", folder.has_private_part(key.name) ? "in this folder, encrypted" : "not here");
  print(fields.render(ui.look) + "\n" + pem);
  return cli::kExitOk;
}

}  // namespace

void add_key_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows the public part of a key");
  command.describe("The id and the public key. The private part is never shown.");
  command.positional({.name = "NAME", .help = "the key's name in the key folder", .need = cli::Need::kRequired});
  command.example("jumelage key show secretary", "what the secretary sends to whoever enrols the key");
  command.handler(running(run));
}

}  // namespace jumelage::tools
