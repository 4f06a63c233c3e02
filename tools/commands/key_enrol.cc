#include <fmt/format.h>

#include "app/act_options.h"
#include "app/lookup.h"
#include "base/hex.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

Result<Made> make(const cli::Arguments& arguments, const Ui& ui, const Register& reg) {
  const KeyFolder folder(ui.globals.keys);
  JUMELAGE_TRY(const NamedKey key, folder.find(arguments.text("NAME")));
  const std::string& purpose = arguments.text("purpose");
  const bool of_mandate = purpose == "daily" || purpose == "spare" || purpose == "recovery";
  const std::string& holder = arguments.text("holder");
  JUMELAGE_TRY(find(reg, holder, of_mandate ? SubjectKind::MANDATE : SubjectKind::MEMBER));
  return Made{act_json(arguments, "keyEnrolled", [&](JsonOutput& out) {
    out.text("key", to_hex(key.id.view())).text("purpose", purpose).text("holder", holder);
    out.text("custody", arguments.text("custody")).optional_text("note", arguments.maybe("note").value_or(""));
  })};
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, ui, now.reg()); });
}

}  // namespace

void add_key_enrol(cli::Command& parent) {
  auto& command = parent.add("enrol", "Enrols a key in the ledger, so that it may sign");
  command.describe(
      "The key administrators' quorum signs, and the key itself, which shows that it is held: where that is another "
      "machine, write a draft and send it. The key may sign from the next entry on. A spare key is enrolled in "
      "advance, "
      "printed (jumelage key print), and kept elsewhere.");
  command.positional(
      {.name = "NAME", .help = "the key in the key folder; its file NAME.pub is enough", .need = cli::Need::kRequired});
  command.option({.name = "holder",
                  .value = "ID",
                  .help = "whose key it is: a mandate for daily, spare and recovery keys, otherwise a member",
                  .need = cli::Need::kRequired});
  command.option(
      {.name = "purpose",
       .value = "PURPOSE",
       .help = "what it may sign",
       .fallback = "daily",
       .choices = {"daily", "spare", "recovery", "administration", "witness", "publicWitness", "nodeTls", "log"}});
  command.option({.name = "custody",
                  .value = "HOW",
                  .help = "how its private part is kept",
                  .fallback = "encryptedFile",
                  .choices = {"encryptedFile", "hardware", "printed", "host"}});
  command.option({.name = "note", .value = "TEXT", .help = "more about it, such as where a spare key lies"});
  add_act_options(command);
  command.example(
      "jumelage key enrol secretary-spare --holder secretary-1 --purpose spare --custody printed --key es-semara-admin "
      "--key timbuktu-admin --key secretary-spare",
      "a spare key, by two administrators");
  command.example(
      "jumelage key enrol expert-new --holder expert-1 --draft expert.draft --signer es-semara --signer timbuktu "
      "--signer expert-new",
      "everybody signs where they are");
  command.handler(running(run));
}

}  // namespace jumelage::tools
