#include "governance/session_notice.h"

#include <gtest/gtest.h>

namespace jumelage::governance {
namespace {

using Unit = schema::Period::Unit;

constexpr std::uint32_t kMonday = 739'684;  // 2026-03-09
constexpr std::int64_t kDay_ms = 86'400'000;

DayAndInstant on(std::uint32_t day, std::int64_t hour = 12) {
  return {day, day * kDay_ms + hour * 3'600'000};
}
bool enough(std::uint32_t days_before, const Notice& notice) {
  return early_enough(on(kMonday), on(kMonday + days_before), notice);
}

TEST(SessionNotice, calendar_days_count_the_day_of_the_session) {
  EXPECT_TRUE(enough(7, {7, Unit::CALENDAR_DAYS}));
  EXPECT_FALSE(enough(6, {7, Unit::CALENDAR_DAYS}));
}

TEST(SessionNotice, clear_days_count_neither_end) {
  EXPECT_TRUE(enough(6, {5, Unit::CLEAR_DAYS}));
  EXPECT_FALSE(enough(5, {5, Unit::CLEAR_DAYS}));
  EXPECT_TRUE(enough(0, {0, Unit::CLEAR_DAYS}));
}

TEST(SessionNotice, working_days_leave_out_the_weekend) {
  EXPECT_TRUE(enough(7, {5, Unit::WORKING_DAYS})) << "Monday to Monday";
  EXPECT_FALSE(enough(6, {5, Unit::WORKING_DAYS})) << "Monday to Sunday has Tuesday to Friday only";
  EXPECT_TRUE(enough(4, {4, Unit::WORKING_DAYS})) << "Monday to Friday";
  EXPECT_FALSE(enough(6, {6, Unit::WORKING_DAYS}));
  EXPECT_TRUE(early_enough(on(kMonday + 4), on(kMonday + 7), {1, Unit::WORKING_DAYS})) << "Friday to Monday";
  EXPECT_FALSE(early_enough(on(kMonday + 4), on(kMonday + 6), {1, Unit::WORKING_DAYS})) << "Friday to Sunday";
}

TEST(SessionNotice, months_and_years_go_by_the_calendar) {
  constexpr std::uint32_t kJanuary31 = kMonday - 37;  // 2026-01-31
  constexpr std::uint32_t kFebruary28 = kMonday - 9;
  EXPECT_TRUE(early_enough(on(kJanuary31), on(kFebruary28), {1, Unit::MONTHS})) << "the last day of its month";
  EXPECT_FALSE(early_enough(on(kJanuary31), on(kFebruary28 - 1), {1, Unit::MONTHS}));
  EXPECT_TRUE(enough(365, {1, Unit::YEARS}));
  EXPECT_FALSE(enough(364, {1, Unit::YEARS}));
  EXPECT_FALSE(enough(365, {4'000'000'000, Unit::YEARS})) << "longer than there are dates";
}

TEST(SessionNotice, hours_are_counted_by_the_clock) {
  EXPECT_TRUE(early_enough(on(kMonday, 8), on(kMonday + 2, 8), {48, Unit::HOURS}));
  EXPECT_FALSE(early_enough(on(kMonday, 9), on(kMonday + 2, 8), {48, Unit::HOURS}));
}

TEST(SessionNotice, told_afterwards_is_never_early_enough) {
  for (const Unit unit : {Unit::CALENDAR_DAYS, Unit::CLEAR_DAYS, Unit::WORKING_DAYS, Unit::MONTHS, Unit::HOURS})
    EXPECT_FALSE(early_enough(on(kMonday + 1), on(kMonday), {0, unit}));
}

TEST(SessionNotice, is_said_in_words) {
  EXPECT_EQ(notice_text({5, Unit::CLEAR_DAYS}), "5 clear days");
  EXPECT_EQ(notice_text({1, Unit::MONTHS}), "1 month");
}

}  // namespace
}  // namespace jumelage::governance
