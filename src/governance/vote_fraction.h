// Fractions of a council, compared by multiplying integers crosswise: two thirds of ten is never rounded.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace jumelage::governance {

// "more than half" is {1, 2, strict}; "two thirds or more" is {2, 3, not strict}. A denominator of 0 is a fraction
// that nothing reaches.
struct Threshold {
  std::uint32_t numerator = 1;
  std::uint32_t denominator = 2;
  bool strict = true;
  bool operator==(const Threshold&) const = default;
};

// How `part` stands to the fraction of `base`: exact for all values.
std::strong_ordering compare(std::uint64_t part, const Threshold& threshold, std::uint64_t base);

// Whether `part` is more than (strict), or at least, the fraction of `base`.
bool reaches(std::uint64_t part, const Threshold& threshold, std::uint64_t base);

// The least count that reaches it, but never less than one: nobody is no quorum.
std::uint64_t least(const Threshold& threshold, std::uint32_t base);

// What `compare` found, as a true statement: "4 > 6/2", "6 < 2·10/3", "3 = 6/2", "7 = 7".
std::string comparison_text(std::uint64_t part, const Threshold& threshold, std::uint64_t base);

}  // namespace jumelage::governance
