#include "app/json_output.h"
#include "app/lookup.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "ledger/titles.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

struct Line {
  std::string id, body, status, session, decision, title;
};

Result<Line> line_of(const ledger::Snapshot& snapshot, Number number) {
  const Register& reg = snapshot.reg();
  JUMELAGE_TRY(const auto title, ledger::title_of(snapshot, number));
  const auto row = row_of(reg, number);
  const auto state = (*row).getProposal();
  return Line{projection::slug_of(reg, number),
              projection::slug_of(reg, state.getBody()),
              words(state.getStatus()),
              projection::slug_of(reg, state.getSession()),
              projection::slug_of(reg, state.getDecision()),
              best_text(title.texts())};
}

std::string json_of(const std::vector<Line>& lines) {
  JsonOutput out;
  out.object().list("proposals");
  for (const Line& line : lines) {
    out.object().text("id", line.id).text("body", line.body).text("status", line.status);
    out.optional_text("session", line.session).optional_text("decision", line.decision).text("title", line.title).end();
  }
  return out.end().end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  const Register& reg = snapshot.reg();
  JUMELAGE_TRY(const auto numbers, all_or_of_body(reg, SubjectKind::PROPOSAL, arguments.maybe("body")));
  std::vector<Line> lines;
  for (const Number number : numbers) {
    JUMELAGE_TRY(Line line, line_of(snapshot, number));
    lines.push_back(std::move(line));
  }
  if (ui.json()) {
    print(json_of(lines));
    return cli::kExitOk;
  }
  if (lines.empty()) print("No proposals yet. Table one: jumelage proposal table --help\n");
  if (lines.empty()) return cli::kExitOk;
  cli::Table table({{"id"}, {"body"}, {"status"}, {"session"}, {"decision"}, {"title"}});
  for (const Line& line : lines) table.row({line.id, line.body, line.status, line.session, line.decision, line.title});
  print(table.render(ui.look));
  return cli::kExitOk;
}

}  // namespace

void add_proposal_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists proposals and what became of them");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.example("jumelage proposal list --body cci", "what the council has before it");
  command.handler(running(run));
}

}  // namespace jumelage::tools
