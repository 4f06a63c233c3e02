#include "app/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/tool_error.h"
#include "base/hex.h"
#include "base/text.h"

namespace jumelage::tools {
namespace {

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
  Number out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// "CCI-2026-001": series, year, number; a series may hold hyphens itself.
Number decision_of_number(const Register& reg, std::string_view word) {
  const std::size_t last = word.rfind('-');
  if (last == std::string_view::npos || last == 0) return 0;
  const std::size_t middle = word.rfind('-', last - 1);
  if (middle == std::string_view::npos || middle == 0 || middle > 64) return 0;
  const auto year = whole_number<std::uint16_t>(word.substr(middle + 1, last - middle - 1));
  const auto number = whole_number<std::uint32_t>(word.substr(last + 1));
  if (!year || !number) return 0;
  const auto found =
      reg.get(governance::Table::kNumbers, governance::number_key(word.substr(0, middle), *year, *number));
  return found ? static_cast<Number>(governance::read_big_endian(*found)) : 0;
}

Result<Referred> entry(TreeSize size, std::string_view digits) {
  const auto index = whole_number<std::uint64_t>(digits);
  if (!index) return Error(ToolError::kUsage, fmt::format("#{} is not the place of an entry", for_terminal(digits)));
  if (*index < size.value) return Referred{EntryIndex{*index}, 0};
  return Error(ToolError::kNotFound, fmt::format("there is no entry #{}: the last one is #{}", *index, size.value - 1));
}

std::optional<Bytes> act_prefix(std::string_view word) {
  if (word.size() < kShortestPrefix || word.size() > 64) return std::nullopt;
  return from_hex(word.substr(0, word.size() / 2 * 2));  // an odd digit more says little
}

}  // namespace

Result<Number> find_decision(const Register& reg, std::string_view word) {
  if (const Number number = decision_of_number(reg, word)) return number;
  return find(reg, word, SubjectKind::DECISION);
}

Result<Number> find_called(const Register& reg, std::string_view word, SubjectKind kind) {
  return kind == SubjectKind::DECISION ? find_decision(reg, word) : find(reg, word, kind);
}

Result<Referred> resolve(const Register& reg, TreeSize size, std::string_view word) {
  if (word.starts_with('#')) return entry(size, word.substr(1));
  if (const auto subject = projection::find_subject(reg, word)) return Referred{std::nullopt, subject->number};
  if (const Number decision = decision_of_number(reg, word)) return Referred{std::nullopt, decision};
  if (const auto prefix = act_prefix(word)) {
    const auto found = projection::find_acts(reg, *prefix);
    if (found.positions.size() > 1)
      return Error(ToolError::kAmbiguous,
                   fmt::format("more than one act's id begins with {}; give more digits", for_terminal(word)));
    if (!found.positions.empty()) return Referred{EntryIndex{found.positions.front()}, 0};
  }
  if (const auto index = whole_number<std::uint64_t>(word)) return entry(size, word);
  return Error(
      ToolError::kNotFound,
      fmt::format("nothing here is called \"{}\". Give the place of an entry (#3), the first {} digits or more "
                  "of an act's id, a decision's number, or the id of a member, session, decision ...",
                  for_terminal(word), kShortestPrefix));
}

}  // namespace jumelage::tools
