#include "cli/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace jumelage::cli {
namespace {

using testing::HasSubstr;

class HandClock final : public Clock {
 public:
  UnixMillis now() const override { return now_ms; }
  UnixMillis now_ms = 1'000'000;
};

TEST(Progress, is_silent_for_two_seconds_then_drawn_ten_times_a_second) {
  HandClock clock;
  std::ostringstream out;
  Progress progress("Checking", 100, {out, true}, clock);
  clock.now_ms += 1999;
  progress.advance_to(10);
  EXPECT_EQ(out.str(), "");
  clock.now_ms += 1;
  progress.advance_to(50);
  EXPECT_THAT(out.str(), HasSubstr("Checking [===============               ] 50/100"));
  const auto once = out.str();
  clock.now_ms += 99;
  progress.advance_to(60);
  EXPECT_EQ(out.str(), once);
  clock.now_ms += 1;
  progress.advance_to(70);
  EXPECT_THAT(out.str(), HasSubstr("70/100"));
}

TEST(Progress, takes_its_line_away_at_the_end) {
  HandClock clock;
  std::ostringstream out;
  {
    Progress progress("x", 1, {out, true}, clock);
    clock.now_ms += 5000;
    progress.advance_to(1);
  }
  EXPECT_TRUE(out.str().ends_with("\r\x1b[K"));
}

TEST(Progress, never_draws_where_no_person_looks) {
  HandClock clock;
  std::ostringstream out;
  {
    Progress progress("x", 100, {out, false}, clock);
    clock.now_ms += 100'000;
    progress.advance_to(50);
  }
  EXPECT_EQ(out.str(), "");
}

TEST(Progress, survives_odd_totals) {
  HandClock clock;
  std::ostringstream out;
  Progress none("none", 0, {out, true}, clock);
  Progress beyond("beyond", 5, {out, true}, clock);
  clock.now_ms += 5000;
  none.advance_to(0);
  beyond.advance_to(9);
  EXPECT_THAT(out.str(), HasSubstr("0/0"));
  EXPECT_THAT(out.str(), HasSubstr("5/5"));
}

}  // namespace
}  // namespace jumelage::cli
