#include "governance/periods.h"

#include <capnp/message.h>
#include <gtest/gtest.h>

#include "support/club.h"

namespace jumelage::governance {
namespace {

using Unit = schema::Period::Unit;

// Answers with what `ask` says of that period.
template <class Ask>
auto with_period(std::uint32_t count, Unit unit, Ask&& ask) {
  capnp::MallocMessageBuilder message;
  auto period = message.initRoot<schema::Period>();
  period.setCount(count);
  period.setUnit(unit);
  return ask(period.asReader());
}
std::uint32_t after(const char* from, std::uint32_t count, Unit unit) {
  return with_period(count, unit, [&](schema::Period::Reader period) { return day_after(test::day(from), period); });
}
std::uint32_t last_day(const char* from, std::uint32_t count, Unit unit) {
  return with_period(count, unit,
                     [&](schema::Period::Reader period) { return last_day_of_term(test::day(from), period); });
}

TEST(Periods, the_day_that_they_start_from_is_not_one_of_theirs) {
  EXPECT_EQ(after("2026-03-09", 10, Unit::CALENDAR_DAYS), test::day("2026-03-19"));
  EXPECT_EQ(after("2026-03-09", 10, Unit::CLEAR_DAYS), test::day("2026-03-20"));
  EXPECT_EQ(after("2026-03-09", 1, Unit::HOURS), test::day("2026-03-10"));
  EXPECT_EQ(after("2026-03-09", 24, Unit::HOURS), test::day("2026-03-10"));
  EXPECT_EQ(after("2026-03-09", 25, Unit::HOURS), test::day("2026-03-11"));
}

TEST(Periods, working_days_leave_out_the_weekend) {
  EXPECT_EQ(after("2026-03-09", 4, Unit::WORKING_DAYS), test::day("2026-03-13")) << "Monday to Friday";
  EXPECT_EQ(after("2026-03-09", 5, Unit::WORKING_DAYS), test::day("2026-03-16")) << "Monday to Monday";
  EXPECT_EQ(after("2026-03-13", 1, Unit::WORKING_DAYS), test::day("2026-03-16")) << "Friday to Monday";
  EXPECT_EQ(after("2026-03-14", 1, Unit::WORKING_DAYS), test::day("2026-03-16")) << "Saturday to Monday";
  EXPECT_EQ(after("2026-03-14", 0, Unit::WORKING_DAYS), test::day("2026-03-14"));
}

TEST(Periods, months_and_years_go_by_the_calendar) {
  EXPECT_EQ(after("2026-01-31", 1, Unit::MONTHS), test::day("2026-02-28"));
  EXPECT_EQ(after("2024-02-29", 1, Unit::YEARS), test::day("2025-02-28"));
  EXPECT_EQ(after("2026-11-15", 2, Unit::MONTHS), test::day("2027-01-15"));
  EXPECT_EQ(after("2026-01-01", 4'000'000'000, Unit::YEARS), test::day("9999-12-31")) << "dates end there";
}

TEST(Periods, a_term_ends_on_the_day_before_its_anniversary) {
  EXPECT_EQ(last_day("2026-01-15", 3, Unit::YEARS), test::day("2029-01-14"));
  EXPECT_EQ(last_day("2026-01-15", 1, Unit::CALENDAR_DAYS), test::day("2026-01-15"));
}

TEST(Periods, a_term_is_in_days_months_or_years) {
  for (const Unit unit : {Unit::CALENDAR_DAYS, Unit::MONTHS, Unit::YEARS}) EXPECT_TRUE(with_period(1, unit, is_term));
  for (const Unit unit : {Unit::CLEAR_DAYS, Unit::WORKING_DAYS, Unit::HOURS})
    EXPECT_FALSE(with_period(1, unit, is_term));
  EXPECT_FALSE(with_period(0, Unit::YEARS, is_term));
}

}  // namespace
}  // namespace jumelage::governance
