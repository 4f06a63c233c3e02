#include <fmt/format.h>

#include "app/reading.h"
#include "app/rule_source.h"
#include "base/text.h"
#include "commands/commands.h"
#include "show/rule_words.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

struct Pair {
  RuleSetValue first;
  RuleSetValue second;
};

Result<Pair> pair_from(const Register* reg, const cli::Arguments& arguments) {
  JUMELAGE_TRY(auto first, rules_of(reg, arguments.text("FIRST")));
  JUMELAGE_TRY(auto second, rules_of(reg, arguments.text("SECOND")));
  return Pair{std::move(first), std::move(second)};
}

Result<Pair> pair_asked_for(const cli::Arguments& arguments, const Ui& ui) {
  if (!is_of_ledger(arguments.text("FIRST")) && !is_of_ledger(arguments.text("SECOND")))
    return pair_from(nullptr, arguments);
  JUMELAGE_TRY(const Reading reading, open_reading_at(arguments, ui));
  return pair_from(&reading.reg(), arguments);
}

std::string json_of(const std::vector<RuleDifference>& differences) {
  JsonOutput out;
  out.object().list("differences");
  for (const RuleDifference& each : differences) {
    out.object().text("part", each.part).text("about", each.about);
    out.optional_text("first", each.was).optional_text("second", each.is).end();
  }
  return out.end().end().take();
}

std::string text_of(const std::vector<RuleDifference>& differences, const cli::Arguments& arguments, const Ui& ui) {
  if (differences.empty()) return "Both say the same.\n";
  cli::Table table({{"what"}, {arguments.text("FIRST")}, {arguments.text("SECOND")}});
  const auto or_nothing = [](const std::string& text) { return text.empty() ? std::string("(nothing)") : text; };
  for (const RuleDifference& each : differences)
    table.row({fmt::format("{}: {}", each.part, each.about), or_nothing(each.was), or_nothing(each.is)});
  return table.render(ui.look) + fmt::format("\n{}\n", counted(differences.size(), "difference"));
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Pair pair, pair_asked_for(arguments, ui));
  const auto differences = rule_differences(pair.first.reader(), pair.second.reader());
  print(ui.json() ? json_of(differences) : text_of(differences, arguments, ui));
  return cli::kExitOk;
}

}  // namespace

void add_rules_compare(cli::Command& parent) {
  auto& command = parent.add("compare", "Shows in plain words where two rule sets differ");
  command.describe("Two versions, or a version and a file or model, named as for jumelage rules show.");
  command.positional(
      {.name = "FIRST", .help = "ID, ID@VERSION, model:NAME or file:PATH", .need = cli::Need::kRequired});
  command.positional({.name = "SECOND", .help = "the same", .need = cli::Need::kRequired});
  add_size_option(command);
  command.example("jumelage rules compare cci-rules model:french-municipal", "how far the council is from a model");
  command.example("jumelage rules compare model:simple-majority model:moroccan-communal", "two models");
  command.handler(running(run));
}

}  // namespace jumelage::tools
