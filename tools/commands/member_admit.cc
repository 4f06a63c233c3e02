#include "app/act_form.h"
#include "app/member_profile.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.option("id", "ID");
  write_profile(form);
  form.flag("votingRight", !arguments.flag("no-vote")).flag("feesInOrder", !arguments.flag("fees-due"));
  form.id("decision", "decision", SubjectKind::DECISION);
  form.external_ids("deliberation", "deliberation", arguments.text("ID") + ":deliberations");
}

}  // namespace

void add_member_admit(cli::Command& parent) {
  auto& command = parent.add("admit", "Records that a city or partner institution joins");
  command.describe(
      "Admission needs an adopted decision of the council, and refers to the member's own deliberation to join. Who "
      "sits "
      "for the member then is recorded with: jumelage person add, jumelage mandate grant.");
  command.positional({.name = "ID", .help = "an id for ever, such as saint-louis", .need = cli::Need::kRequired});
  add_profile_options(command, cli::Need::kRequired);
  command.option({.name = "decision", .value = "ID", .help = "the decision that admits it"});
  command.option({.name = "deliberation",
                  .value = "NUMBER",
                  .help = "how the member calls its own deliberation; or SCHEME=NUMBER",
                  .repeated = true});
  command.option({.name = "no-vote", .help = "those who sit for it may not vote"});
  command.option({.name = "fees-due", .help = "its fees are not paid"});
  add_act_options(command);
  command.example(
      "jumelage member admit saint-louis --name fr=Saint-Louis --country SN --decision saint-louis-joins-decision "
      "--deliberation 2026-31 --key es-semara --key secretary",
      "a city joins");
  command.handler(recording("memberAdmitted", fill));
}

}  // namespace jumelage::tools
