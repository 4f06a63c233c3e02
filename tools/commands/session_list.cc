#include "app/reading.h"
#include "commands/commands.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Phase = schema::SessionState::Phase;

void add_session(const Reading& reading, Number number, cli::Table& table, JsonOutput& out) {
  const Register& reg = reading.reg();
  const auto row = reading.state(number);
  const auto state = (**row).getSession();
  const bool irregular = (**row).getIrregular();
  const std::string id = projection::slug_of(reg, number);
  const std::string body = projection::slug_of(reg, state.getBody());
  const std::string phase = words(state.getPhase());
  const std::string scheduled = minute_text(state.getScheduled());
  const std::string quorum(view(state.getQuorumText()));
  table.row({id, body, std::to_string(state.getNumber()), std::to_string(state.getCall()), scheduled,
             phase + (irregular ? ", irregular" : ""), std::to_string(state.getAgenda().size()), quorum});
  if (irregular) table.tone(cli::Tone::kWarning);
  out.object().text("id", id).text("body", body).number("number", state.getNumber()).number("call", state.getCall());
  out.text("phase", phase).text("scheduled", scheduled).number("items", state.getAgenda().size());
  out.optional_text("quorum", quorum).flag("irregular", irregular).end();
}

projection::Place place_of(const Register& reg, Number session, projection::Direction direction) {
  const auto row = projection::row_at(reg, session);
  const std::uint32_t day = row ? (**row).getSession().getScheduledDay() : 0;
  return {day, direction == projection::Direction::kOldestFirst ? session + 1 : session - 1};
}

// By the day for which they were called. A session that was put off is found under its new day.
Result<void> fill(Page& page, const Reading& reading, const cli::Arguments& arguments) {
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number body, subject_option(reg, arguments, "body", SubjectKind::BODY));
  JUMELAGE_TRY(const auto from, date_option(arguments, "from"));
  JUMELAGE_TRY(const auto to, date_option(arguments, "to"));
  const auto phase = choice_option<Phase>(arguments, "phase");
  const auto direction =
      arguments.flag("newest") ? projection::Direction::kNewestFirst : projection::Direction::kOldestFirst;
  const bool up = direction == projection::Direction::kOldestFirst;
  const projection::Term term = body == 0 ? projection::Term{projection::Field::kSession}
                                          : projection::Term{projection::Field::kSessionBody, body};
  projection::Place start =
      up ? projection::Place{from.value_or(0), 0} : projection::Place{to.value_or(UINT32_MAX), UINT32_MAX};
  if (page.after() != 0) start = place_of(reg, page.after(), direction);
  projection::for_each_common(reg, std::array{term}, start, direction, [&](projection::Place place) {
    if (place.order < from.value_or(0) || place.order > to.value_or(UINT32_MAX)) return false;
    const auto row = reading.state(place.number);
    const bool is_here = row && (**row).getSession().getScheduledDay() == place.order;
    const bool is_wanted = is_here && (!phase || (**row).getSession().getPhase() == *phase);
    return !is_wanted || page.take(place.number);
  });
  return ok();
}

cli::Table empty_table() {
  return cli::Table({{"id"},
                     {"body"},
                     {"no.", cli::Align::kRight},
                     {"call", cli::Align::kRight},
                     {"scheduled"},
                     {"phase"},
                     {"items", cli::Align::kRight},
                     {"quorum"}});
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::SESSION));
  JUMELAGE_TRY(fill(page, reading, arguments));
  cli::Table table = empty_table();
  JsonOutput out;
  out.object().list("sessions");
  for (const Number number : page.numbers()) add_session(reading, number, table, out);
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else if (page.numbers().empty() && !page.has_more()) {
    print("No such sessions. Call one: jumelage session convene --help\n");
  } else {
    print(table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_session_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists sessions");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.option({.name = "from", .value = "DATE", .help = "only those called for that day or later"});
  command.option({.name = "to", .value = "DATE", .help = "only those called for that day or before"});
  command.option({.name = "phase", .value = "WHICH", .help = "only those that far", .choices = choices_of<Phase>()});
  command.option({.name = "newest", .help = "the newest first"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage session list", "all sessions of all bodies");
  command.example("jumelage session list --body cci --newest --limit 3", "the council's last three");
  command.handler(running(run));
}

}  // namespace jumelage::tools
