#include "app/act_options.h"
#include "app/lookup.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

Result<Made> make(const cli::Arguments& arguments, const Register& reg) {
  const std::string& id = arguments.text("SESSION");
  JUMELAGE_TRY(const Number session, find(reg, id, SubjectKind::SESSION));
  const std::string json = act_json(arguments, "sessionClosed", [&](JsonOutput& out) {
    out.text("session", id);
    out.text("at", arguments.maybe("at").value_or(arguments.maybe("decided-at").value_or(local_now())));
    out.number("acts", acts_of_session(reg, session));
  });
  return Made{json};
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now.reg()); });
}

}  // namespace

void add_session_close(cli::Command& parent) {
  auto& command = parent.add("close", "Closes a session");
  command.describe(
      "A session closes when every item of its agenda is decided or disposed of (noted, deferred, withdrawn, not "
      "reached: acts of kind itemDisposed). How many acts it had is written into the closing, so that none can be "
      "lost.");
  command.positional({.name = "SESSION", .help = "the session's id", .need = cli::Need::kRequired});
  command.option({.name = "at", .value = "TIME", .help = "when it closed; otherwise: now"});
  add_act_options(command);
  command.example("jumelage session close cci-1 --key es-semara --key secretary", "the end of a session");
  command.handler(running(run));
}

}  // namespace jumelage::tools
