#include "governance/vote_fraction.h"

#include <gtest/gtest.h>

#include <limits>

namespace jumelage::governance {
namespace {

constexpr Threshold kMoreThanHalf{1, 2, true};
constexpr Threshold kHalfOrMore{1, 2, false};
constexpr Threshold kTwoThirds{2, 3, false};
constexpr Threshold kMoreThanTwoThirds{2, 3, true};

TEST(VoteFraction, two_thirds_exactly_met_is_enough_unless_more_is_asked) {
  EXPECT_TRUE(reaches(6, kTwoThirds, 9));
  EXPECT_FALSE(reaches(6, kMoreThanTwoThirds, 9));
  EXPECT_FALSE(reaches(6, kTwoThirds, 10));
  EXPECT_TRUE(reaches(7, kTwoThirds, 10));
}

TEST(VoteFraction, half_is_not_more_than_half) {
  EXPECT_FALSE(reaches(4, kMoreThanHalf, 8));
  EXPECT_TRUE(reaches(4, kHalfOrMore, 8));
  EXPECT_TRUE(reaches(5, kMoreThanHalf, 9));
}

TEST(VoteFraction, is_exact_where_64_bits_would_overflow) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  constexpr auto kWide = std::numeric_limits<std::uint32_t>::max();
  EXPECT_FALSE(reaches(kMost / 2, kMoreThanHalf, kMost));
  EXPECT_TRUE(reaches(kMost / 2 + 1, kMoreThanHalf, kMost));
  EXPECT_TRUE(reaches(kMost, {kWide, kWide, false}, kMost));
  EXPECT_FALSE(reaches(kMost - 1, {kWide, kWide, false}, kMost));
}

TEST(VoteFraction, a_fraction_over_nothing_is_never_reached) {
  EXPECT_FALSE(reaches(9, {1, 0, false}, 1));
  EXPECT_FALSE(reaches(0, {0, 0, false}, 0));
  EXPECT_FALSE(reaches(9, {1, 0, true}, 1));
  EXPECT_EQ(least({1, 0, false}, 9), 10U);
}

TEST(VoteFraction, the_least_number_that_is_enough) {
  EXPECT_EQ(least(kMoreThanHalf, 9), 5U);
  EXPECT_EQ(least(kMoreThanHalf, 8), 5U);
  EXPECT_EQ(least(kHalfOrMore, 8), 4U);
  EXPECT_EQ(least(kHalfOrMore, 9), 5U);
  EXPECT_EQ(least(kTwoThirds, 31), 21U);
  EXPECT_EQ(least({0, 1, false}, 31), 1U) << "any number, but not nobody";
  EXPECT_EQ(least(kHalfOrMore, 0), 1U);
}

TEST(VoteFraction, the_least_number_is_the_first_that_reaches) {
  for (const Threshold& t : {kMoreThanHalf, kHalfOrMore, kTwoThirds, kMoreThanTwoThirds, Threshold{3, 4, false}})
    for (std::uint32_t base = 1; base < 60; ++base) {
      EXPECT_TRUE(reaches(least(t, base), t, base)) << base;
      EXPECT_FALSE(least(t, base) > 1 && reaches(least(t, base) - 1, t, base)) << base;
    }
}

TEST(VoteFraction, says_what_is_true) {
  EXPECT_EQ(comparison_text(4, kMoreThanHalf, 6), "4 > 6/2");
  EXPECT_EQ(comparison_text(3, kMoreThanHalf, 6), "3 = 6/2");
  EXPECT_EQ(comparison_text(6, kTwoThirds, 10), "6 < 2·10/3");
  EXPECT_EQ(comparison_text(7, {1, 1, false}, 7), "7 = 7");
  EXPECT_EQ(comparison_text(1, {0, 1, true}, 7), "1 > 0");
}

}  // namespace
}  // namespace jumelage::governance
