// A page of a list: how many it takes, and at how many it looks.
#include <gtest/gtest.h>

#include "app/reading.h"

namespace jumelage::tools {
namespace {

bool everything(Number) {
  return true;
}
bool nothing(Number) {
  return false;
}

TEST(Page, IsFullOnceItHasAsManyAsAreAskedFor) {
  Page page(2);
  EXPECT_TRUE(page.offer(1, everything));
  EXPECT_TRUE(page.offer(2, nothing));
  EXPECT_TRUE(page.offer(3, everything));
  EXPECT_FALSE(page.has_more()) << "nothing says so yet";
  EXPECT_TRUE(page.offer(4, nothing));
  EXPECT_FALSE(page.offer(5, everything));
  EXPECT_TRUE(page.has_more());
  EXPECT_FALSE(page.is_cut_short());
  EXPECT_EQ(page.numbers(), (std::vector<Number>{1, 3}));
  EXPECT_EQ(page.last(), 4U) << "five is on the next page";
}

TEST(Page, EndsWhenItHasLookedAtItsBoundHoweverFewItFound) {
  Page page(50, 3);
  EXPECT_TRUE(page.offer(1, nothing));
  EXPECT_TRUE(page.offer(2, everything));
  EXPECT_TRUE(page.offer(3, nothing));
  EXPECT_FALSE(page.offer(4, everything));
  EXPECT_TRUE(page.has_more());
  EXPECT_TRUE(page.is_cut_short());
  EXPECT_EQ(page.numbers(), std::vector<Number>{2});
  EXPECT_EQ(page.last(), 3U) << "where the next page goes on";
}

}  // namespace
}  // namespace jumelage::tools
