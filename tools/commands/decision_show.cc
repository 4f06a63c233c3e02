#include "app/open_ledger.h"
#include "app/reference.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "show/decision_sheet.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  JUMELAGE_TRY(const Number decision, find_decision(snapshot.reg(), arguments.text("DECISION")));
  JUMELAGE_TRY(const std::string text,
               ui.json() ? decision_json(snapshot, decision) : decision_sheet(snapshot, decision, ui));
  print(text);
  return cli::kExitOk;
}

}  // namespace

void add_decision_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a decision: outcome, arithmetic, what is irregular, proof");
  command.positional({.name = "DECISION", .help = "its number or id", .need = cli::Need::kRequired});
  command.example("jumelage decision show CCI-2026-001", "by its definitive number");
  command.handler(running(run));
}

}  // namespace jumelage::tools
