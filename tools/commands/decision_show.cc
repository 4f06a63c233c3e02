#include "app/reading.h"
#include "app/reference.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "show/decision_sheet.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  JUMELAGE_TRY(const Number decision, find_decision(reading.reg(), arguments.text("DECISION")));
  JUMELAGE_TRY(const auto row, reading.known_state(decision));
  JUMELAGE_TRY(const std::string text, ui.json() ? decision_json(reading.snapshot, decision, *row, reading.day)
                                                 : decision_sheet(reading.snapshot, decision, *row, reading.day, ui));
  print(text);
  return cli::kExitOk;
}

}  // namespace

void add_decision_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a decision: outcome, arithmetic, whether it stands, proof");
  command.positional({.name = "DECISION", .help = "its number or id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage decision show CCI-2026-001", "by its definitive number");
  command.example("jumelage decision show CCI-2026-001 --as-of 2026-12-31", "whether it stands on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
