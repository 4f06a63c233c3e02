// Text in any script: validity, normal form, and safe display.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jumelage {

// Strict UTF-8 (no surrogates, no overlong forms) without NUL. `offset` of the first bad byte, or nothing.
std::optional<std::size_t> first_bad_utf8(std::string_view text);

// Unicode normal form C. The text must be valid UTF-8.
std::string to_nfc(std::string_view text);

// For a terminal or a log line: control characters (line breaks too), characters that only format and show nothing
// (U+2060, directional marks ...) and invalid bytes become escapes such as \x1b or \u202e. Letters and the joiners in
// words stay.
std::string for_terminal(std::string_view untrusted);

// Columns that a terminal uses for this text (combining marks 0, East Asian wide 2).
std::size_t display_width(std::string_view text);

}  // namespace jumelage
