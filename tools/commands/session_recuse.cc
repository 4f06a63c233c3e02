#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// The session that has the item on its agenda, when it is open.
std::string session_of(const cli::Arguments& arguments, const Register& reg) {
  if (const auto given = arguments.maybe("session")) return *given;
  const auto target = projection::find_subject(reg, arguments.text("TARGET"));
  if (!target || target->kind != SubjectKind::PROPOSAL) return {};
  const Number session = (*row_of(reg, target->number)).getProposal().getSession();
  return projection::slug_of(reg, session);
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.id("mandate", "MANDATE", SubjectKind::MANDATE).option("target", "TARGET");
  form.option("nature", "nature").flag("leftTheRoom", arguments.flag("left-the-room"));
  const std::string session = session_of(arguments, form.reg());
  form.text("session", session);
  const auto subject = projection::find_subject(form.reg(), session);
  const bool begun =
      subject && (*row_of(form.reg(), subject->number)).getSession().getPhase() == schema::SessionState::Phase::OPEN;
  form.anchor("at", begun ? cli::Need::kRequired : cli::Need::kOptional);
  form.may_be_attested(arguments.text("MANDATE"));
}

}  // namespace

void add_session_recuse(cli::Command& parent) {
  auto& command = parent.add("recuse", "Records an interest: somebody takes no part in an item or agreement");
  command.describe(
      "Who has an interest does not vote on it, and counts for the quorum as the rules say. Outside of a session it "
      "holds for every session.");
  command.positional({.name = "MANDATE", .help = "who has the interest", .need = cli::Need::kRequired});
  command.positional({.name = "TARGET", .help = "the proposal or agreement", .need = cli::Need::kRequired});
  command.option({.name = "nature", .value = "TEXT", .help = "what the interest is"});
  command.option({.name = "left-the-room", .help = "they left the room while it was dealt with"});
  command.option({.name = "session", .value = "ID", .help = "otherwise: the session whose agenda the item is on"});
  add_anchor_options(command);
  add_act_options(command);
  command.example(
      "jumelage session recuse expert-1 school-exchanges --nature \"Sits on the school's board\" --left-the-room "
      "--key secretary",
      "no part in that item");
  command.handler(recording("interestDeclared", fill));
}

}  // namespace jumelage::tools
