#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using projection::MandateStanding;

// "cci-chair": the offices that a mandate holds in its body.
std::string offices_of(const Reading& reading, Number body, Number mandate) {
  std::string out;
  for (const Number office : children_of(reading.reg(), body, SubjectKind::OFFICE)) {
    const auto row = reading.state(office);
    if (!row || projection::office_holder_on((**row).getOffice(), reading.day) != mandate) continue;
    out += (out.empty() ? "" : ", ") + projection::slug_of(reading.reg(), office);
  }
  return out;
}

std::vector<std::string> standings() {
  std::vector<std::string> out;
  for (const auto each :
       {MandateStanding::kNotBegun, MandateStanding::kEffective, MandateStanding::kImpeded, MandateStanding::kEnded})
    out.emplace_back(standing_text(each));
  out.front() = "not-begun";
  return out;
}

struct Wanted {
  Number body = 0;
  Number member = 0;
  std::optional<std::string> standing;
};

bool matches(schema::MandateState::Reader mandate, const Wanted& wanted, std::uint32_t day) {
  if (wanted.body != 0 && mandate.getBody() != wanted.body) return false;
  if (wanted.member != 0 && mandate.getMember() != wanted.member) return false;
  if (!wanted.standing) return true;
  const MandateStanding standing = projection::mandate_on(mandate, day);
  return *wanted.standing == (standing == MandateStanding::kNotBegun ? "not-begun" : standing_text(standing));
}

void add_mandate(const Reading& reading, Number number, cli::Table& table, JsonOutput& out) {
  const Register& reg = reading.reg();
  const auto row = reading.state(number);
  const auto mandate = (**row).getMandate();
  const MandateStanding standing = projection::mandate_on(mandate, reading.day);
  const std::string id = projection::slug_of(reg, number);
  const std::string body = projection::slug_of(reg, mandate.getBody());
  const std::string member = projection::slug_of(reg, mandate.getMember());
  const std::string college(view(mandate.getCollege()));
  const std::string offices = offices_of(reading, mandate.getBody(), number);
  table.row({id, body, member.empty() ? "own right" : member, words(mandate.getKind()), college, offices,
             date_text(mandate.getFrom()), date_text(mandate.getUntil()), std::string(standing_text(standing))});
  if (standing == MandateStanding::kEnded) table.tone(cli::Tone::kFaint);
  out.object().text("id", id).text("body", body).optional_text("member", member);
  out.text("kind", words(mandate.getKind())).optional_text("college", college).optional_text("office", offices);
  out.text("from", date_text(mandate.getFrom()));
  out.optional_text("until", mandate.getUntil() == 0 ? "" : date_text(mandate.getUntil()));
  out.text("state", standing_text(standing)).flag("irregular", (**row).getIrregular()).end();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::MANDATE));
  Wanted wanted;
  JUMELAGE_TRY(wanted.body, subject_option(reg, arguments, "body", SubjectKind::BODY));
  JUMELAGE_TRY(wanted.member, subject_option(reg, arguments, "member", SubjectKind::MEMBER));
  wanted.standing = arguments.maybe("standing");
  const auto parents = wanted.body != 0 ? std::vector<Number>{wanted.body} : bodies(reg);
  fill_page(page, reg, parents, SubjectKind::MANDATE, [&](Number number) {
    const auto row = reading.state(number);
    return row && matches((**row).getMandate(), wanted, reading.day);
  });
  cli::Table table({{"id"}, {"body"}, {"for"}, {"kind"}, {"college"}, {"office"}, {"from"}, {"until"}, {"state"}});
  JsonOutput out;
  out.object().list("mandates");
  for (const Number number : page.numbers()) add_mandate(reading, number, table, out);
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else if (page.numbers().empty() && !page.has_more()) {
    print("No such mandates then. All of today: jumelage mandate list\n");
  } else {
    print(table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_mandate_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists mandates and the offices that they hold");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.option({.name = "member", .value = "ID", .help = "only for this member"});
  command.option({.name = "standing", .value = "WHICH", .help = "only those that stand so", .choices = standings()});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage mandate list", "who sits where");
  command.example("jumelage mandate list --standing effective --as-of 2026-12-31", "who can act on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
