#include "event/json_string.h"

#include <fmt/format.h>

namespace jumelage::event {
namespace {

// The code point that begins at `at` when it is one of those beyond ASCII that must not be seen raw; else 0.
unsigned hidden_beyond_ascii(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(at) == 0xc2 && byte(at + 1) >= 0x80 && byte(at + 1) < 0xa0) return byte(at + 1);
  if (byte(at) != 0xe2 || (byte(at + 1) != 0x80 && byte(at + 1) != 0x81)) return 0;
  const unsigned code_point = 0x2000U | (byte(at + 1) & 0x3f) << 6 | (byte(at + 2) & 0x3f);
  const bool hidden = (code_point >= 0x2028 && code_point <= 0x202e) || (code_point >= 0x2066 && code_point <= 0x2069);
  return hidden ? code_point : 0;
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  out.reserve(text.size() + 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '"' || c == '\\') {
      out += {'\\', text[i]};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7f) {
      out += fmt::format("\\u{:04x}", c);
    } else if (const unsigned hidden = c < 0x80 ? 0 : hidden_beyond_ascii(text, i)) {
      out += fmt::format("\\u{:04x}", hidden);
      i += hidden < 0x100 ? 1 : 2;
    } else {
      out += text[i];
    }
  }
  return out + '"';
}

}  // namespace jumelage::event
