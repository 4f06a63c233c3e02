#include <fmt/format.h>

#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number number, find(reg, arguments.text("COMMITMENT"), SubjectKind::COMMITMENT));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  const auto state = (*row).getCommitment();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{state.getTitleAt()}));
  const auto act = entry.sealed.act().reader().getCommitmentRegistered();
  Sheet sheet("commitment", projection::slug_of(reg, number));
  sheet.texts({"title", "title"}, act.getTitle());
  sheet.text({"source", "source"},
             fmt::format("{} {}", view(act.getSource().getScheme()), view(act.getSource().getValue())));
  sheet.words({"binds", "binds"}, ids_of(reg, state.getBinds()));
  if (state.getBinds().size() == 0) sheet.see("binds", "the club");
  sheet.day({"from", "from"}, state.getFrom()).day({"until", "until"}, state.getUntil());
  sheet.state(projection::commitment_text(state, reading.day), (*row).getIrregular());
  sheet.day({"so since", "since"}, state.getSince()).documents({"text", "texts"}, act.getTexts());
  print(sheet.take(reg, number, ui));
  return cli::kExitOk;
}

}  // namespace

void add_commitment_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows an international commitment: whom it binds, from when to when, its texts");
  command.positional({.name = "COMMITMENT", .help = "the commitment's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage commitment show water-convention", "a treaty, by its id");
  command.handler(running(run));
}

}  // namespace jumelage::tools
