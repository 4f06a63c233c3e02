#include "exchange/scdl_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/check.h"
#include "base/clock.h"
#include "base/text.h"

namespace jumelage::exchange {
namespace {

std::string without_crlf(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
  return out;
}

constexpr std::string_view kSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(kSpace), text.size());
  return text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
}

// The first control character other than line feed and tab. Those of U+0080 to U+009F are two bytes, the first 0xc2;
// they are what Windows-1252 punctuation becomes when somebody took it for Latin-1.
std::optional<unsigned> first_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) return c;
    if (c == 0xc2 && static_cast<unsigned char>(text[i + 1]) < 0xa0) return static_cast<unsigned char>(text[i + 1]);
  }
  return std::nullopt;
}

struct Cleaned {
  std::string text;
  std::string changes;  // for a person; empty when nothing changed
};

Cleaned clean(std::string_view found) {
  Cleaned out;
  auto note = [&out](std::string_view change) {
    out.changes += (out.changes.empty() ? "" : ", ") + std::string(change);
  };
  const std::string_view inner = trimmed(found);
  if (inner.size() != found.size()) note("spaces around it removed");
  const std::string lines = without_crlf(inner);
  if (lines.size() != inner.size()) note("line ends made LF");
  out.text = to_nfc(lines);
  if (out.text != lines) note("accents composed (Unicode NFC)");
  return out;
}

}  // namespace

bool is_blank(std::string_view text) {
  return trimmed(text).empty();
}

std::optional<std::string> ScdlValues::text(ScdlColumn column) {
  const auto at = header_.find(column);
  if (!at) return std::nullopt;
  Cleaned value = clean(record_.fields[*at].text);
  const auto& rule = rule_of(column);
  if (value.text.empty() && rule.presence == Presence::kRequired) {
    refuse(column, ScdlError::kRequiredEmpty, fmt::format("{} is required and is blank here", rule.name));
    return std::nullopt;
  }
  if (value.text.empty() && rule.presence == Presence::kExpected)
    warn(column, ScdlError::kExpectedEmpty, fmt::format("the standard asks for {}, which is blank here", rule.name));
  if (const auto control = first_control(value.text)) {
    refuse(column, ScdlError::kControlCharacter,
           fmt::format("holds the control character U+{:04X}: remove it, or check the file's encoding", *control));
    return std::nullopt;
  }
  if (value.text.size() > kMaxScdlTextBytes) {
    refuse(column, ScdlError::kTooLong,
           fmt::format("{} bytes long and at most {} are read: shorten it", value.text.size(), kMaxScdlTextBytes));
    return std::nullopt;
  }
  if (!value.changes.empty()) warn(column, ScdlError::kNormalized, "read with " + value.changes);
  if (value.text.empty()) return std::nullopt;
  return std::move(value.text);
}

std::optional<std::int32_t> ScdlValues::date(ScdlColumn column) {
  const auto found = text(column);
  if (!found) return std::nullopt;
  const auto days = parse_date(*found);
  if (!days) refuse(column, ScdlError::kBadDate, "not a date of the form 2017-10-15 (year, month, day)");
  return days;
}

std::optional<std::uint32_t> ScdlValues::number(ScdlColumn column) {
  const auto found = text(column);
  if (!found) return std::nullopt;
  if (!std::all_of(found->begin(), found->end(), [](char c) { return c >= '0' && c <= '9'; })) {
    refuse(column, ScdlError::kBadNumber, "not a whole number, 0 or more, in plain digits");
    return std::nullopt;
  }
  std::uint32_t value = 0;
  const auto [end, failed] = std::from_chars(found->data(), found->data() + found->size(), value);
  if (failed != std::errc{} || value > kMaxScdlVotes) {
    refuse(column, ScdlError::kNumberOutOfRange, fmt::format("more than {}: check the number", kMaxScdlVotes));
    return std::nullopt;
  }
  return value;
}

ScdlValues::Cell ScdlValues::cell(ScdlColumn column) const {
  const auto at = header_.find(column);
  if (!at) return Cell::kNoColumn;
  return is_blank(record_.fields[*at].text) ? Cell::kBlank : Cell::kFilled;
}

void ScdlValues::warn(ScdlColumn column, ScdlError code, std::string message) {
  add(column, Severity::kWarning, code, std::move(message));
}

void ScdlValues::refuse(ScdlColumn column, ScdlError code, std::string message) {
  usable_ = false;
  add(column, Severity::kError, code, std::move(message));
}

void ScdlValues::add(ScdlColumn column, Severity severity, ScdlError code, std::string message) {
  const auto at = header_.find(column);
  JUMELAGE_CHECK(at.has_value(), "faults are about columns that the file has");
  const CsvField& field = record_.fields[*at];
  faults_.add({field.line, static_cast<std::uint32_t>(*at) + 1, std::string(rule_of(column).name), field.text, severity,
               Error(code, std::move(message))});
}

}  // namespace jumelage::exchange
