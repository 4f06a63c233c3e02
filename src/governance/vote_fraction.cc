#include "governance/vote_fraction.h"

#include <fmt/format.h>

#include <algorithm>

namespace jumelage::governance {
namespace {

__extension__ using Wide = unsigned __int128;  // 64 bits times 32 bits never overflows it

// "6/2", "2·10/3", or "7" for the whole.
std::string share_text(const Threshold& t, std::uint64_t base) {
  if (t.numerator == 0 && t.denominator != 0) return "0";
  if (t.numerator == t.denominator && t.denominator != 0) return fmt::format("{}", base);
  if (t.numerator == 1) return fmt::format("{}/{}", base, t.denominator);
  return fmt::format("{}·{}/{}", t.numerator, base, t.denominator);
}

}  // namespace

std::strong_ordering compare(std::uint64_t part, const Threshold& t, std::uint64_t base) {
  if (t.denominator == 0) return std::strong_ordering::less;
  const Wide left = Wide{part} * t.denominator;
  const Wide right = Wide{base} * t.numerator;
  if (left == right) return std::strong_ordering::equal;
  return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

bool reaches(std::uint64_t part, const Threshold& t, std::uint64_t base) {
  const auto order = compare(part, t, base);
  return t.strict ? order > 0 : order >= 0 && t.denominator != 0;
}

std::uint64_t least(const Threshold& t, std::uint32_t base) {
  if (t.denominator == 0) return std::uint64_t{base} + 1;
  const std::uint64_t product = std::uint64_t{base} * t.numerator;
  const std::uint64_t whole = product / t.denominator;
  const bool exact = product % t.denominator == 0;
  return std::max<std::uint64_t>(1, t.strict || !exact ? whole + 1 : whole);
}

std::string comparison_text(std::uint64_t part, const Threshold& t, std::uint64_t base) {
  const auto order = compare(part, t, base);
  const char* sign = order < 0 ? "<" : order > 0 ? ">" : "=";
  return fmt::format("{} {} {}", part, sign, share_text(t, base));
}

}  // namespace jumelage::governance
