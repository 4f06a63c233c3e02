// From arguments to a handler's exit code: every complaint about the command line is phrased here.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include "base/text.h"
#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/nearest.h"
#include "cli/split.h"
#include "cli/terminal.h"

namespace jumelage::cli {
namespace {

constexpr std::size_t kHelpWidth = 100;  // also the widest: longer lines are hard to read

std::string did_you_mean(const std::string& name) {
  return name.empty() ? "" : fmt::format(". Did you mean \"{}\"?", name);
}

std::string unknown_command(const Command& command, const std::string& word) {
  std::vector<std::string> names;
  for (const Command& below : command.commands()) names.push_back(below.name());
  return fmt::format("\"{}\" is not a command of {}{}", for_terminal(word), command.path(),
                     did_you_mean(nearest(word, names)));
}

std::string unknown_option(const Command& command, const std::string& written) {
  std::vector<std::string> names;
  for (const Option* option : command.options_in_effect()) names.push_back("--" + option->name);
  const std::string word = written.substr(0, written.find('='));
  return fmt::format("{} has no option {}{}", command.path(), for_terminal(word), did_you_mean(nearest(word, names)));
}

// An empty complaint means that all is well; the same goes for the functions below.
std::string complaint_about_command(const Split& split) {
  const Command& command = *split.command;
  if (!split.misplaced.empty()) return unknown_command(command, split.misplaced);
  if (!command.commands().empty() && !split.rest.empty()) return unknown_command(command, split.rest.front());
  return {};
}

std::string complaint_about_words(const Split& split) {
  const Command& command = *split.command;
  if (auto complaint = complaint_about_command(split); !complaint.empty()) return complaint;
  if (!split.unknown.empty()) return unknown_option(command, split.unknown.front());
  if (!split.complaint.empty()) return split.complaint;
  if (!command.handler()) return fmt::format("{} needs one of its commands after it", command.path());
  const auto& positionals = command.positionals();
  const bool open_ended = !positionals.empty() && positionals.back().repeated;
  if (split.rest.size() > positionals.size() && !open_ended)
    return fmt::format("{} has no use for \"{}\"", command.path(), for_terminal(split.rest[positionals.size()]));
  return {};
}

bool in_range(const std::string& digits, const Range& range) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && value >= range.least && value <= range.most;
}

std::string complaint_about_value(const Option& option, const std::string& name, const std::string& text) {
  if (first_bad_utf8(text)) return fmt::format("{} is not valid UTF-8: \"{}\"", name, for_terminal(text));
  if (option.range && !in_range(text, *option.range))
    return fmt::format("{} takes a whole number from {} to {}, not \"{}\"", name, option.range->least,
                       option.range->most, for_terminal(text));
  const auto& choices = option.choices;
  if (!choices.empty() && std::find(choices.begin(), choices.end(), text) == choices.end())
    return fmt::format("{} takes one of {}, not \"{}\"{}", name, fmt::join(choices, ", "), for_terminal(text),
                       did_you_mean(nearest(text, choices)));
  return {};
}

Arguments::Value value_of(const Option& option, const Split& split) {
  if (const auto given = split.given.find(option.name); given != split.given.end() && !given->second.empty())
    return {given->second, Source::kGiven};
  if (!option.environment.empty())
    if (const char* text = std::getenv(option.environment.c_str()); text && *text)
      return {{text}, Source::kEnvironment};
  if (!option.fallback.empty()) return {{option.fallback}, Source::kFallback};
  return {};
}

std::string take_option(const Option& option, const Split& split, Arguments& out) {
  Arguments::Value value = value_of(option, split);
  const std::string name =
      value.source == Source::kEnvironment ? "the variable " + option.environment : "--" + option.name;
  if (value.texts.empty() && option.need == Need::kRequired)
    return fmt::format("{} needs --{} {}: {}", split.command->path(), option.name, option.value, option.help);
  if (value.texts.size() > 1 && !option.repeated && !option.value.empty())
    return fmt::format("{} is given {} times; it takes one value", name, value.texts.size());
  for (const std::string& text : value.texts)
    if (auto complaint = complaint_about_value(option, name, text); !complaint.empty()) return complaint;
  out.set(option.name, std::move(value));
  return {};
}

std::string take_positionals(const Split& split, Arguments& out) {
  auto next = split.rest.begin();
  for (const Positional& positional : split.command->positionals()) {
    Arguments::Value value;
    while (next != split.rest.end() && (positional.repeated || value.texts.empty())) {
      if (first_bad_utf8(*next))
        return fmt::format("{} is not valid UTF-8: \"{}\"", positional.name, for_terminal(*next));
      value.texts.push_back(*next++);
      value.source = Source::kGiven;
    }
    if (value.texts.empty() && positional.need == Need::kRequired)
      return fmt::format("{} needs {}: {}", split.command->path(), positional.name, positional.help);
    out.set(positional.name, std::move(value));
  }
  return {};
}

std::string take_all(const Split& split, Arguments& out) {
  if (auto complaint = complaint_about_words(split); !complaint.empty()) return complaint;
  for (const Option* option : split.command->options_in_effect())
    if (auto complaint = take_option(*option, split, out); !complaint.empty()) return complaint;
  return take_positionals(split, out);
}

bool is_given(const Split& split, std::string_view flag) {
  const auto found = split.given.find(flag);
  return found != split.given.end() && !found->second.empty();
}

// Text that is valid UTF-8 and has no control characters, as complaints are.
std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// In the form of every other error of the program.
void complain(const Command& program, const Split& words, const std::string& complaint, std::ostream& err) {
  const std::string advice = fmt::format("See: {} --help", words.command->path());
  if (is_given(words, "json")) {
    err << fmt::format(
        "{{\n  \"error\": {{\n    \"code\": \"tool.usage\",\n    \"message\": {},\n    \"advice\": {}\n  }}\n}}\n",
        json_string(complaint), json_string(advice));
  } else {
    err << fmt::format("{}: {}\n{}\n", program.name(), complaint, advice);
  }
}

int call(const Command& command, const Arguments& arguments, std::ostream& err) {
  try {
    return command.handler()(arguments);
  } catch (const std::exception& fault) {
    err << fmt::format("{}: internal fault: {}\n", command.path(), for_terminal(fault.what()));
  } catch (...) {
    err << fmt::format("{}: internal fault of an unknown kind\n", command.path());
  }
  return kExitInternal;
}

bool exit_code_is_kept = false;

int run_words(const Command& program, std::string_view version, const std::vector<std::string>& args, std::ostream& out,
              std::ostream& err) {
  const Split words = split(program, args);
  // A command that does not exist has no help: to show another's would say that it does.
  if (is_given(words, "help") && complaint_about_command(words).empty()) {
    out << help_text(*words.command, std::min(terminal_width(), kHelpWidth));
    return kExitOk;
  }
  if (is_given(words, "version") && words.command == &program) {
    out << program.name() << ' ' << version << '\n';
    return kExitOk;
  }
  Arguments arguments;
  if (const std::string complaint = take_all(words, arguments); !complaint.empty()) {
    complain(program, words, complaint, err);
    return kExitUsage;
  }
  return call(*words.command, arguments, err);
}

}  // namespace

void keep_exit_code() {
  exit_code_is_kept = true;
}

int run(const Command& program, std::string_view version, const std::vector<std::string>& args, std::ostream& out,
        std::ostream& err) {
  exit_code_is_kept = false;
  const int code = run_words(program, version, args, out, err);
  out.flush();
  if (out) return code;
  err << fmt::format(
      "{}: the output could not be written, or not all of it: look at the disk or program that it goes "
      "to{}\n",
      program.name(), exit_code_is_kept ? ". What was asked for is done; don't do it again" : "");
  return code == kExitOk && !exit_code_is_kept ? kExitEnvironment : code;
}

int run(const Command& program, std::string_view version, int argc, const char* const* argv) {
  return run(program, version, std::vector<std::string>(argv + std::min(argc, 1), argv + argc), std::cout, std::cerr);
}

}  // namespace jumelage::cli
