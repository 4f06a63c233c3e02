// A project after its launch: reports, halts, its end, another lead.
#include "app/act_form.h"
#include "app/state_command.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

constexpr StateCommand kChanges[] = {{"suspend", "suspended", "Records that a project is halted"},
                                     {"resume", "resumed", "Records that a project goes on"},
                                     {"complete", "completed", "Records that a project reached its end"},
                                     {"cancel", "cancelled", "Records that a project was given up"}};

void add_project(cli::Command& command) {
  command.positional({.name = "PROJECT", .help = "the project's id", .need = cli::Need::kRequired});
}

// The member that leads it now; empty: there is no such project, which id() says.
std::string leading_member(const cli::Arguments& arguments, const Register& reg) {
  const auto known = projection::find_subject(reg, arguments.text("PROJECT"));
  if (!known || known->kind != SubjectKind::PROJECT) return {};
  return projection::slug_of(reg, (*row_of(reg, known->number)).getProject().getLeadMember());
}

void report(const cli::Arguments& arguments, ActForm& form) {
  form.id("project", "PROJECT", SubjectKind::PROJECT).option("from", "from").date("until", "until");
  form.texts("progress", "progress").list("milestonesReached", listed(arguments, "reached")).money("spent", "spent");
  form.may_be_attested(leading_member(arguments, form.reg()));
}

void hand_over(const cli::Arguments& arguments, ActForm& form) {
  const std::string member = member_of_mandate(form.reg(), arguments.text("LEAD"));
  form.id("project", "PROJECT", SubjectKind::PROJECT).id("newLead", "LEAD", SubjectKind::MANDATE);
  form.text("newLeadMember", member).date("from", "from").texts("state", "state").may_be_attested(member);
}

void add_change(cli::Command& parent, const StateCommand& change) {
  auto& command = parent.add(change.command, change.summary);
  add_project(command);
  command.option({.name = "reason", .value = "TEXT", .help = "why", .need = cli::Need::kRequired});
  add_date_option(command, "from", "the first day on which it is so");
  add_act_options(command);
  command.example(std::string("jumelage project ") + change.command +
                      " wells --reason \"As agreed with the partners\" --key timbuktu --key secretary",
                  "signed by the lead and the secretary");
  command.handler(recording("projectStateChanged", [&change](const cli::Arguments& arguments, ActForm& form) {
    form.id("project", "PROJECT", SubjectKind::PROJECT).text("state", change.state);
    form.date("from", "from").option("reason", "reason").may_be_attested(leading_member(arguments, form.reg()));
  }));
}

}  // namespace

void add_project_report(cli::Command& parent) {
  auto& command = parent.add("report", "Records the lead's report on a period");
  add_project(command);
  command.option(
      {.name = "from", .value = "DATE", .help = "the first day of the period", .need = cli::Need::kRequired});
  add_date_option(command, "until", "its last day");
  add_text_option(command, "progress", "what was done", cli::Need::kRequired);
  command.option({.name = "reached", .value = "MILESTONE,...", .help = "milestones reached in it", .repeated = true});
  command.option({.name = "spent", .value = "MONEY", .help = "what was spent in it, such as \"1500 EUR\""});
  add_act_options(command);
  command.example(
      "jumelage project report wells --from 2025-11-01 --progress fr=\"Deux puits creusés\" --spent \"2400 EUR\" --key "
      "timbuktu",
      "signed by the lead");
  command.handler(recording("projectReported", report));
}

void add_project_hand_over(cli::Command& parent) {
  auto& command = parent.add("hand-over", "Records that somebody else answers for a project from now on");
  command.describe(
      "The old lead and the new one sign. For a lead whose mandate has ended, anyone of that member does, or the "
      "secretary where the member has left.");
  add_project(command);
  command.positional({.name = "LEAD", .help = "the mandate that takes it over", .need = cli::Need::kRequired});
  add_text_option(command, "state", "where things stand");
  add_date_option(command, "from", "the first day");
  add_act_options(command);
  command.example(
      "jumelage project hand-over wells es-semara-1 --state fr=\"Deux puits sur dix\" --key timbuktu --key "
      "es-semara=es-semara-1",
      "from Timbuktu to Es-Semara");
  command.handler(recording("projectHandedOver", hand_over));
}

void add_project_states(cli::Command& parent) {
  for (const StateCommand& change : kChanges) add_change(parent, change);
}

}  // namespace jumelage::tools
