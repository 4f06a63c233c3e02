// A session is put off, called off, without quorum, broken off, or goes on: one command each.
#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

using Phase = schema::SessionState::Phase;

struct Change {
  const char* command;
  const char* state;
  const char* summary;
  std::initializer_list<Phase> phases;  // of the session that it is about
  const char* phase_words;
  bool goes_on;  // it has a day on which it is to take place
  const char* example;
};
const Change kChanges[] = {
    {"postpone",
     "postponed",
     "Puts a session off",
     {Phase::CONVENED, Phase::POSTPONED},
     "called",
     true,
     "jumelage session postpone --until '2027-04-02T10:00+01:00[Africa/Casablanca]' --reason \"Sandstorm\" "
     "--key es-semara --key secretary"},
    {"cancel",
     "cancelled",
     "Calls a session off",
     {Phase::CONVENED, Phase::POSTPONED},
     "called",
     false,
     "jumelage session cancel --reason \"Nothing to decide\" --key es-semara --key secretary"},
    {"inquorate",
     "inquorate",
     "Records that a session has no quorum, so that the next call may follow",
     {Phase::CONVENED, Phase::POSTPONED, Phase::OPEN},
     "called or open",
     false,
     "jumelage session inquorate --reason \"Two of five were there\" --key es-semara --key secretary"},
    {"adjourn",
     "adjourned",
     "Breaks an open session off",
     {Phase::OPEN},
     "open",
     true,
     "jumelage session adjourn --reason \"Lunch\" --key es-semara --key secretary"},
    {"resume",
     "resumed",
     "Goes on with a session that was broken off",
     {Phase::ADJOURNED},
     "adjourned",
     false,
     "jumelage session resume --reason \"After lunch\" --key es-semara --key secretary"}};

void add_change(cli::Command& parent, const Change& change) {
  auto& command = parent.add(change.command, change.summary);
  command.positional({.name = "SESSION", .help = std::string("otherwise: the only one that is ") + change.phase_words});
  command.option({.name = "reason", .value = "TEXT", .help = "why", .need = cli::Need::kRequired});
  if (change.goes_on)
    command.option(
        {.name = "until", .value = "TIME", .help = "when it is to go on or take place; otherwise: not known"});
  command.option({.name = "at", .value = "TIME", .help = "when this happened; otherwise: now"});
  add_act_options(command);
  command.example(change.example, change.summary);
  command.handler(recording("sessionStateChanged", [&change](const cli::Arguments& arguments, ActForm& form) {
    form.session(session_or_only(form.reg(), arguments.maybe("SESSION"), change.phases, change.phase_words));
    form.text("state", change.state).moment("at", "at");
    if (change.goes_on) form.option("until", "until");
    form.option("reason", "reason");
  }));
}

}  // namespace

void add_session_states(cli::Command& parent) {
  for (const Change& change : kChanges) add_change(parent, change);
}

}  // namespace jumelage::tools
