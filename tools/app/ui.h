// What every command has at hand: the options of all commands, and the way to the person.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "cli/command_line.h"
#include "cli/globals.h"
#include "cli/table.h"

namespace jumelage::tools {

struct Ui {
  cli::Globals globals;
  cli::Look look;

  bool json() const { return globals.json; }
  std::string tone(std::string_view text, cli::Tone tone) const { return cli::styled(text, tone, look.colour); }
};

// A command's work: an exit code, or what went wrong, which is then reported in one place.
using Run = std::function<Result<int>(const cli::Arguments&, const Ui&)>;
cli::Handler running(Run run);

// To standard output, as it is: untrusted text has passed for_terminal() before.
void print(std::string_view text);
// To standard error, for what goes beside an output that another program reads.
void note(std::string_view text);

// Somebody sits there and can be asked.
bool can_ask();
// One line, typed visibly. Empty: nothing was typed.
std::string ask(std::string_view prompt);

}  // namespace jumelage::tools
