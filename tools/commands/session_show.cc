#include "app/json_output.h"
#include "app/lookup.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "show/session_sheet.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  JUMELAGE_TRY(const Number session, find(snapshot.reg(), arguments.text("SESSION"), SubjectKind::SESSION));
  if (ui.json()) {
    JsonOutput out;
    JUMELAGE_TRY(write_session(snapshot, session, out));
    print(out.take());
  } else {
    JUMELAGE_TRY(const auto sheet, session_sheet(snapshot, session, ui));
    print(sheet);
  }
  return cli::kExitOk;
}

}  // namespace

void add_session_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a session: attendance, quorum, items, votes");
  command.positional({.name = "SESSION", .help = "the session's id", .need = cli::Need::kRequired});
  command.example("jumelage session show cci-1", "the sheet of the first session");
  command.handler(running(run));
}

}  // namespace jumelage::tools
