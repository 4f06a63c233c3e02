// What the program may assume about the terminal it writes to, and the few styles it uses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jumelage::cli {

constexpr std::size_t kUnlimitedWidth = SIZE_MAX;

// Columns of standard output, within 40 and 500; kUnlimitedWidth when it is no terminal, so that what is piped
// or kept is never broken into lines.
std::size_t terminal_width();

// Colour is for a terminal whose owner did not refuse it: by --no-color, or by setting NO_COLOR to anything but
// the empty string (https://no-color.org).
bool may_colour(bool is_terminal, const char* no_color_variable, bool no_color_option);
bool may_colour_stdout(bool no_color_option);

enum class Tone { kPlain, kHeading, kGood, kWarning, kBad, kFaint };

// `text` in that tone. It is not escaped here: pass what comes from outside through for_terminal() first.
std::string styled(std::string_view text, Tone tone, bool colour);

}  // namespace jumelage::cli
