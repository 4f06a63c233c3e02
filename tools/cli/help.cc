#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/layout.h"

namespace jumelage::cli {
namespace {

constexpr std::size_t kWidestTerm = 28;  // a longer term gets a line of its own

struct Entry {
  std::string term;
  std::string meaning;
};

std::string term_of(const Option& option) {
  std::string out = option.letter.empty() ? "--" + option.name : "-" + option.letter + ", --" + option.name;
  return option.value.empty() ? out : out + " " + option.value;
}

std::string meaning_of(const Option& option) {
  std::string out = option.help;
  const auto note = [&](const std::string& text) { out += " (" + text + ")"; };
  if (!option.choices.empty()) note(fmt::format("one of: {}", fmt::join(option.choices, ", ")));
  if (option.range && option.range->most != UINT64_MAX)
    note(fmt::format("{} to {}", option.range->least, option.range->most));
  if (option.need == Need::kRequired) note("required");
  if (option.repeated) note("may be repeated");
  if (!option.environment.empty()) note("environment: " + option.environment);
  if (!option.fallback.empty()) note("otherwise: " + option.fallback);
  return out;
}

std::string usage_of(const Positional& positional) {
  const std::string name = positional.repeated ? positional.name + "..." : positional.name;
  return positional.need == Need::kRequired ? name : "[" + name + "]";
}

std::string entries(std::string_view title, const std::vector<Entry>& list, std::size_t width) {
  if (list.empty()) return {};
  std::size_t column = 0;
  for (const Entry& entry : list) column = std::max(column, std::min(kWidestTerm, display_width(entry.term)));
  std::string out = fmt::format("\n{}:\n", title);
  for (const Entry& entry : list) {
    const bool beside = display_width(entry.term) <= column;
    if (!beside) out += "  " + entry.term + "\n";
    std::string margin = beside ? "  " + pad(entry.term, column) + "  " : std::string(column + 4, ' ');
    for (const std::string& line : wrap(entry.meaning, width - column - 4)) {
      out += margin + line + "\n";
      margin.assign(column + 4, ' ');
    }
  }
  return out;
}

std::string paragraphs(std::string_view text, std::size_t width) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out += "\n";
    for (const std::string& line : wrap(text.substr(0, end), width)) out += line + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string usage(const Command& command) {
  std::string out = "Usage: " + command.path();
  if (!command.commands().empty()) out += " COMMAND";
  out += " [OPTIONS]";
  for (const Positional& positional : command.positionals()) out += " " + usage_of(positional);
  return out + "\n";
}

}  // namespace

std::string help_text(const Command& command, std::size_t width) {
  width = std::max<std::size_t>(width, 40);
  std::vector<Entry> below, arguments, own, inherited;
  for (const Command& c : command.commands()) below.push_back({c.name(), c.summary()});
  for (const Positional& p : command.positionals()) arguments.push_back({p.name, p.help});
  for (const Option& o : command.options()) own.push_back({term_of(o), meaning_of(o)});
  for (const Option* o : command.options_in_effect())
    if (o < command.options().data() || o >= command.options().data() + command.options().size())
      inherited.push_back({term_of(*o), meaning_of(*o)});

  std::string out = paragraphs(command.summary(), width).substr(1) + "\n" + usage(command);
  out += paragraphs(command.description(), width);
  out += entries("Commands", below, width) + entries("Arguments", arguments, width);
  out += entries("Options", own, width) + entries("Options of every command", inherited, width);
  if (!command.examples().empty()) out += "\nExamples:\n";
  for (const Example& example : command.examples())
    out += fmt::format("  {}\n      {}\n", example.purpose, example.command);
  return out;
}

}  // namespace jumelage::cli
