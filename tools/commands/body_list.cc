#include <fmt/format.h>

#include "app/reading.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "show/listing.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Kind = schema::BodyEstablished::Kind;

std::uint64_t seats_of(schema::BodyState::Reader body) {
  std::uint64_t seats = 0;
  for (const auto seat : body.getSeats()) seats += seat.getCount();
  return seats;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::BODY));
  const auto kind = choice_option<Kind>(arguments, "kind");
  fill_page(page, reg, {governance::kLedgerNumber}, SubjectKind::BODY, [&](Number number) {
    const auto row = reading.state(number);
    return row && (!kind || (**row).getBody().getKind() == *kind);
  });
  Listing listing("bodies", {{"id", "id"},
                             {"name", "name"},
                             {"kind", "kind"},
                             {"of", "parent"},
                             {"seats", "seats"},
                             {"rules", "rules"},
                             {"series", "series"},
                             {"state", "state"}});
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    const auto body = (**row).getBody();
    listing.row({projection::slug_of(reg, number), best_name(body.getNames()), words(body.getKind()),
                 projection::slug_of(reg, body.getParent()), seats_of(body),
                 fmt::format("{} v{}", projection::slug_of(reg, body.getRuleSet()), body.getRuleSetVersion()),
                 std::string(view(body.getSeries())), std::string(body.getDissolved() ? "dissolved" : "established")},
                7, (**row).getIrregular());
  }
  listing.print_page(reg, page, ui, "No such bodies then. All of today: jumelage body list");
  return cli::kExitOk;
}

}  // namespace

void add_body_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists the Council, its committees and imported registers");
  command.option({.name = "kind", .value = "WHICH", .help = "only of this kind", .choices = choices_of<Kind>()});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage body list", "what can meet and decide");
  command.example("jumelage body list --kind council --as-of 2026-12-31", "the councils on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
