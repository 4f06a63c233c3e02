// The options that every command of the ledger's programs understands.
#pragma once

#include <filesystem>

#include "cli/command_line.h"

namespace jumelage::cli {

struct Globals {
  std::filesystem::path ledger;  // --ledger, JUMELAGE_LEDGER, ./ledger
  Source ledger_source;          // so that "no ledger here" can say why we looked there
  std::filesystem::path keys;    // --keys, JUMELAGE_KEYS, ./keys
  bool json;                     // print JSON for programs instead of text for people
  bool no_color;
};

void add_globals(Command& program);
Globals globals(const Arguments& arguments);

// "from --ledger", "from the variable JUMELAGE_LEDGER", "the default": for messages about the folder.
std::string_view origin_of_ledger(Source source);

}  // namespace jumelage::cli
