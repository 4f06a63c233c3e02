#include "cli/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "cli/nearest.h"

namespace jumelage::cli {
namespace {

using testing::ElementsAre;

TEST(Layout, pads_by_columns_and_not_by_bytes) {
  EXPECT_EQ(pad("été", 5), "été  ");
  EXPECT_EQ(pad("市", 3, Align::kRight), " 市");
  EXPECT_EQ(pad("e\u0301", 2), "e\u0301 ");
  EXPECT_EQ(pad("too wide", 3), "too wide");
}

TEST(Layout, wraps_at_blanks) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 100), ElementsAre("one two three"));
  EXPECT_THAT(wrap("  one \n two ", 100), ElementsAre("one two"));
  EXPECT_THAT(wrap("", 10), ElementsAre(""));
}

TEST(Layout, breaks_a_long_word_between_characters) {
  EXPECT_THAT(wrap("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
  EXPECT_THAT(wrap("ab cdefgh", 3), ElementsAre("ab", "cde", "fgh"));
  EXPECT_THAT(wrap("市市市", 5), ElementsAre("市市", "市"));
  EXPECT_THAT(wrap("xe\u0301e\u0301", 2), ElementsAre("xe\u0301", "e\u0301"));
}

TEST(Layout, loses_no_letter_and_keeps_within_the_width) {
  const std::string text =
      "Le Conseil de Coordination Internationale à السمارة تاريخ المدينة 市議会 e\u0301e\u0301e\u0301e\u0301";
  std::string letters;
  for (char c : text)
    if (c != ' ') letters += c;
  for (std::size_t width = 2; width < 60; ++width) {
    std::string kept;
    for (const std::string& line : wrap(text, width)) {
      EXPECT_LE(display_width(line), width);
      EXPECT_FALSE(first_bad_utf8(line)) << line;
      for (char c : line)
        if (c != ' ') kept += c;
    }
    EXPECT_EQ(kept, letters) << width;
  }
}

TEST(Nearest, suggests_only_what_is_close) {
  EXPECT_EQ(nearest("shwo", {"show", "list"}), "show");
  EXPECT_EQ(nearest("lists", {"show", "list"}), "list");
  EXPECT_EQ(nearest("xyzzy", {"show", "list"}), "");
  EXPECT_EQ(nearest("zz", {"ok"}), "") << "nothing in common";
  EXPECT_EQ(nearest(std::string(1 << 20, 'x'), {"show"}), "");
}

}  // namespace
}  // namespace jumelage::cli
