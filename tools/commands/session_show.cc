#include "app/json_output.h"
#include "app/reading.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "show/session_sheet.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading_at(arguments, ui));
  const ledger::Snapshot& snapshot = reading.snapshot;
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
  auto& command = parent.add("show", "Shows a session: attendance over time, quorum, items, votes");
  command.positional({.name = "SESSION", .help = "the session's id", .need = cli::Need::kRequired});
  add_size_option(command);
  command.example("jumelage session show cci-1", "the sheet of the first session");
  command.example("jumelage session show cci-1 --at 4", "what was known of it when the log held four entries");
  command.handler(running(run));
}

}  // namespace jumelage::tools
