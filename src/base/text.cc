#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/check.h"

namespace jumelage {
namespace {

struct CodePoint {
  std::int32_t value;  // negative: the bytes here are not UTF-8
  std::size_t length;  // at least 1
};

CodePoint decode(std::string_view text) {
  utf8proc_int32_t value = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (length <= 0) return {-1, 1};
  return {value, static_cast<std::size_t>(length)};
}

bool is_plain_ascii(std::string_view text) {
  for (char c : text)
    if (c < 0x20 || c > 0x7e) return false;
  return true;
}

// Format characters (category Cf) that show something, or that words are spelt with: the marks that embrace Arabic and
// Syriac numbers, and the two joiners, without which Persian, Hindi or Telugu words are other words.
bool is_part_of_writing(std::int32_t c) {
  return c == 0x200c || c == 0x200d || (c >= 0x600 && c <= 0x605) || c == 0x6dd || c == 0x70f || c == 0x890 ||
         c == 0x891 || c == 0x8e2 || c == 0x110bd || c == 0x110cd;
}

// Characters that change how the rest of a line is laid out or that show nothing at all: they could make a
// title read as another one (Unicode Standard Annex 9, directional formatting characters).
bool is_deceptive(std::int32_t c) {
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) return true;
  const bool is_tag = c >= 0xe0000 && c <= 0xe007f;
  const bool is_unassigned_format = c == 0x2065 || (c >= 0xfff0 && c <= 0xfff8);
  return is_tag || is_unassigned_format || (utf8proc_category(c) == UTF8PROC_CATEGORY_CF && !is_part_of_writing(c));
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte != 0 && byte < 0x80) {
      ++i;
      continue;
    }
    const CodePoint c = decode(text.substr(i));
    if (c.value <= 0) return i;
    i += c.length;
  }
  return std::nullopt;
}

std::string to_nfc(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  utf8proc_uint8_t* normal = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &normal, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  JUMELAGE_CHECK(length >= 0, "to_nfc takes valid UTF-8");
  std::string out(reinterpret_cast<const char*>(normal), static_cast<std::size_t>(length));
  std::free(normal);
  return out;
}

std::string for_terminal(std::string_view untrusted) {
  if (is_plain_ascii(untrusted)) return std::string(untrusted);
  std::string out;
  for (std::size_t i = 0; i < untrusted.size();) {
    const CodePoint c = decode(untrusted.substr(i));
    if (c.value < 0) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(untrusted[i]));
    } else if (is_deceptive(c.value)) {
      out += c.value < 0x100 ? fmt::format("\\x{:02x}", c.value) : fmt::format("\\u{:04x}", c.value);
    } else {
      out += untrusted.substr(i, c.length);
    }
    i += c.length;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode(text.substr(i));
    width += c.value < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(c.value)));
    i += c.length;
  }
  return width;
}

}  // namespace jumelage
