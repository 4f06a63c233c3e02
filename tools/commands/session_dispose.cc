#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.session(session_or_open(form.reg(), arguments.maybe("session")));
  form.id("item", "ITEM", SubjectKind::PROPOSAL).option("disposition", "as");
  form.id("to", "to", SubjectKind::SESSION).option("note", "note");
}

}  // namespace

void add_session_dispose(cli::Command& parent) {
  auto& command = parent.add("dispose", "Ends an item without a vote: noted, by consensus, withdrawn, deferred");
  command.describe("A session closes once every item of its agenda is decided or disposed of.");
  command.positional({.name = "ITEM", .help = "the proposal", .need = cli::Need::kRequired});
  command.option({.name = "as",
                  .value = "HOW",
                  .help = "how it ended; consensus: adopted, as nobody objected",
                  .need = cli::Need::kRequired,
                  .choices = {"noted", "consensus", "withdrawn", "deferred", "notReached"}});
  command.option({.name = "to", .value = "SESSION", .help = "with deferred: the session that it goes to"});
  command.option({.name = "note", .value = "TEXT", .help = "more about it"});
  command.option({.name = "session", .value = "ID", .help = "otherwise: the one that is open"});
  add_act_options(command);
  command.example("jumelage session dispose activity-report --as noted --key secretary", "taken note of");
  command.handler(recording("itemDisposed", fill));
}

}  // namespace jumelage::tools
