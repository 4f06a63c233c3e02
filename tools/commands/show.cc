#include <fmt/format.h>

#include "app/json_output.h"
#include "app/open_ledger.h"
#include "app/reference.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "event/json.h"
#include "governance/kind_names.h"
#include "show/decision_sheet.h"
#include "show/entry_sheet.h"
#include "show/findings.h"
#include "show/log_table.h"
#include "show/session_sheet.h"
#include "show/subject_sheet.h"

namespace jumelage::tools {
namespace {

Result<std::string> subject_text(const ledger::Snapshot& snapshot, Number subject, const Ui& ui) {
  JUMELAGE_TRY(const std::string sheet, subject_sheet(snapshot, subject, ui));
  JUMELAGE_TRY(const std::string history, log_table(snapshot, projection::history(snapshot.reg(), subject), ui));
  return sheet + "\n" + cli::heading("History", ui.look) + history;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const std::string& what = arguments.text("WHAT");
  const bool is_place = what.starts_with('#');  // needs no register
  JUMELAGE_TRY(const auto ledger, is_place ? open_to_read_log(ui) : open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, is_place ? ledger->snapshot_of_log() : ledger->snapshot());
  JUMELAGE_TRY(const Referred referred, resolve(snapshot.reg(), snapshot.size(), what));
  Result<std::string> text = std::string();
  if (referred.entry) {
    text = ui.json() ? entry_json(snapshot, *referred.entry) : entry_sheet(snapshot, *referred.entry, ui);
  } else {
    text = ui.json() ? subject_json(snapshot, referred.subject) : subject_text(snapshot, referred.subject, ui);
  }
  if (!text) return text.error();
  print(text.value());
  return cli::kExitOk;
}

}  // namespace

void add_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows one act, or a thing and its history");
  command.describe(
      "An act is shown with its signatures and with the proof that it is in the log; both are checked on the spot. A "
      "subject (a member, mandate, session, proposal, decision, key ...) is shown as it stands, with every act on it.");
  command.positional({.name = "WHAT",
                      .help = "#N for entry N, 8 or more digits of an act's id, a decision's number, or a subject's id",
                      .need = cli::Need::kRequired});
  command.example("jumelage show '#0'", "the founding act");
  command.example("jumelage show CCI-2026-001", "a decision, by its number");
  command.example("jumelage show es-semara", "a member and what happened to it");
  command.handler(running(run));
}

}  // namespace jumelage::tools
