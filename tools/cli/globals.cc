#include "cli/globals.h"

namespace jumelage::cli {

void add_globals(Command& program) {
  program.option({.name = "ledger",
                  .value = "DIR",
                  .help = "folder of the ledger",
                  .fallback = "./ledger",
                  .environment = "JUMELAGE_LEDGER"});
  program.option({.name = "keys",
                  .value = "DIR",
                  .help = "folder of the signing keys",
                  .fallback = "./keys",
                  .environment = "JUMELAGE_KEYS"});
  program.option({.name = "json", .help = "print JSON, for programs"});
  program.option({.name = "no-color", .help = "no colours (also when NO_COLOR is set, or the output is no terminal)"});
}

Globals globals(const Arguments& arguments) {
  return {.ledger = arguments.text("ledger"),
          .ledger_source = arguments.source("ledger"),
          .keys = arguments.text("keys"),
          .json = arguments.flag("json"),
          .no_color = arguments.flag("no-color")};
}

std::string_view origin_of_ledger(Source source) {
  switch (source) {
    case Source::kGiven: return "from --ledger";
    case Source::kEnvironment: return "from the variable JUMELAGE_LEDGER";
    case Source::kFallback:
    case Source::kAbsent: return "the default; say another with --ledger DIR";
  }
  return "";
}

}  // namespace jumelage::cli
