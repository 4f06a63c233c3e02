#include <fmt/format.h>

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
  std::string number, id, date, body, announced, computed, title;
  bool irregular = false;
  bool imported = false;
};

Result<Line> line_of(const ledger::Snapshot& snapshot, Number number) {
  const Register& reg = snapshot.reg();
  JUMELAGE_TRY(const auto title, ledger::title_of(snapshot, number));
  const auto row = row_of(reg, number);
  const auto state = (*row).getDecision();
  const bool numbered = state.getNumber() != 0;
  return Line{numbered ? number_text(view(state.getSeries()), state.getYear(), state.getNumber()) : "",
              projection::slug_of(reg, number),
              date_text(state.getDate()),
              projection::slug_of(reg, state.getBody()),
              words(state.getAnnounced()),
              computed_text(state.getComputed()),
              best_text(title.texts()),
              (*row).getIrregular(),
              state.getImported()};
}

std::string json_of(const std::vector<Line>& lines) {
  JsonOutput out;
  out.object().list("decisions");
  for (const Line& line : lines) {
    out.object().text("id", line.id).optional_text("number", line.number).text("date", line.date);
    out.text("body", line.body).text("announced", line.announced).text("computed", line.computed);
    out.text("title", line.title).flag("irregular", line.irregular).flag("imported", line.imported).end();
  }
  return out.end().end().take();
}

std::string mark(const Line& line) {
  if (line.imported) return line.irregular ? "imported, irregular" : "imported";
  return line.irregular ? "irregular" : "";
}

std::string outcome(const Line& line) {
  if (line.announced == line.computed) return line.announced;
  return fmt::format("{} (by the rules: {})", line.announced, line.computed);
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  const Register& reg = snapshot.reg();
  JUMELAGE_TRY(const auto numbers, all_or_of_body(reg, SubjectKind::DECISION, arguments.maybe("body")));
  std::vector<Line> lines;
  for (const Number number : numbers) {
    JUMELAGE_TRY(Line line, line_of(snapshot, number));
    lines.push_back(std::move(line));
  }
  if (ui.json()) {
    print(json_of(lines));
    return cli::kExitOk;
  }
  if (lines.empty()) print("No decisions yet. Record one: jumelage decision record --help\n");
  if (lines.empty()) return cli::kExitOk;
  cli::Table table({{"number"}, {"id"}, {"date"}, {"outcome"}, {""}, {"title"}});
  for (const Line& line : lines) {
    table.row({line.number, line.id, line.date, outcome(line), mark(line), line.title});
    if (line.irregular) table.tone(cli::Tone::kWarning);
    if (line.imported) table.tone(cli::Tone::kFaint);
  }
  print(table.render(ui.look));
  return cli::kExitOk;
}

}  // namespace

void add_decision_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists decisions");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.example("jumelage decision list --body cci", "the register of the council's decisions");
  command.handler(running(run));
}

}  // namespace jumelage::tools
