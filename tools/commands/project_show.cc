#include <fmt/format.h>

#include "app/reading.h"
#include "commands/commands.h"
#include "governance/project_continuity.h"
#include "show/findings.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;
using governance::LeadLapse;

std::string partners_of(const Register& reg, schema::ProjectState::Reader project) {
  std::string out;
  for (const Number partner : project.getPartners())
    out += (out.empty() ? "" : ", ") + projection::slug_of(reg, partner);
  return out;
}

std::string milestone_text(schema::ProjectState::Milestone::Reader milestone, std::uint32_t day) {
  if (milestone.getReachedAt() != 0)
    return fmt::format("{}: reached (#{}), due {}", view(milestone.getId()), milestone.getReachedAt(),
                       date_text(milestone.getDue()));
  return fmt::format("{}: {} {}", view(milestone.getId()), milestone.getDue() < day ? "overdue since" : "due",
                     date_text(milestone.getDue()));
}

void write_money(std::string_view name, std::int64_t minor_units, std::string_view currency, JsonOutput& out) {
  out.object(name).raw("minorUnits", std::to_string(minor_units)).text("currency", currency).end();
}

void write_money(schema::ProjectState::Reader project, JsonOutput& out) {
  const auto budget = project.getBudget();
  if (project.hasBudget()) write_money("budget", budget.getMinorUnits(), view(budget.getCurrency()), out);
  if (project.getCurrency().size() != 0) write_money("spent", project.getSpent(), view(project.getCurrency()), out);
}

Result<std::string> sheet(const Reading& reading, Number number, schema::SubjectRow::Reader row, const Ui& ui) {
  const Register& reg = reading.reg();
  const auto project = row.getProject();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{project.getTitleAt()}));
  const auto launch = entry.sealed.act().reader().getProjectLaunched();
  const LeadLapse lapse = governance::lead_lapse(reg, number, reading.day);
  cli::Fields fields;
  fields.field("project", projection::slug_of(reg, number), Tone::kHeading);
  fields.field("title", best_text(launch.getTitle()));
  fields.field("theme", one_line(view(launch.getTheme())));
  fields.field("state",
               fmt::format("{} since {}{}", words(project.getStatus()), date_text(project.getSince()),
                           row.getIrregular() ? ", irregular" : ""),
               row.getIrregular() ? Tone::kWarning : Tone::kGood);
  fields.field("lead",
               fmt::format("{} of {}, since {}", projection::slug_of(reg, project.getLead()),
                           projection::slug_of(reg, project.getLeadMember()), date_text(project.getLeadSince())));
  if (lapse != LeadLapse::kNone)
    fields.field("to hand over", fmt::format("{}; record projectHandedOver", governance::lapse_text(lapse)),
                 Tone::kWarning);
  if (project.getPartners().size() != 0) fields.field("partners", partners_of(reg, project));
  fields.field("term", fmt::format("from {} to {}", date_text(project.getFrom()),
                                   project.getUntil() == 0 ? "no end" : date_text(project.getUntil())));
  if (project.getAgreement() != 0) fields.field("carries out", projection::slug_of(reg, project.getAgreement()));
  if (project.getDecision() != 0) fields.field("rests on", projection::slug_of(reg, project.getDecision()));
  if (project.hasBudget())
    fields.field("budget", money_text(project.getBudget().getMinorUnits(), view(project.getBudget().getCurrency())));
  if (project.getCurrency().size() != 0)
    fields.field("spent", money_text(project.getSpent(), view(project.getCurrency())));
  fields.field("reported",
               project.getReportedUntil() == 0 ? "nothing yet" : "until " + date_text(project.getReportedUntil()));
  for (const auto milestone : project.getMilestones())
    fields.field("milestone", milestone_text(milestone, reading.day));
  add_findings(open_findings(reg, projection::history(reg, number)), fields);
  return fields.render(ui.look);
}

Result<std::string> json(const Reading& reading, Number number, schema::SubjectRow::Reader row) {
  const Register& reg = reading.reg();
  const auto project = row.getProject();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{project.getTitleAt()}));
  const auto launch = entry.sealed.act().reader().getProjectLaunched();
  const LeadLapse lapse = governance::lead_lapse(reg, number, reading.day);
  JsonOutput out;
  out.object()
      .text("id", projection::slug_of(reg, number))
      .text("title", best_text(launch.getTitle()))
      .text("theme", view(launch.getTheme()))
      .text("status", words(project.getStatus()));
  out.text("lead", projection::slug_of(reg, project.getLead()));
  out.text("member", projection::slug_of(reg, project.getLeadMember())).flag("toHandOver", lapse != LeadLapse::kNone);
  if (lapse != LeadLapse::kNone) out.text("why", governance::lapse_text(lapse));
  out.list("partners");
  for (const Number partner : project.getPartners()) out.item(projection::slug_of(reg, partner));
  out.end().text("from", date_text(project.getFrom()));
  out.optional_text("until", project.getUntil() == 0 ? "" : date_text(project.getUntil()));
  out.optional_text("agreement", projection::slug_of(reg, project.getAgreement()));
  out.optional_text("decision", projection::slug_of(reg, project.getDecision()));
  write_money(project, out);
  out.optional_text("reportedUntil", project.getReportedUntil() == 0 ? "" : date_text(project.getReportedUntil()));
  out.list("milestones");
  for (const auto milestone : project.getMilestones())
    out.object()
        .text("id", view(milestone.getId()))
        .text("due", date_text(milestone.getDue()))
        .flag("reached", milestone.getReachedAt() != 0)
        .end();
  out.end().flag("irregular", row.getIrregular());
  write_findings(open_findings(reg, projection::history(reg, number)), out);
  return out.end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  JUMELAGE_TRY(const Number number, find(reading.reg(), arguments.text("PROJECT"), SubjectKind::PROJECT));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  JUMELAGE_TRY(const std::string text, ui.json() ? json(reading, number, *row) : sheet(reading, number, *row, ui));
  print(text);
  return cli::kExitOk;
}

}  // namespace

void add_project_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a project: who leads it, its milestones, what was spent");
  command.positional({.name = "PROJECT", .help = "the project's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage project show school-exchange", "a project, by its id");
  command.handler(running(run));
}

}  // namespace jumelage::tools
