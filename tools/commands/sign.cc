#include "app/draft_recorder.h"
#include "app/signing.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

Result<void> sign(DraftFile& draft, const RulesSay& rules, const cli::Arguments& arguments, const Ui& ui) {
  if (!arguments.has("key")) return ok();
  if (rules.refused) return *rules.refused;  // it can never be recorded, so nobody shall sign it
  return sign_draft(draft, arguments, ui);
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const std::string& file = arguments.text("FILE");
  JUMELAGE_TRY(DraftFile draft, read_and_join(arguments, file));
  JUMELAGE_TRY(const RulesSay rules, ask_rules(draft, ui));
  if (!ui.json()) print(draft_sheet(draft, rules, arguments.flag("full"), ui) + "\n");
  JUMELAGE_TRY(sign(draft, rules, arguments, ui));
  const std::string out = arguments.maybe("output").value_or(file);
  const bool writes = arguments.has("key") || arguments.has("join") || out != file;
  if (writes) {
    JUMELAGE_TRY(write_draft(out, draft, out == file ? IfExists::kReplace : IfExists::kRefuse));
    cli::keep_exit_code();
  }
  print(ui.json() ? draft_json(draft, rules, out) : draft_state(draft, out, ui));
  return rules.refused ? cli::kExitRefused : cli::kExitOk;
}

}  // namespace

void add_sign(cli::Command& parent) {
  auto& command = parent.add("sign", "Shows a draft that is passed round, and signs it");
  command.describe(
      "A draft is written by any command that records, with --draft FILE. It holds the very acts that are going to be "
      "recorded and the signatures that it has so far; send it by e-mail or on a stick. What you are shown is made "
      "from "
      "these acts and from nothing else, and the rules of the ledger that is at hand say what they think of them; "
      "where "
      "there is none, you are told so.\n\n"
      "Without --key nothing is signed: you only see what it is and who is missing. When it is complete, whoever keeps "
      "the ledger records it: jumelage record FILE. If something was recorded on the same subjects meanwhile, it is "
      "refused and has to be drafted anew.");
  command.positional({.name = "FILE", .help = "the draft file", .need = cli::Need::kRequired});
  add_signing_options(command, cli::Need::kOptional);
  add_join_option(command);
  command.option(
      {.name = "output", .value = "FILE", .help = "write there instead of into the same file", .letter = "o"});
  command.option({.name = "full", .help = "show every field of every act, also where there are many"});
  command.example("jumelage sign vote.draft", "see what it says, what the rules say, and who is missing");
  command.example("jumelage sign vote.draft --key chair", "see it, and sign it");
  command.example("jumelage sign vote.draft --join vote-from-timbuktu.draft", "two copies signed apart become one");
  command.handler(running(run));
}

}  // namespace jumelage::tools
