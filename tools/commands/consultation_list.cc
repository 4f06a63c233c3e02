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
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::CONSULTATION));
  Number on = governance::kLedgerNumber;
  if (const auto id = arguments.maybe("on")) {
    JUMELAGE_TRY(on, find_any(reg, *id));
  }
  const bool open = arguments.flag("open");
  fill_page(page, reg, {on}, SubjectKind::CONSULTATION, [&](Number number) {
    const auto row = reading.state(number);
    return row && (!open || projection::is_open((**row).getConsultation(), reading.day));
  });
  Listing listing("consultations", {{"id", "id"},
                                    {"on", "on"},
                                    {"from", "from"},
                                    {"until", "until"},
                                    {"state", "state"},
                                    {"came in", "count"},
                                    {"question", "question"}});
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    const auto state = (**row).getConsultation();
    JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{state.getTitleAt()}));
    const auto act = entry.sealed.act().reader().getConsultationOpened();
    listing.row({projection::slug_of(reg, number), projection::slug_of(reg, state.getSubject()), Day{state.getFrom()},
                 Day{state.getUntil()}, std::string(projection::consultation_text(state, reading.day)),
                 std::uint64_t{state.getCount()}, best_text(act.getQuestion())},
                4, (**row).getIrregular());
  }
  listing.print_page(reg, page, ui, "No such consultations. One is opened so: jumelage consultation open --help");
  return cli::kExitOk;
}

}  // namespace

void add_consultation_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists public consultations");
  command.option({.name = "on", .value = "ID", .help = "only those about this proposal, agreement ..."});
  command.option({.name = "open", .help = "only those in which views can be given on that day"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage consultation list", "what the public was asked");
  command.example("jumelage consultation list --open --as-of 2030-03-01", "what is open on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
