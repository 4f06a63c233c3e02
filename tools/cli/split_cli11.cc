// CLI11 descends into commands and pairs options with their values; this file is the only one that pays for
// compiling it. The rest is ours, because CLI11 2.1 would otherwise
// - take "[a,b]" apart where an option or argument may be repeated,
// - read what follows "--" with the parent's options once a command has all its arguments,
// - take the next argument as the value of "--name=".
#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "cli/split.h"

namespace jumelage::cli {
namespace {

using Args = std::vector<std::string>;

std::string flags_of(const Option& option) {
  return (option.letter.empty() ? "" : "-" + option.letter + ",") + "--" + option.name;
}

void declare(CLI::App& app, const Command& command) {
  app.set_help_flag();
  app.allow_extras();
  app.require_subcommand(0, 1);  // without the bound, an argument named like a command would be taken for it
  for (const Option* option : command.options_in_effect()) {
    if (option->value.empty()) {
      app.add_flag(flags_of(*option))->disable_flag_override();
    } else {
      app.add_option(flags_of(*option), CLI::callback_t([](const CLI::results_t&) { return true; }))
          ->take_all()
          ->allow_extra_args(false);
    }
  }
  for (const Command& below : command.commands()) declare(*app.add_subcommand(below.name()), below);
}

bool looks_like_option(const std::string& arg) {
  return arg.size() > 1 && arg[0] == '-' && !(arg[1] >= '0' && arg[1] <= '9');
}

void collect_options(const CLI::App& app, const Command& command, Split& out) {
  for (const Option* option : command.options_in_effect()) {
    auto& values = out.given[option->name];
    for (const std::string& text : app.get_option("--" + option->name)->results()) values.push_back(text);
  }
}

void collect_rest(const CLI::App& app, bool is_last, Split& out) {
  for (std::string& arg : app.remaining()) {
    if (looks_like_option(arg))
      out.unknown.push_back(std::move(arg));
    else if (is_last)
      out.rest.push_back(std::move(arg));
    else if (out.misplaced.empty())
      out.misplaced = std::move(arg);
  }
}

// Follows the commands that were named, from the program down.
void collect(const CLI::App& root, const Command& program, Split& out) {
  const CLI::App* app = &root;
  out.command = &program;
  while (true) {
    const auto below = app->get_subcommands();
    collect_options(*app, *out.command, out);
    collect_rest(*app, below.empty(), out);
    if (below.empty() || !out.misplaced.empty()) return;
    app = below.front();
    out.command = out.command->find(app->get_name());
  }
}

std::string complaint_about(const CLI::ParseError& error, const Args& args) {
  const bool ran_out =
      dynamic_cast<const CLI::ArgumentMismatch*>(&error) && !args.empty() && args.back().find('=') == std::string::npos;
  if (ran_out) return "the option " + for_terminal(args.back()) + " needs a value after it";
  return for_terminal(error.what());
}

}  // namespace

Split split(const Command& program, const Args& args) {
  Split out;
  out.command = &program;
  const auto dashes = std::find(args.begin(), args.end(), "--");
  Args head(args.begin(), dashes);
  for (const std::string& arg : head) {
    if (arg.size() > 3 && arg.starts_with("--") && arg.find('=') == arg.size() - 1) {
      out.complaint = for_terminal(arg) + " has no value; write " + for_terminal(arg.substr(0, arg.size() - 1)) +
                      " '' for an empty one";
      return out;
    }
  }
  CLI::App app;
  declare(app, program);
  try {
    app.parse(Args(head.rbegin(), head.rend()));
  } catch (const CLI::ParseError& error) {
    out.complaint = complaint_about(error, head);
  }
  collect(app, program, out);
  if (dashes != args.end()) out.rest.insert(out.rest.end(), dashes + 1, args.end());
  return out;
}

}  // namespace jumelage::cli
