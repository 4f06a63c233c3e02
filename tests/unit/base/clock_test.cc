#include "base/clock.h"

#include <gtest/gtest.h>

namespace jumelage {
namespace {

TEST(Clock, writes_and_reads_an_instant_with_its_offset) {
  const auto instant = parse_rfc3339("2026-03-12T10:30:00+01:00");
  ASSERT_TRUE(instant);
  EXPECT_EQ(format_utc(instant->time), "2026-03-12T09:30:00Z");
  EXPECT_EQ(format_with_offset(instant->time, instant->offset_minutes), "2026-03-12T10:30:00+01:00");
}

TEST(Clock, crosses_midnight_and_the_epoch) {
  EXPECT_EQ(format_utc(-1), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(format_with_offset(0, -90), "1969-12-31T22:30:00-01:30");
  EXPECT_EQ(parse_rfc3339("2025-01-01T00:00:00.250+02:00")->time, parse_rfc3339("2024-12-31T22:00:00.25Z")->time);
}

TEST(Clock, refuses_what_is_not_an_instant) {
  for (const char* bad : {"", "2026-03-12", "2026-03-12T10:30:00", "2026-02-29T00:00:00Z", "2026-03-12T24:00:00Z",
                          "2026-03-12T10:60:00Z", "2026-03-12t10:30:00Z", "2026-03-12T10:30:00+1:00",
                          "2026-03-12T10:30:00.Z", "2026-03-12T10:30:00.1234Z", "2026-03-12T10:30:00Z "}) {
    EXPECT_FALSE(parse_rfc3339(bad)) << bad;
  }
}

TEST(Clock, dates_are_civil_days) {
  EXPECT_EQ(parse_date("1970-01-01"), 0);
  EXPECT_EQ(parse_date("2025-10-30"), 20391);
  EXPECT_EQ(format_date(20391), "2025-10-30");
  EXPECT_FALSE(parse_date("2025-13-01"));
  EXPECT_FALSE(parse_date("0000-01-01"));
}

}  // namespace
}  // namespace jumelage
