#include "base/check.h"
#include "cli/command_line.h"

namespace jumelage::cli {
namespace {

// Each command has its own --help, and only the program has --version.
bool is_its_own(const Option& option) {
  return option.name == "help" || option.name == "version";
}

}  // namespace

Command::Command(std::string name, std::string summary, const Command* parent)
    : name_(std::move(name)), summary_(std::move(summary)), parent_(parent) {
  option({.name = "help", .help = "show this help", .letter = "h"});
  if (!parent) option({.name = "version", .help = "show which version this is"});
}

Command& Command::add(std::string name, std::string summary) {
  JUMELAGE_CHECK(!find(name), "a command has one name");
  JUMELAGE_CHECK(positionals_.empty(), "a command has commands below it, or arguments of its own");
  return commands_.emplace_back(std::move(name), std::move(summary), this);
}

Command& Command::describe(std::string text) {
  description_ = std::move(text);
  return *this;
}

Command& Command::example(std::string command, std::string purpose) {
  examples_.push_back({std::move(command), std::move(purpose)});
  return *this;
}

Command& Command::option(Option option) {
  JUMELAGE_CHECK(!option.value.empty() || (option.fallback.empty() && option.environment.empty()),
                 "a flag has no value to fall back on");
  options_.push_back(std::move(option));
  return *this;
}

Command& Command::positional(Positional positional) {
  JUMELAGE_CHECK(commands_.empty(), "a command has commands below it, or arguments of its own");
  if (!positionals_.empty()) {
    const Positional& before = positionals_.back();
    JUMELAGE_CHECK(!before.repeated, "only the last argument may be repeated");
    JUMELAGE_CHECK(before.need == Need::kRequired || positional.need == Need::kOptional,
                   "a required argument cannot follow an optional one");
  }
  positionals_.push_back(std::move(positional));
  return *this;
}

Command& Command::handler(Handler handler) {
  handler_ = std::move(handler);
  return *this;
}

std::string Command::path() const {
  return parent_ ? parent_->path() + " " + name_ : name_;
}

std::vector<const Option*> Command::options_in_effect() const {
  std::vector<const Option*> all;
  for (const Command* level = this; level; level = level->parent_)
    for (const Option& option : level->options_)
      if (level == this || !is_its_own(option)) all.push_back(&option);
  return all;
}

const Command* Command::find(std::string_view name) const {
  for (const Command& command : commands_)
    if (command.name_ == name) return &command;
  return nullptr;
}

}  // namespace jumelage::cli
