#include "event/text_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/text.h"

namespace jumelage::event {
namespace {

constexpr std::uint64_t every_byte(std::uint8_t b) {
  return 0x0101010101010101U * b;
}

// True when none of eight bytes is below 0x20, DEL, or above 0x7f. May say false for a plain one after another
// that is not; never the other way round.
bool are_plain(std::uint64_t eight) {
  const std::uint64_t below_space = eight - every_byte(0x20);
  const std::uint64_t deletes = (eight ^ every_byte(0x7f)) - every_byte(1);
  return ((eight | below_space | deletes) & every_byte(0x80)) == 0;
}

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7f;
}

std::size_t plain_prefix(std::string_view text) {
  std::size_t i = 0;
  for (std::uint64_t eight; i + 8 <= text.size(); i += 8) {
    std::memcpy(&eight, text.data() + i, 8);
    if (!are_plain(eight)) break;
  }
  while (i < text.size() && is_plain(text[i])) ++i;
  return i;
}

// Valid UTF-8 from here on.
std::optional<std::size_t> first_control(std::string_view text, bool multiline) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c == '\n' || c == '\t') && multiline) continue;
    if (c < 0x20 || c == 0x7f) return i;
    if (c == 0xc2 && static_cast<unsigned char>(text[i + 1]) < 0xa0) return i;  // U+0080 to U+009F
  }
  return std::nullopt;
}

std::optional<Complaint> complain_about_characters(std::string_view text, bool multiline) {
  const std::size_t plain = plain_prefix(text);
  if (plain == text.size()) return std::nullopt;
  const std::string_view rest = text.substr(plain);
  if (const auto at = first_bad_utf8(rest))
    return Complaint{EventError::kBadText, fmt::format("byte {} is not UTF-8 text", plain + *at)};
  if (const auto at = first_control(rest, multiline))
    return Complaint{EventError::kBadText, fmt::format("byte {} is a control character{}", plain + *at,
                                                       multiline ? "; only line feeds and tabs may stand here" : "")};
  return std::nullopt;
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::optional<Complaint> unless(bool fine, const char* what) {
  if (fine) return std::nullopt;
  return Complaint{EventError::kBadField, what};
}

}  // namespace

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > 64 || text[0] == '-') return false;
  for (char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  return true;
}

bool is_language_tag(std::string_view text) {
  if (text.size() < 2 || text.size() > 35) return false;
  std::size_t length = 0;  // of the subtag so far
  for (char c : text) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
    } else if (!is_letter_or_digit(c) || ++length > 8) {
      return false;
    }
  }
  return length != 0 && text == canonical_language(text);
}

std::string canonical_language(std::string_view tag) {
  std::string out;
  out.reserve(tag.size());
  bool cased = false;  // not in the first subtag, nor after a singleton
  for (std::size_t at = 0; at <= tag.size();) {
    const std::size_t end = std::min(tag.find('-', at), tag.size());
    const std::string_view subtag = tag.substr(at, end - at);
    for (std::size_t i = 0; i < subtag.size(); ++i) {
      const bool is_upper = cased && (subtag.size() == 2 || (subtag.size() == 4 && i == 0));
      out += is_upper ? upper(subtag[i]) : lower(subtag[i]);
    }
    if (end == tag.size()) break;
    out += '-';
    cased = (at == 0 || cased) && subtag.size() != 1;
    at = end + 1;
  }
  return out;
}

bool is_zone_name(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  for (char c : text)
    if (!is_letter_or_digit(c) && c != '/' && c != '_' && c != '-' && c != '+') return false;
  return true;
}

std::optional<Complaint> complain_about_text(std::string_view text, const FieldRules& rules) {
  if (text.empty()) return Complaint{EventError::kBadField, "is empty: leave it out instead"};
  if (text.size() > rules.max_bytes)
    return Complaint{EventError::kBadField,
                     fmt::format("is {} bytes long; at most {} are allowed", text.size(), rules.max_bytes)};
  if (rules.slug) return unless(is_slug(text), "is not an id: 1 to 64 of a-z, 0-9 and -, not beginning with -");
  if (rules.language) return unless(is_language_tag(text), "is not a language tag such as fr, ar or en-GB");
  if (rules.zone) return unless(is_zone_name(text), "is not a time zone such as Africa/Casablanca");
  return complain_about_characters(text, rules.multiline);
}

}  // namespace jumelage::event
