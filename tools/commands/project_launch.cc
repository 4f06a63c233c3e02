#include <fmt/format.h>

#include "app/act_form.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// "ID=DATE=LANG=TEXT"
Result<std::string> milestone_json(const std::string& word) {
  const auto fail = [&] {
    return Error(ToolError::kUsage, fmt::format("--milestone {}: write ID=DATE=LANG=TEXT, such as wells=2027-03-01=fr="
                                                "\"Dix puits\"",
                                                for_terminal(word)));
  };
  const std::size_t first = word.find('=');
  const std::size_t second = first == std::string::npos ? first : word.find('=', first + 1);
  const std::size_t third = second == std::string::npos ? second : word.find('=', second + 1);
  if (third == std::string::npos || third + 1 >= word.size()) return fail();
  JsonOutput out;
  out.object().text("id", word.substr(0, first)).list("title").object();
  out.text("language", word.substr(second + 1, third - second - 1)).text("text", word.substr(third + 1));
  out.text("standing", "authentic").end().end().text("due", word.substr(first + 1, second - first - 1));
  return out.end().take();
}

void write_milestones(const cli::Arguments& arguments, ActForm& form) {
  std::vector<std::string> milestones;
  for (const std::string& word : arguments.all("milestone")) {
    auto json = milestone_json(word);
    if (!json) form.fail(json.error());
    if (json) milestones.push_back(std::move(json).value());
  }
  form.raw("milestones", fmt::format("[{}]", fmt::join(milestones, ", ")));
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const std::string member = member_of_mandate(form.reg(), arguments.text("lead"));
  form.option("id", "ID").titles().id("agreement", "agreement", SubjectKind::AGREEMENT);
  form.id("decision", "decision", SubjectKind::DECISION).option("theme", "theme");
  form.id("lead", "lead", SubjectKind::MANDATE).text("leadMember", member);
  form.ids("partners", "partner", SubjectKind::MEMBER).money("budget", "budget");
  write_milestones(arguments, form);
  form.date("from", "from").option("until", "until").may_be_attested(member);
}

}  // namespace

void add_project_launch(cli::Command& parent) {
  auto& command = parent.add("launch", "Records that a project of cooperation begins");
  command.describe("Somebody answers for it, the lead. Who sits for the leading member signs, and the secretary.");
  command.positional({.name = "ID", .help = "an id for ever, such as wells", .need = cli::Need::kRequired});
  add_title_options(command, cli::Need::kRequired);
  command.option({.name = "lead", .value = "MANDATE", .help = "who answers for it", .need = cli::Need::kRequired});
  command.option({.name = "theme", .value = "TEXT", .help = "such as water, culture", .need = cli::Need::kRequired});
  command.option({.name = "partner", .value = "MEMBER,...", .help = "who else takes part", .repeated = true});
  command.option({.name = "agreement", .value = "ID", .help = "the agreement that it carries out"});
  command.option({.name = "decision", .value = "ID", .help = "the decision that it rests on"});
  command.option({.name = "budget", .value = "MONEY", .help = "what it may cost, such as \"12000 EUR\""});
  command.option(
      {.name = "milestone", .value = "ID=DATE=LANG=TEXT", .help = "what is reached by when", .repeated = true});
  add_date_option(command, "from", "the first day");
  command.option({.name = "until", .value = "DATE", .help = "the last day as planned"});
  add_act_options(command);
  command.example(
      "jumelage project launch wells --title fr=\"Dix puits\" --lead timbuktu-1 --theme water --partner es-semara "
      "--budget \"12000 EUR\" --from 2025-11-01 --key timbuktu --key secretary",
      "led by Timbuktu");
  command.handler(recording("projectLaunched", fill));
}

}  // namespace jumelage::tools
