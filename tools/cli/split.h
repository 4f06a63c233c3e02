// The one place where the command-line library is seen: arguments in, names and raw texts out.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace jumelage::cli {

struct Split {
  const Command* command = nullptr;                                      // the deepest one named
  std::map<std::string, std::vector<std::string>, std::less<>> given{};  // option → values ("" for a flag)
  std::vector<std::string> rest{};     // what is neither an option nor the name of a command
  std::vector<std::string> unknown{};  // what looks like an option and is none
  std::string misplaced{};             // an argument that stands where a command should; empty: none
  std::string complaint{};             // a sentence; empty: none
};

Split split(const Command& program, const std::vector<std::string>& args);

}  // namespace jumelage::cli
