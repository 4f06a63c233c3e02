#include <fmt/format.h>

#include <charconv>

#include "app/act_form.h"
#include "base/text.h"
#include "commands/commands.h"
#include "governance/closing_sheet.h"

namespace jumelage::tools {
namespace {

std::uint32_t figure(const cli::Arguments& arguments, std::string_view option, std::uint32_t by_the_record) {
  return arguments.has(option) ? static_cast<std::uint32_t>(arguments.number(option)) : by_the_record;
}

Result<std::uint16_t> year_of_word(const std::string& word) {
  std::uint16_t year = 0;
  const auto parsed = std::from_chars(word.data(), word.data() + word.size(), year);
  if (parsed.ec == std::errc() && parsed.ptr == word.data() + word.size()) return year;
  return usage(fmt::format("\"{}\" is no year; write one as 2026", for_terminal(word)));
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const auto body = body_or_council(form.reg(), arguments.maybe("body"));
  if (!body) {
    form.fail(body.error());
    return;
  }
  const auto parsed = year_of_word(arguments.text("YEAR"));
  if (!parsed) {
    form.fail(parsed.error());
    return;
  }
  const std::uint16_t year = parsed.value();
  const auto volume = static_cast<std::uint16_t>(arguments.has("volume") ? arguments.number("volume") : 0);
  std::optional<std::uint32_t> last;
  if (arguments.has("last")) last = static_cast<std::uint32_t>(arguments.number("last"));
  const governance::ClosingSheet sheet = governance::closing_sheet(form.reg(), body.value(), year, volume, last);
  form.text("body", projection::slug_of(form.reg(), body.value())).number("year", year);
  if (volume != 0) form.number("volume", volume);
  form.number("firstNumber", figure(arguments, "first", sheet.first)).number("lastNumber", last.value_or(sheet.last));
  form.number("decisions", figure(arguments, "decisions", sheet.decisions));
  form.number("sessions", figure(arguments, "sessions", sheet.sessions)).document("printed", "FILE", "instrument");
}

void add_figure(cli::Command& command, std::string name, std::string help) {
  command.option({.name = std::move(name),
                  .value = "N",
                  .help = std::move(help) + "; otherwise: by the record",
                  .range = cli::Range{0, UINT32_MAX}});
}

}  // namespace

void add_register_close(cli::Command& parent) {
  auto& command = parent.add("close", "Closes a body's register of a year, or a volume of it, as it was printed");
  command.describe(
      "The closing sheet: first and last definitive number, how many decisions and sessions. The figures are those of "
      "the record; where the printed register says others, say so, and the difference is found. A year is closed once "
      "it is over, as one volume or volume by volume. Chair and secretary sign.");
  command.positional({.name = "YEAR", .help = "the year", .need = cli::Need::kRequired});
  command.positional(
      {.name = "FILE", .help = "the register as it was printed; or LANG=FILE", .need = cli::Need::kRequired});
  command.option({.name = "body", .value = "ID", .help = "whose register; otherwise: the council's"});
  command.option({.name = "volume", .value = "N", .help = "only that volume, from 1", .range = cli::Range{1, 65535}});
  add_figure(command, "first", "the first number that is in it");
  add_figure(command, "last", "the last one");
  add_figure(command, "decisions", "how many decisions are in it");
  add_figure(command, "sessions", "how many sessions are in it");
  add_act_options(command);
  command.example("jumelage register close 2025 register-2025.txt --key es-semara --key secretary", "a whole year");
  command.example("jumelage register close 2026 volume-1.txt --volume 1 --last 40 --key es-semara --key secretary",
                  "the first 40 decisions of a year that goes on");
  command.handler(recording("registerClosed", fill));
}

}  // namespace jumelage::tools
