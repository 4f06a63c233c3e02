#include <fmt/format.h>

#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

// "cities: 5, of 1 vote each"
std::vector<std::string> seats_of(schema::BodyState::Reader body) {
  std::vector<std::string> out;
  for (const auto seat : body.getSeats())
    out.push_back(
        fmt::format("{} {} of {}", seat.getCount(), view(seat.getCollege()), counted(seat.getWeight(), "vote")));
  return out;
}

// "cci-chair es-semara-1", each office that somebody holds on the day.
std::vector<std::string> offices_of(const Reading& reading, Number body) {
  std::vector<std::string> out;
  for (const Number office : children_of(reading.reg(), body, SubjectKind::OFFICE)) {
    const auto row = reading.state(office);
    const Number holder = row ? projection::office_holder_on((**row).getOffice(), reading.day) : 0;
    if (holder == 0) continue;
    out.push_back(
        fmt::format("{}: {}", projection::slug_of(reading.reg(), office), projection::slug_of(reading.reg(), holder)));
  }
  return out;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number number, find(reg, arguments.text("BODY"), SubjectKind::BODY));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  const auto body = (*row).getBody();
  const std::string id = projection::slug_of(reg, number);
  Sheet sheet("body", id);
  sheet.names({"name", "names"}, body.getNames()).text({"what", "kind"}, words(body.getKind()));
  sheet.text({"part of", "parent"}, projection::slug_of(reg, body.getParent()));
  sheet.words({"seats", "seats"}, seats_of(body)).words({"offices", "offices"}, offices_of(reading, number));
  sheet.text({"rules", "ruleSet"}, projection::slug_of(reg, body.getRuleSet()));
  sheet.number({"version of them", "ruleSetVersion"}, body.getRuleSetVersion());
  sheet.text({"series", "series"}, view(body.getSeries())).text({"numbered by", "numbering"}, words(body.getSource()));
  sheet.state(body.getDissolved() ? "dissolved" : "established", (*row).getIrregular());
  sheet.see("who sits there", fmt::format("jumelage mandate list --body {}", id));
  print(sheet.take(reg, number, ui));
  return cli::kExitOk;
}

}  // namespace

void add_body_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a body: its seats, offices, rules and numbers");
  command.positional({.name = "BODY", .help = "the body's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage body show cci", "the Council");
  command.example("jumelage body show cci --as-of 2026-12-31", "who holds its offices on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
