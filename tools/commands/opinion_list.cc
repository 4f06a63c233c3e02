#include "app/reading.h"
#include "app/tool_error.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/listing.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::OPINION));
  Number on = 0;
  if (const auto id = arguments.maybe("on")) {
    JUMELAGE_TRY(on, find_any(reg, *id));
  }
  JUMELAGE_TRY(const Number expert, subject_option(reg, arguments, "expert", SubjectKind::MANDATE));
  const auto keep = [&](Number number) {
    const auto row = reading.state(number);
    return row && (expert == 0 || (**row).getOpinion().getExpert() == expert);
  };
  on != 0 ? fill_page(page, reg, {on}, SubjectKind::OPINION, keep) : fill_page(page, reg, SubjectKind::OPINION, keep);
  Listing listing("opinions", {{"id", "id"},
                               {"on", "on"},
                               {"expert", "expert"},
                               {"given", "givenOn"},
                               {"opinion", "opinion"},
                               {"cites", "cites"}});
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    const auto opinion = (**row).getOpinion();
    JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{opinion.getGivenAt()}));
    listing.row(
        {projection::slug_of(reg, number), projection::slug_of(reg, opinion.getOn()),
         projection::slug_of(reg, opinion.getExpert()), Day{projection::effect_day(entry.sealed.act().reader())},
         words(opinion.getOpinion()), ids_of(reg, opinion.getCommitments())},
        4, (**row).getIrregular());
  }
  listing.print_page(reg, page, ui, "No such opinions. One is given so: jumelage opinion give --help");
  return cli::kExitOk;
}

}  // namespace

void add_opinion_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists legal opinions");
  command.option({.name = "on", .value = "ID", .help = "only those on this proposal or agreement"});
  command.option({.name = "expert", .value = "MANDATE", .help = "only those of this expert"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage opinion list", "all of them");
  command.example("jumelage opinion list --on twinning-charter", "what the experts say of a proposal");
  command.handler(running(run));
}

}  // namespace jumelage::tools
