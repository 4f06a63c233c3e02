#include "base/text.h"

#include <gtest/gtest.h>

#include "base/hex.h"

namespace jumelage {
namespace {

TEST(Text, finds_the_first_byte_that_is_not_utf8) {
  EXPECT_FALSE(first_bad_utf8("délibération السمارة"));
  EXPECT_EQ(first_bad_utf8(std::string_view("ab\0c", 4)), 2U);
  EXPECT_EQ(first_bad_utf8("ab\xc0\xaf"), 2U);    // overlong
  EXPECT_EQ(first_bad_utf8("\xed\xa0\x80"), 0U);  // surrogate
  EXPECT_EQ(first_bad_utf8("x\xe2\x82"), 1U);     // cut short
}

TEST(Text, composes_to_nfc) {
  EXPECT_EQ(to_nfc("e\u0301"), "\u00e9");
  EXPECT_EQ(to_nfc("plain"), "plain");
}

TEST(Text, shows_what_could_deceive_a_terminal) {
  EXPECT_EQ(for_terminal("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(for_terminal("abc\u202etxt"), "abc\\u202etxt");
  EXPECT_EQ(for_terminal("line\nbreak"), "line\\x0abreak");
  EXPECT_EQ(for_terminal("\xff"), "\\xff");
  EXPECT_EQ(for_terminal("السمارة"), "السمارة");
}

TEST(Text, shows_format_characters_that_show_nothing) {
  EXPECT_EQ(for_terminal("a\u2060b"), "a\\u2060b");  // word joiner
  EXPECT_EQ(for_terminal("a\u00adb"), "a\\xadb");    // soft hyphen
  EXPECT_EQ(for_terminal("a\u200fb"), "a\\u200fb");  // right-to-left mark
  EXPECT_EQ(for_terminal("a\u061cb"), "a\\u061cb");  // Arabic letter mark
  EXPECT_EQ(for_terminal("a\u2064b"), "a\\u2064b");  // invisible plus
  EXPECT_EQ(for_terminal("a\u206ab"), "a\\u206ab");
  EXPECT_EQ(for_terminal("a\ufffab"), "a\\ufffab");
  EXPECT_EQ(for_terminal("a\U0001d173b"), "a\\u1d173b");
}

TEST(Text, keeps_the_format_characters_that_words_are_spelt_with) {
  for (const char* word : {"می\u200cخواهم", "क\u200dष", "\u0600١٢"}) EXPECT_EQ(for_terminal(word), word);
}

TEST(Text, counts_terminal_columns) {
  EXPECT_EQ(display_width("été"), 3U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("市"), 2U);
}

TEST(Hex, has_one_spelling) {
  EXPECT_EQ(to_hex(Bytes{0x00, 0xab, 0xff}), "00abff");
  EXPECT_EQ(from_hex("00abff"), (Bytes{0x00, 0xab, 0xff}));
  EXPECT_FALSE(from_hex("00ABff"));
  EXPECT_FALSE(from_hex("0"));
}

}  // namespace
}  // namespace jumelage
