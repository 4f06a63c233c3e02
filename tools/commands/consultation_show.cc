#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

// What came in stands in the act that closed it.
Result<void> add_outcome(const Reading& reading, schema::ConsultationState::Reader state, Sheet& sheet) {
  if (state.getClosedAt() == 0) return ok();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{state.getClosedAt()}));
  const auto act = entry.sealed.act().reader().getConsultationClosed();
  sheet.number({"closed by #", "closedAt"}, state.getClosedAt()).number({"came in", "count"}, state.getCount());
  sheet.texts({"summary", "summary"}, act.getSummary());
  sheet.documents({"contribution", "contributions"}, act.getContributions());
  return ok();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number number, find(reg, arguments.text("CONSULTATION"), SubjectKind::CONSULTATION));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  const auto state = (*row).getConsultation();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{state.getTitleAt()}));
  Sheet sheet("consultation", projection::slug_of(reg, number));
  sheet.text({"on", "on"}, projection::slug_of(reg, state.getSubject()));
  sheet.texts({"question", "question"}, entry.sealed.act().reader().getConsultationOpened().getQuestion());
  sheet.day({"from", "from"}, state.getFrom()).day({"until", "until"}, state.getUntil());
  sheet.state(projection::consultation_text(state, reading.day), (*row).getIrregular());
  JUMELAGE_TRY(add_outcome(reading, state, sheet));
  print(sheet.take(reg, number, ui));
  return cli::kExitOk;
}

}  // namespace

void add_consultation_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a public consultation: the question, the days, what came in");
  command.positional({.name = "CONSULTATION", .help = "its id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage consultation show charter-views", "a consultation, by its id");
  command.handler(running(run));
}

}  // namespace jumelage::tools
