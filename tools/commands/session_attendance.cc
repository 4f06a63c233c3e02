// Who comes and goes while a session is open.
#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void write_session(const cli::Arguments& arguments, ActForm& form) {
  form.session(session_or_open(form.reg(), arguments.maybe("session")));
}

void arrive(const cli::Arguments& arguments, ActForm& form) {
  write_session(arguments, form);
  form.attendance("changes", "MANDATE", arguments.flag("remote") ? "remote" : "present", "");
  form.anchor("at", cli::Need::kRequired);
}

void leave(const cli::Arguments& arguments, ActForm& form) {
  write_session(arguments, form);
  const auto holder = arguments.maybe("represented-by");
  const auto alternate = arguments.maybe("replaced-by");
  if (holder && alternate) form.fail(usage("a seat is represented by a proxy's holder, or replaced by an alternate"));
  if (alternate) {
    form.attendance("changes", "MANDATE", "replaced", *alternate);
  } else if (holder) {
    form.attendance("changes", "MANDATE", "represented", *holder);
  } else {
    form.attendance("changes", "MANDATE", arguments.flag("excused") ? "excused" : "absent", "");
  }
  form.anchor("at", cli::Need::kRequired);
}

void add_common_options(cli::Command& command) {
  command.positional({.name = "MANDATE", .help = "whose seat it is", .need = cli::Need::kRequired, .repeated = true});
  command.option({.name = "session", .value = "ID", .help = "otherwise: the one that is open"});
}

}  // namespace

void add_session_arrive(cli::Command& parent) {
  auto& command = parent.add("arrive", "Records that somebody came in");
  command.describe("From here on they vote, and a proxy that they gave rests while they are there.");
  add_common_options(command);
  command.option({.name = "remote", .help = "they take part from elsewhere"});
  add_anchor_options(command);
  add_act_options(command);
  command.example("jumelage session arrive timbuktu-1 --before school-exchanges --key secretary",
                  "they came before that item was called");
  command.handler(recording("attendanceChanged", arrive));
}

void add_session_leave(cli::Command& parent) {
  auto& command = parent.add("leave", "Records that somebody left");
  add_common_options(command);
  command.option({.name = "excused", .help = "they had said so"});
  command.option({.name = "represented-by", .value = "MANDATE", .help = "who votes for them under a proxy"});
  command.option({.name = "replaced-by", .value = "MANDATE", .help = "the alternate who sits down in their place"});
  add_anchor_options(command);
  add_act_options(command);
  command.example("jumelage session leave vijayawada-1 --after-vote twinning-charter --key secretary",
                  "gone since that vote, without a proxy");
  command.handler(recording("attendanceChanged", leave));
}

}  // namespace jumelage::tools
