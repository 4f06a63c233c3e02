#include "app/ui.h"

#include <unistd.h>

#include <iostream>
#include <utility>

#include "app/exit_of.h"
#include "base/text.h"
#include "ledger/thrown.h"

namespace jumelage::tools {

namespace {

// A register that cannot be read is thrown; any other exception is a fault of the program and goes on its way.
Result<int> guarded(const Run& run, const cli::Arguments& arguments, const Ui& ui) {
  try {
    return run(arguments, ui);
  } catch (...) {
    const auto fault = ledger::register_fault(std::current_exception());
    if (!fault) throw;
    return *fault;
  }
}

}  // namespace

cli::Handler running(Run run) {
  return [run = std::move(run)](const cli::Arguments& arguments) -> int {
    const cli::Globals globals = cli::globals(arguments);
    const Ui ui{globals, cli::look_of_stdout(globals.no_color)};
    const Result<int> outcome = guarded(run, arguments, ui);
    std::cout.flush();  // before anything is said on standard error
    return outcome ? outcome.value() : report(outcome.error(), globals.json);
  };
}

void print(std::string_view text) {
  std::cout << text;
}

void note(std::string_view text) {
  std::cout.flush();
  std::cerr << text;
}

bool can_ask() {
  return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
}

std::string ask(std::string_view prompt) {
  std::cout.flush();
  std::cerr << for_terminal(prompt) << ": " << std::flush;
  std::string line;
  std::getline(std::cin, line);
  return line;
}

}  // namespace jumelage::tools
