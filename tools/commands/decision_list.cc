#include <fmt/format.h>

#include "app/reading.h"
#include "app/reference.h"
#include "commands/commands.h"
#include "governance/decision_standing.h"
#include "ledger/titles.h"
#include "projection/decisions.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Status = schema::DecisionState::Status;

struct Line {
  std::string number, id, date, body, announced, computed;
  Status standing;
  std::string title;
  bool irregular = false;
  bool imported = false;
};

Result<Line> line_of(const Reading& reading, Number number) {
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const auto title, ledger::title_of(reading.snapshot, number));
  const auto row = reading.state(number);
  const auto state = (**row).getDecision();
  const bool numbered = state.getNumber() != 0;
  const Status standing = governance::standing_on(state, (**row).getIrregular(), reading.day);
  return Line{numbered ? number_text(view(state.getSeries()), state.getYear(), state.getNumber()) : "",
              projection::slug_of(reg, number),
              date_text(state.getDate()),
              projection::slug_of(reg, state.getBody()),
              words(state.getAnnounced()),
              computed_text(state.getComputed()),
              standing,
              best_text(title.texts()),
              (**row).getIrregular(),
              state.getImported()};
}

void write_line(const Line& line, JsonOutput& out) {
  out.object().text("id", line.id).optional_text("number", line.number).text("date", line.date);
  out.text("body", line.body).text("announced", line.announced).text("computed", line.computed);
  out.text("standing", words(Status{line.standing})).text("title", line.title);
  out.flag("irregular", line.irregular).flag("imported", line.imported).end();
}

std::string mark(const Line& line) {
  if (line.imported) return line.irregular ? "imported, irregular" : "imported";
  if (line.irregular) return "irregular, without effect";
  return std::string(governance::status_text(line.standing));
}

std::string outcome(const Line& line) {
  if (line.announced == line.computed) return line.announced;
  return fmt::format("{} (by the rules: {})", line.announced, line.computed);
}

Result<projection::DecisionFilter> filter_of(const Reading& reading, const cli::Arguments& arguments) {
  projection::DecisionFilter filter;
  JUMELAGE_TRY(filter.body, subject_option(reading.reg(), arguments, "body", SubjectKind::BODY));
  JUMELAGE_TRY(const auto from, date_option(arguments, "from"));
  JUMELAGE_TRY(const auto to, date_option(arguments, "to"));
  filter.from = from.value_or(0);
  filter.to = to.value_or(UINT32_MAX);
  if (reading.is_day_given) filter.to = std::min(filter.to, reading.day);
  filter.matter = arguments.maybe("matter");
  filter.theme = arguments.maybe("theme");
  filter.outcome = choice_option<schema::Outcome>(arguments, "outcome");
  filter.standing = choice_option<Status>(arguments, "standing");
  filter.irregular = arguments.flag("irregular");
  return filter;
}

// By its number, one decision or none; else by the index.
Result<void> fill(Page& page, const Reading& reading, const cli::Arguments& arguments) {
  JUMELAGE_TRY(const auto filter, filter_of(reading, arguments));
  if (const auto number = arguments.maybe("number")) {
    JUMELAGE_TRY(const Number decision, find_decision(reading.reg(), *number));
    if (reading.state(decision)) page.take(decision);
    return ok();
  }
  const auto direction =
      arguments.flag("newest") ? projection::Direction::kNewestFirst : projection::Direction::kOldestFirst;
  const auto state_of = [&](Number decision) { return reading.state(decision); };
  projection::for_each_decision(reading.reg(), filter, reading.day, state_of, page.after(), direction,
                                [&](Number decision) { return page.take(decision); });
  return ok();
}

std::string table_of(const std::vector<Line>& lines, const Ui& ui) {
  cli::Table table({{"number"}, {"id"}, {"date"}, {"outcome"}, {"stands"}, {"title"}});
  for (const Line& line : lines) {
    table.row({line.number, line.id, line.date, outcome(line), mark(line), line.title});
    if (line.irregular) table.tone(cli::Tone::kWarning);
    if (line.imported) table.tone(cli::Tone::kFaint);
  }
  return table.render(ui.look);
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  JUMELAGE_TRY(Page page, Page::of(reading.reg(), arguments, SubjectKind::DECISION));
  JUMELAGE_TRY(fill(page, reading, arguments));
  std::vector<Line> lines;
  for (const Number number : page.numbers()) {
    JUMELAGE_TRY(Line line, line_of(reading, number));
    lines.push_back(std::move(line));
  }
  if (ui.json()) {
    JsonOutput out;
    out.object().list("decisions");
    for (const Line& line : lines) write_line(line, out);
    out.end();
    write_next(reading.reg(), page, out);
    print(out.end().take());
  } else if (lines.empty()) {
    print("No such decisions. How one is recorded: jumelage decision record --help\n");
  } else {
    print(table_of(lines, ui) + next_line(reading.reg(), page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_decision_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists decisions");
  command.option({.name = "number", .value = "NUMBER", .help = "only that one, by its definitive number"});
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.option({.name = "from", .value = "DATE", .help = "only those taken on that day or later"});
  command.option({.name = "to", .value = "DATE", .help = "only those taken on that day or before"});
  command.option({.name = "matter", .value = "SCHEME:CODE", .help = "only on this matter"});
  command.option({.name = "theme", .value = "WORDS", .help = "only on this theme, in the club's own words"});
  command.option({.name = "outcome",
                  .value = "WHICH",
                  .help = "only those announced so",
                  .choices = choices_of<schema::Outcome>()});
  command.option(
      {.name = "standing", .value = "WHICH", .help = "only those that stand so", .choices = choices_of<Status>()});
  command.option({.name = "irregular", .help = "only those with a finding that is not cured"});
  command.option({.name = "newest", .help = "the newest first"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage decision list --body cci", "the register of the council's decisions");
  command.example("jumelage decision list --standing executory --newest", "what is in force");
  command.example("jumelage decision list --irregular", "what is irregular: jumelage irregular says why");
  command.example("jumelage decision list --theme education --from 2026-01-01", "on a theme, since a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
