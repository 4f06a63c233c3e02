// A proposal has a new text, is taken back or put off, before it is decided.
#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

cli::Command& add(cli::Command& parent, const char* name, const char* summary) {
  auto& command = parent.add(name, summary);
  command.describe("The sponsor signs; where nobody sponsors the proposal, or a body does, the secretary.");
  command.positional({.name = "PROPOSAL", .help = "the proposal's id", .need = cli::Need::kRequired});
  command.option({.name = "reason", .value = "TEXT", .help = "why"});
  return command;
}

void add_ending(cli::Command& parent, const char* name, const char* change, const char* summary, const char* example) {
  auto& command = add(parent, name, summary);
  add_act_options(command);
  command.example(example, summary);
  command.handler(recording("proposalRevised", [change](const cli::Arguments&, ActForm& form) {
    form.id("id", "PROPOSAL", SubjectKind::PROPOSAL).text("change", change).option("reason", "reason");
  }));
}

void revise(const cli::Arguments&, ActForm& form) {
  form.id("id", "PROPOSAL", SubjectKind::PROPOSAL).text("change", "newText").titles();
  form.documents("texts", "text", "text").option("reason", "reason");
}

}  // namespace

void add_proposal_revisions(cli::Command& parent) {
  auto& command = add(parent, "revise", "Gives a proposal a new title and new texts");
  add_title_options(command, cli::Need::kRequired);
  command.option({.name = "text", .value = "FILE", .help = "the whole new text; or LANG=FILE", .repeated = true});
  add_act_options(command);
  command.example(
      "jumelage proposal revise twinning-charter --title fr=\"Charte des jumelages, révisée\" --key secretary",
      "another title");
  command.handler(recording("proposalRevised", revise));
  add_ending(parent, "withdraw", "withdrawn", "Takes a proposal back for good",
             "jumelage proposal withdraw market-hall --reason \"No budget\" --key secretary");
  add_ending(parent, "defer", "deferred", "Puts a proposal off to a later session",
             "jumelage proposal defer river-park --key secretary");
}

}  // namespace jumelage::tools
