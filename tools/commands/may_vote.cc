#include <fmt/format.h>

#include "app/reading.h"
#include "base/text.h"
#include "commands/commands.h"
#include "projection/eligibility.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number item, find(reg, arguments.text("ITEM"), SubjectKind::PROPOSAL));
  const auto proposal = row_of(reg, item);
  const Number session = (*proposal).getProposal().getSession();
  const std::uint32_t opened = session == 0 ? 0 : (*row_of(reg, session)).getSession().getOpenedDate();
  const std::uint32_t day = opened != 0 && !reading.is_day_given ? opened : reading.day;
  const auto voters = projection::voters_on(reg, reading.snapshot.history(), item, day, reading.snapshot.size().value);
  cli::Table table({{"mandate"}, {"votes"}, {"why"}});
  JsonOutput out;
  out.object().text("item", projection::slug_of(reg, item));
  out.optional_text("session", projection::slug_of(reg, session)).text("day", date_text(day));
  const std::string obstacle = projection::vote_obstacle(reg, item);
  out.flag("canBeVotedOn", obstacle.empty()).optional_text("whyNot", obstacle).list("mandates");
  for (const projection::Voter& voter : voters) {
    const std::string id = projection::slug_of(reg, voter.mandate);
    table.row({id, voter.may_vote ? "yes" : "no", voter.reason});
    if (!voter.may_vote) table.tone(cli::Tone::kFaint);
    out.object().text("mandate", id).flag("mayVote", voter.may_vote).text("why", voter.reason);
    out.optional_text("by", projection::slug_of(reg, voter.by)).end();
  }
  if (ui.json()) {
    print(out.end().end().take());
    return cli::kExitOk;
  }
  if (!obstacle.empty()) print(fmt::format("Nobody can vote on it now: {}.\n\n", for_terminal(obstacle)));
  print(table.render(ui.look));
  return cli::kExitOk;
}

}  // namespace

void add_may_vote(cli::Command& parent) {
  auto& command = parent.add("vote", "Who may vote on an item, and why the others may not");
  command.describe(
      "Every mandate of the item's body, as the session's attendance, proxies and recusals have it at this moment; "
      "nobody while it is not open, or once the item is decided or disposed of. The day is that of the session's "
      "opening, or today.");
  command.positional({.name = "ITEM", .help = "the proposal's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage may vote twinning-charter", "before the vote is called");
  command.handler(running(run));
}

}  // namespace jumelage::tools
