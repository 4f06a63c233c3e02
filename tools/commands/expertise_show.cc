#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number number, find(reg, arguments.text("OFFER"), SubjectKind::EXPERTISE));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  const auto offer = (*row).getExpertise();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{offer.getTitleAt()}));
  const auto act = entry.sealed.act().reader().getExpertiseOffered();
  Sheet sheet("expertise", projection::slug_of(reg, number));
  sheet.text({"offered by", "member"}, projection::slug_of(reg, offer.getMember()));
  sheet.text({"theme", "theme"}, one_line(view(act.getTheme()))).texts({"what", "description"}, act.getDescription());
  sheet.day({"until", "until"}, offer.getUntil());
  sheet.state(projection::offer_text(offer, reading.day), (*row).getIrregular());
  print(sheet.take(reg, number, ui));
  return cli::kExitOk;
}

}  // namespace

void add_expertise_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows an offer to teach");
  command.positional({.name = "OFFER", .help = "the offer's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage expertise show earth-building", "an offer, by its id");
  command.handler(running(run));
}

}  // namespace jumelage::tools
