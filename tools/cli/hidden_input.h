// One line from a terminal that does not show what is typed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace jumelage::cli {

enum class InputEnd { kLine, kClosed, kTooLong, kNoTerminal };

// Reads up to `max_bytes` into `line`, without the line break. A signal that would end the program takes effect
// after echo is on again. Not thread-safe: it owns the process's signal handlers while it waits.
InputEnd read_hidden_line(const std::filesystem::path& terminal, std::string_view prompt, std::size_t max_bytes,
                          std::string& line);

}  // namespace jumelage::cli
