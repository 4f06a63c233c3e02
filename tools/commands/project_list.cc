#include "app/reading.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "governance/project_continuity.h"
#include "show/act_title.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using governance::LeadLapse;
using Status = schema::ProjectState::Status;

LeadLapse lapse_of(const Reading& reading, Number project) {
  return governance::lead_lapse(reading.reg(), project, reading.day);
}

Result<void> add_project(const Reading& reading, Number number, cli::Table& table, JsonOutput& out) {
  const Register& reg = reading.reg();
  const auto row = reading.state(number);
  const auto project = (**row).getProject();
  JUMELAGE_TRY(const std::string title, title_at(reading.snapshot, project.getTitleAt()));
  const LeadLapse lapse = lapse_of(reading, number);
  const std::string flag = lapse == LeadLapse::kNone ? "" : std::string(governance::lapse_text(lapse));
  const std::string id = projection::slug_of(reg, number);
  const std::string lead = projection::slug_of(reg, project.getLead());
  const std::string member = projection::slug_of(reg, project.getLeadMember());
  const std::string agreement = projection::slug_of(reg, project.getAgreement());
  const std::string status = words(project.getStatus());
  table.row({id, status + ((**row).getIrregular() ? ", irregular" : ""), lead, member, agreement,
             date_text(project.getUntil()), flag, title});
  if (!flag.empty() || (**row).getIrregular()) table.tone(cli::Tone::kWarning);
  out.object().text("id", id).text("title", title).text("status", status).text("lead", lead).text("member", member);
  out.optional_text("agreement", agreement).text("from", date_text(project.getFrom()));
  out.optional_text("until", project.getUntil() == 0 ? "" : date_text(project.getUntil()));
  out.flag("toHandOver", !flag.empty()).optional_text("why", flag).flag("irregular", (**row).getIrregular()).end();
  return ok();
}

void fill(Page& page, const Reading& reading, Number member, std::optional<Status> status, bool to_hand_over) {
  const auto keep = [&](Number number) {
    const auto row = reading.state(number);
    if (!row || (status && (**row).getProject().getStatus() != *status)) return false;
    return !to_hand_over || lapse_of(reading, number) != LeadLapse::kNone;
  };
  if (status && member == 0) {
    const projection::Term term{projection::Field::kProjectStatus, static_cast<std::uint64_t>(*status)};
    return fill_page(page, reading.reg(), std::array{term}, keep);
  }
  fill_page(page, reading.reg(), {member != 0 ? member : governance::kLedgerNumber}, SubjectKind::PROJECT, keep);
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::PROJECT));
  JUMELAGE_TRY(const Number member, subject_option(reg, arguments, "member", SubjectKind::MEMBER));
  fill(page, reading, member, choice_option<Status>(arguments, "status"), arguments.flag("to-hand-over"));
  cli::Table table({{"id"}, {"status"}, {"lead"}, {"of"}, {"agreement"}, {"until"}, {"to hand over"}, {"title"}});
  JsonOutput out;
  out.object().list("projects");
  for (const Number number : page.numbers()) {
    JUMELAGE_TRY(add_project(reading, number, table, out));
  }
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else if (page.numbers().empty() && !page.has_more()) {
    print(arguments.flag("to-hand-over") ? "Nothing to hand over: somebody answers for every project.\n"
                                         : "No such projects. One is launched so: jumelage project launch --help\n");
  } else {
    print(table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_project_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists projects, and those that nobody answers for any more");
  command.option({.name = "member", .value = "ID", .help = "only those that this member takes part in"});
  command.option(
      {.name = "status", .value = "WHICH", .help = "only those that stand so", .choices = choices_of<Status>()});
  command.option({.name = "to-hand-over", .help = "only those whose lead has ended"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage project list --to-hand-over", "what needs another lead now");
  command.example("jumelage project list --to-hand-over --as-of 2026-12-31", "what will need one by then");
  command.handler(running(run));
}

}  // namespace jumelage::tools
