#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "governance/context.h"
#include "show/listing.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::EXPERTISE));
  JUMELAGE_TRY(const Number member, subject_option(reg, arguments, "member", SubjectKind::MEMBER));
  const bool open = arguments.flag("open");
  const std::vector<Number> parents = {member != 0 ? member : governance::kLedgerNumber};
  fill_page(page, reg, parents, SubjectKind::EXPERTISE, [&](Number number) {
    const auto row = reading.state(number);
    return row && (!open || projection::is_open((**row).getExpertise(), reading.day));
  });
  Listing listing("expertise", {{"id", "id"},
                                {"of", "member"},
                                {"theme", "theme"},
                                {"until", "until"},
                                {"state", "state"},
                                {"what", "description"}});
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    const auto offer = (**row).getExpertise();
    JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{offer.getTitleAt()}));
    const auto act = entry.sealed.act().reader().getExpertiseOffered();
    listing.row({projection::slug_of(reg, number), projection::slug_of(reg, offer.getMember()),
                 one_line(view(act.getTheme())), Day{offer.getUntil()},
                 std::string(projection::offer_text(offer, reading.day)), best_text(act.getDescription())},
                4, (**row).getIrregular());
  }
  listing.print_page(reg, page, ui, "No such offers. One is made so: jumelage expertise offer --help");
  return cli::kExitOk;
}

}  // namespace

void add_expertise_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists what members can teach each other");
  command.option({.name = "member", .value = "ID", .help = "only what this member offers"});
  command.option({.name = "open", .help = "only offers that stand on that day"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage expertise list --open", "whom to ask today");
  command.example("jumelage expertise list --member timbuktu", "all that a city has offered");
  command.handler(running(run));
}

}  // namespace jumelage::tools
