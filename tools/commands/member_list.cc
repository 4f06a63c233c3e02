#include "app/reading.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Standing = schema::MemberChanged::Standing;

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::MEMBER));
  const auto wanted = choice_option<Standing>(arguments, "standing");
  fill_page(page, reg, {governance::kLedgerNumber}, SubjectKind::MEMBER, [&](Number number) {
    const auto row = reading.state(number);
    return row && (!wanted || (**row).getMember().getStanding() == *wanted);
  });
  cli::Table table({{"id"}, {"name"}, {"kind"}, {"country"}, {"standing"}, {"votes"}, {"fees"}});
  JsonOutput out;
  out.object().list("members");
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    const auto member = (**row).getMember();
    const std::string id = projection::slug_of(reg, number);
    const std::string name = best_name(member.getProfile().getNames());
    const std::string kind = words(member.getProfile().getKind());
    const std::string standing = words(member.getStanding());
    const std::string country(view(member.getProfile().getCountry()));
    table.row({id, name, kind, country, standing + ((**row).getIrregular() ? ", irregular" : ""),
               member.getVotingRight() ? "yes" : "no", member.getFeesInOrder() ? "in order" : "due"});
    if ((**row).getIrregular()) table.tone(cli::Tone::kWarning);
    out.object().text("id", id).text("name", name).text("kind", kind).text("country", country);
    out.text("standing", standing).flag("votingRight", member.getVotingRight());
    out.flag("feesInOrder", member.getFeesInOrder()).flag("irregular", (**row).getIrregular()).end();
  }
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else if (page.numbers().empty() && !page.has_more()) {
    print("No such members then. All of today: jumelage member list\n");
  } else {
    print(table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_member_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists the member cities and partners");
  command.option(
      {.name = "standing", .value = "WHICH", .help = "only those that stand so", .choices = choices_of<Standing>()});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage member list", "who is in the club");
  command.example("jumelage member list --as-of 2026-12-31 --standing active", "who is in it on a day");
  command.example("jumelage member list --at 1", "who was in it by the founding act alone");
  command.handler(running(run));
}

}  // namespace jumelage::tools
