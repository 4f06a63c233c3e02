// Text in columns of a terminal, counted as a terminal does (base/text.h). Input must be free of control
// characters other than blanks: pass what comes from outside through for_terminal() first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jumelage::cli {

enum class Align { kLeft, kRight };

// Filled with blanks to `width` columns; left alone when it is wider.
std::string pad(std::string_view text, std::size_t width, Align align = Align::kLeft);

// Broken into lines of at most `width` columns (at least 2), at blanks where possible, else between
// characters, never between a letter and its combining marks. At least one line. Nothing but blanks is lost.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace jumelage::cli
