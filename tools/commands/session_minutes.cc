#include <fmt/format.h>

#include "app/act_form.h"
#include "app/standing_vote.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void write_vote(const cli::Arguments& arguments, ActForm& form) {
  const auto item = find(form.reg(), arguments.text("item"), SubjectKind::PROPOSAL);
  if (!item) {
    form.fail(item.error());
    return;
  }
  const auto vote = standing_vote(form.reg(), item.value());
  if (!vote) {
    form.fail(
        usage(fmt::format("{} was not voted on; record the vote that approves the minutes first: jumelage "
                          "decision vote",
                          for_terminal(arguments.text("item")))));
    return;
  }
  const Number session = (*row_of(form.reg(), item.value())).getProposal().getSession();
  form.text("approvedIn", projection::slug_of(form.reg(), session)).raw("vote", vote->ref);
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.id("session", "SESSION", SubjectKind::SESSION).document("minutes", "FILE", "minutes");
  write_vote(arguments, form);
}

}  // namespace

void add_session_minutes(cli::Command& parent) {
  auto& command = parent.add("minutes", "Records the approved minutes of a session, and the vote that approved them");
  command.describe("Minutes are approved by a vote, as a rule in the next session: table them as a proposal there.");
  command.positional({.name = "SESSION", .help = "whose minutes they are", .need = cli::Need::kRequired});
  command.positional({.name = "FILE", .help = "the minutes; or LANG=FILE", .need = cli::Need::kRequired});
  command.option({.name = "item",
                  .value = "ITEM",
                  .help = "the item of the later session whose vote approved them",
                  .need = cli::Need::kRequired});
  add_act_options(command);
  command.example("jumelage session minutes cci-1 fr=minutes.txt --item minutes-cci-1 --key es-semara --key secretary",
                  "approved in the session that has minutes-cci-1 on its agenda");
  command.handler(recording("minutesApproved", fill));
}

}  // namespace jumelage::tools
