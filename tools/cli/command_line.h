// The command line as a tree of commands, free of the library that splits it.
//
//   void add_show(Command& parent) {
//     Command& show = parent.add("show", "Shows one act");
//     show.positional({.name = "ACT", .help = "number or id of the act", .need = Need::kRequired});
//     show.option({.name = "since", .value = "DATE", .help = "only what was recorded on or after DATE"});
//     show.example("jumelage show 12", "the twelfth act, with its signatures");
//     show.handler([](const Arguments& arguments) { ... return kExitOk; });
//   }
//
// An option declared on a command belongs to everything below it as well, and may be written before or
// after the names of the commands. Asking Arguments for a name that nobody declared is a fault of the
// program and stops it. Not thread-safe: built and used on the main thread.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_codes.h"

namespace jumelage::cli {

enum class Need { kOptional, kRequired };

struct Range {
  std::uint64_t least = 0;
  std::uint64_t most = UINT64_MAX;
};

struct Option {
  std::string name = {};   // "since" is written --since
  std::string value = {};  // what stands for the value in the help: DATE. Empty: a flag
  std::string help = {};
  Need need = Need::kOptional;
  bool repeated = false;                  // may be given several times
  std::string fallback = {};              // used when nothing else says; empty: none
  std::string environment = {};           // variable read when the option is not given; empty: none
  std::vector<std::string> choices = {};  // the values accepted; empty: any
  std::optional<Range> range = {};        // a whole number in this range
  std::string letter = {};                // "h" is written -h; empty: none
};

struct Positional {
  std::string name = {};  // in capitals: ACT
  std::string help = {};
  Need need = Need::kOptional;
  bool repeated = false;  // takes all that remain; only the last one may
};

struct Example {
  std::string command;
  std::string purpose;
};

// Where a value came from, so that a message can say it.
enum class Source { kAbsent, kFallback, kEnvironment, kGiven };

// What the person asked for, checked: required values are there, numbers and choices are in range, every
// text is valid UTF-8. Names are the declared ones, without dashes.
class Arguments {
 public:
  bool has(std::string_view name) const;   // there is at least one value, wherever it came from
  bool flag(std::string_view name) const;  // the flag was given
  Source source(std::string_view name) const;

  const std::string& text(std::string_view name) const;  // must be there: required, or with a fallback
  std::optional<std::string> maybe(std::string_view name) const;
  const std::vector<std::string>& all(std::string_view name) const;
  std::uint64_t number(std::string_view name) const;  // must be there, and declared with a range

  struct Value {
    std::vector<std::string> texts = {};
    Source source = Source::kAbsent;
  };
  void set(const std::string& name, Value value) { values_.insert_or_assign(name, std::move(value)); }

 private:
  const Value& find(std::string_view name) const;
  std::map<std::string, Value, std::less<>> values_;
};

using Handler = std::function<int(const Arguments&)>;  // returns an exit code

class Command {
 public:
  // `parent` outlives its commands; null for the program itself.
  Command(std::string name, std::string summary, const Command* parent = nullptr);
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  Command& add(std::string name, std::string summary);  // a command below this one; the reference stays good
  Command& describe(std::string text);                  // paragraphs for --help, separated by a blank line
  Command& example(std::string command, std::string purpose);
  Command& option(Option option);
  Command& positional(Positional positional);
  Command& handler(Handler handler);

  const std::string& name() const { return name_; }
  const std::string& summary() const { return summary_; }
  const std::string& description() const { return description_; }
  const Command* parent() const { return parent_; }
  const std::deque<Command>& commands() const { return commands_; }
  const std::vector<Option>& options() const { return options_; }
  const std::vector<Positional>& positionals() const { return positionals_; }
  const std::vector<Example>& examples() const { return examples_; }
  const Handler& handler() const { return handler_; }

  std::string path() const;                              // "jumelage member add"
  std::vector<const Option*> options_in_effect() const;  // its own first, then its parents'
  const Command* find(std::string_view name) const;      // null: no such command

 private:
  std::string name_;
  std::string summary_;
  std::string description_;
  const Command* parent_;
  std::deque<Command> commands_;
  std::vector<Option> options_;
  std::vector<Positional> positionals_;
  std::vector<Example> examples_;
  Handler handler_;
};

// The program: a command with --help and --version. `args` are those after the program's name.
// Help asked for goes to `out`; complaints go to `err` in plain words, with the nearest name that exists and
// kExitUsage. An exception out of a handler is reported as a fault of the program, kExitInternal. Output that cannot be
// written turns kExitOk into kExitEnvironment.
int run(const Command& program, std::string_view version, const std::vector<std::string>& args, std::ostream& out,
        std::ostream& err);

// What was done can't be undone and counts for more than whether it could be printed: from here on, output that cannot
// be written is still complained about, but does not change the exit code.
void keep_exit_code();

// The same for main(), on the standard streams.
int run(const Command& program, std::string_view version, int argc, const char* const* argv);

}  // namespace jumelage::cli
