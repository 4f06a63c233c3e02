#include "app/json_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "event/json.h"

namespace jumelage::tools {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> items(std::string_view json) {
  std::vector<std::string> out;
  const auto split = split_list(json, 100);
  EXPECT_TRUE(split);
  for (const ListItem& item : *split) out.emplace_back(item.text);
  return out;
}

TEST(JsonScan, NamesAndValuesAreToldApart) {
  const std::string_view json = R"({"a" : "b", "c":["d"]})";
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const StringToken& token : string_tokens(json))
    (token.is_name ? names : values).push_back(*decode_string(json.substr(token.begin, token.end - token.begin)));
  EXPECT_THAT(names, ElementsAre("a", "c"));
  EXPECT_THAT(values, ElementsAre("b", "d"));
}

TEST(JsonScan, AnEscapedQuoteDoesNotEndAString) {
  const std::string_view json = R"(["a\"b", "c\\", "d"])";
  EXPECT_EQ(string_tokens(json).size(), 3U);
}

TEST(JsonScan, AListIsSplitAtItsOwnCommasOnly) {
  EXPECT_THAT(items(R"([{"a": [1, 2]}, {"b": "x,y]"}])"), ElementsAre(R"({"a": [1, 2]})", R"( {"b": "x,y]"})"));
}

TEST(JsonScan, WhatIsNoListIsOneItem) {
  EXPECT_THAT(items(R"({"a": [1, 2]})"), ElementsAre(R"({"a": [1, 2]})"));
}

TEST(JsonScan, AnEmptyListHasNoItems) {
  EXPECT_TRUE(items(" [ \n ] ").empty());
}

TEST(JsonScan, WhatFollowsAListIsLeftForTheStrictReader) {
  EXPECT_THAT(items("[1] x"), ElementsAre("1", " x"));
  EXPECT_THAT(items("[1, 2"), ElementsAre("1", " 2"));
  EXPECT_THAT(items("[1,]"), ElementsAre("1", ""));
}

TEST(JsonScan, MoreItemsThanAllowedAreRefused) {
  EXPECT_FALSE(split_list("[1,2,3]", 2));
  EXPECT_TRUE(split_list("[1,2,3]", 3));
}

std::string complaint_about(std::string_view json, std::size_t item) {
  const auto split = split_list(json, 10);
  const auto act = event::act_from_json(split->at(item).in_place());
  return act ? "none" : act.error().message();
}

TEST(JsonScan, AnErrorInAnItemNamesTheLineOfTheWhole) {
  EXPECT_THAT(complaint_about("[\n  {\"basis\": \"live\"},\n  {\"é\": 1}]", 1), HasSubstr("line 3, column 4"));
}

TEST(JsonScan, AnErrorInAnItemNamesTheColumnOfTheWhole) {
  EXPECT_THAT(complaint_about("[\n  {\"é\": \"live\"}, {\"è\": 1}]", 1), HasSubstr("line 2, column 19"));
}

TEST(JsonScan, AMemberIsLookedForAtItsOwnLevelOnly) {
  EXPECT_TRUE(has_member(R"({"x": {"y": 1}, "z": 2})", "z"));
  EXPECT_FALSE(has_member(R"({"x": {"y": 1}, "z": "y"})", "y"));
}

TEST(JsonScan, AMemberIsAddedWithoutMovingAnyLine) {
  EXPECT_EQ(with_member("{\n  \"a\": 1\n}", "b", "2"), "{\"b\": 2, \n  \"a\": 1\n}");
  EXPECT_EQ(with_member("{ }", "b", "2"), "{\"b\": 2 }");
}

TEST(JsonScan, AnUnclosedStringReachesToTheEnd) {
  const auto tokens = string_tokens(R"({"a": "b)");
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[1].end, 8U);
  EXPECT_EQ(string_tokens("\"\\").size(), 1U);
}

}  // namespace
}  // namespace jumelage::tools
