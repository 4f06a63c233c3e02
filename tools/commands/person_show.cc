#include <fmt/format.h>

#include "app/reading.h"
#include "base/hex.h"
#include "commands/commands.h"
#include "show/person_words.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number number, find(reg, arguments.text("PERSON"), SubjectKind::PERSON));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  const auto person = (*row).getPerson();
  const std::string digest = to_hex(bytes_of(person.getDocument()));
  Sheet sheet("person", projection::slug_of(reg, number));
  sheet.words({"mandates", "mandates"}, mandates_of_person(reading, number));
  sheet.text({"name and contact", "document"}, document_state_of_person(*row)).text({"digest", "digest"}, digest);
  sheet.state(person.getErased() ? "erased" : "registered", (*row).getIrregular());
  if (!person.getErased()) sheet.see("read it with", fmt::format("jumelage document show {}", digest));
  print(sheet.take(reg, number, ui));
  return cli::kExitOk;
}

}  // namespace

void add_person_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a person: the mandates, and where name and contact are kept");
  command.positional({.name = "PERSON", .help = "the person's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage person show p-1", "a person, by the number");
  command.handler(running(run));
}

}  // namespace jumelage::tools
