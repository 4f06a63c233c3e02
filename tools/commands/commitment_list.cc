#include <algorithm>

#include "app/reading.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "projection/as_of.h"
#include "show/act_title.h"
#include "show/listing.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Standing = schema::CommitmentChanged::State;

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::COMMITMENT));
  JUMELAGE_TRY(const Number member, subject_option(reg, arguments, "binds", SubjectKind::MEMBER));
  const auto standing = choice_option<Standing>(arguments, "standing");
  fill_page(page, reg, {governance::kLedgerNumber}, SubjectKind::COMMITMENT, [&](Number number) {
    const auto row = reading.state(number);
    if (!row) return false;
    const auto state = (**row).getCommitment();
    if (standing &&
        (projection::is_before_term(state, reading.day) || projection::commitment_on(state, reading.day) != *standing))
      return false;
    return member == 0 || governance::any_in(state.getBinds(), [&](Number bound) { return bound == member; });
  });
  Listing listing(
      "commitments",
      {{"id", "id"}, {"binds", "binds"}, {"from", "from"}, {"until", "until"}, {"state", "state"}, {"title", "title"}});
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    const auto state = (**row).getCommitment();
    JUMELAGE_TRY(const std::string title, title_at(reading.snapshot, state.getTitleAt()));
    listing.row({projection::slug_of(reg, number), ids_of(reg, state.getBinds()), Day{state.getFrom()},
                 Day{state.getUntil()}, projection::commitment_text(state, reading.day), title},
                4, (**row).getIrregular());
  }
  listing.print_page(reg, page, ui, "No such commitments. One is registered so: jumelage commitment add --help");
  return cli::kExitOk;
}

}  // namespace

void add_commitment_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists international commitments");
  command.describe("One that names no members binds the club.");
  command.option({.name = "binds", .value = "MEMBER", .help = "only those that name this member"});
  command.option(
      {.name = "standing", .value = "WHICH", .help = "only those that stand so", .choices = choices_of<Standing>()});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage commitment list", "what acts must respect");
  command.example("jumelage commitment list --standing in-force --as-of 2026-12-31", "what holds on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
