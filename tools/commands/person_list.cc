#include "app/reading.h"
#include "commands/commands.h"
#include "show/listing.h"
#include "show/person_words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::PERSON));
  fill_page(page, reg, SubjectKind::PERSON, [&](Number number) { return reading.state(number).has_value(); });
  Listing listing("persons", {{"id", "id"}, {"mandates", "mandates"}, {"name and contact", "document"}});
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    listing.row({projection::slug_of(reg, number), mandates_of_person(reading, number),
                 std::string(document_state_of_person(**row))},
                2, (**row).getIrregular());
  }
  listing.print_page(reg, page, ui, "No persons then. Register one: jumelage person add --help");
  return cli::kExitOk;
}

}  // namespace

void add_person_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists the persons by their numbers, and the mandates that they hold");
  command.describe("Names stand outside of the log, in documents that can be erased: jumelage person show.");
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage person list", "who is registered");
  command.example("jumelage person list --as-of 2026-12-31", "who is known and sits where on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
