#include "app/reading.h"
#include "commands/commands.h"
#include "ledger/titles.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Status = schema::ProposalState::Status;

Result<void> add_proposal(const Reading& reading, Number number, cli::Table& table, JsonOutput& out) {
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const auto title_of_it, ledger::title_of(reading.snapshot, number));
  const auto row = reading.state(number);
  const auto state = (**row).getProposal();
  const std::string id = projection::slug_of(reg, number);
  const std::string body = projection::slug_of(reg, state.getBody());
  const std::string status = words(state.getStatus());
  const std::string session = projection::slug_of(reg, state.getSession());
  const std::string decision = projection::slug_of(reg, state.getDecision());
  const std::string theme(view(state.getTheme()));
  const std::string title = best_text(title_of_it.texts());
  table.row({id, body, status, session, decision, title});
  out.object().text("id", id).text("body", body).text("status", status).optional_text("session", session);
  out.optional_text("decision", decision).optional_text("theme", theme).text("title", title).end();
  return ok();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::PROPOSAL));
  JUMELAGE_TRY(const Number body, subject_option(reg, arguments, "body", SubjectKind::BODY));
  const auto status = choice_option<Status>(arguments, "status");
  const auto parents = body != 0 ? std::vector<Number>{body} : bodies(reg);
  fill_page(page, reg, parents, SubjectKind::PROPOSAL, [&](Number number) {
    const auto row = reading.state(number);
    return row && (!status || (**row).getProposal().getStatus() == *status);
  });
  cli::Table table({{"id"}, {"body"}, {"status"}, {"session"}, {"decision"}, {"title"}});
  JsonOutput out;
  out.object().list("proposals");
  for (const Number number : page.numbers()) {
    JUMELAGE_TRY(add_proposal(reading, number, table, out));
  }
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else if (page.numbers().empty() && !page.has_more()) {
    print("No such proposals. Table one: jumelage proposal table --help\n");
  } else {
    print(table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_proposal_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists proposals and what became of them");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.option({.name = "status", .value = "WHICH", .help = "only those that far", .choices = choices_of<Status>()});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage proposal list --body cci", "what the council has before it");
  command.example("jumelage proposal list --status tabled", "what is still to be decided");
  command.handler(running(run));
}

}  // namespace jumelage::tools
