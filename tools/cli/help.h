// The page that --help prints.
#pragma once

#include <string>

#include "cli/command_line.h"

namespace jumelage::cli {

// `width` columns, at least 40.
std::string help_text(const Command& command, std::size_t width);

}  // namespace jumelage::cli
