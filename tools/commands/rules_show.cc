#include "app/reading.h"
#include "app/rule_source.h"
#include "commands/commands.h"
#include "show/rule_words.h"

namespace jumelage::tools {
namespace {

// Models and files are read without a ledger: a council reads them before there is one.
Result<RuleSetValue> rules_asked_for(const cli::Arguments& arguments, const Ui& ui) {
  const std::string& word = arguments.text("RULES");
  if (!is_of_ledger(word)) return rules_of(nullptr, word);
  JUMELAGE_TRY(const Reading reading, open_reading_at(arguments, ui));
  return rules_of(&reading.reg(), word);
}

std::string sheet(schema::RuleSet::Reader rules, const Ui& ui) {
  std::string out;
  std::string part;
  cli::Fields fields;
  const auto flush = [&] {
    if (!part.empty()) out += (out.empty() ? "" : "\n") + cli::heading(part, ui.look) + fields.render(ui.look);
    fields = cli::Fields();
  };
  for (const RuleLine& line : rule_lines(rules)) {
    if (line.part != part) flush();
    part = line.part;
    fields.field(line.about, line.text);
  }
  flush();
  return out;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const RuleSetValue rules, rules_asked_for(arguments, ui));
  print(ui.json() ? rules.json() + "\n" : sheet(rules.reader(), ui));
  return cli::kExitOk;
}

}  // namespace

void add_rules_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows in plain words what a rule set says");
  command.describe(
      "Quorum, majorities, elections, proxies, notice, clearances, publication: whatever the rules settle. RULES is a "
      "rule set of the ledger (cci-rules: its newest version; cci-rules@1: that one), a model (model:NAME) or a file "
      "(file:PATH). With --json the rule set as data: a file to edit and to adopt.");
  command.positional(
      {.name = "RULES", .help = "ID, ID@VERSION, model:NAME or file:PATH", .need = cli::Need::kRequired});
  add_size_option(command);
  command.example("jumelage rules show cci-rules", "what the council decides by now");
  command.example("jumelage rules show model:french-municipal --json > rules.json", "a file to start from");
  command.handler(running(run));
}

}  // namespace jumelage::tools
