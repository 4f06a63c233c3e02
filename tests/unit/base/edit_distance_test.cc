#include "base/edit_distance.h"

#include <gtest/gtest.h>

namespace jumelage {
namespace {

TEST(EditDistance, counts_what_to_insert_remove_or_change) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("session", "session"), 0U);
  EXPECT_EQ(edit_distance("sesion", "session"), 1U);
  EXPECT_EQ(edit_distance("sessions", "session"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(EditDistance, is_the_same_both_ways) {
  EXPECT_EQ(edit_distance("convene", "close"), edit_distance("close", "convene"));
}

}  // namespace
}  // namespace jumelage
