#include "event/json_value.h"

#include <gtest/gtest.h>

#include "event/limits.h"
#include "sample.h"

namespace jumelage::event {
namespace {

TEST(JsonValue, OnlyStrictJsonIsRead) {
  for (const std::string bad :
       {"",         " ",        "{",         "{}x",         "{} {}",    "{'a':1}",       "{\"a\":1,}",     "[1,]",
        "{a:1}",    "// c\n{}", "/* c */{}", "NaN",         "[NaN]",    "[Infinity]",    "[01]",           "[+1]",
        "[.5]",     "[1.]",     "\"\\x41\"", "\"\\ud800\"", "\"a\nb\"", "[\"\\u00g0\"]", "\xef\xbb\xbf{}", "tru",
        "{\"a\" 1}"})
    expect_error(parse_json(bad), EventError::kBadJson, "line ");
  for (const std::string bad : {"\"\\udc00\"", "\"a\\u0000\"", "{\"\\udfff\": 1}"})
    expect_error(parse_json(bad), EventError::kBadText, "line 1, column ");
  expect_error(parse_json(std::string("{}\0", 3)), EventError::kBadJson, "line 1, column 3");
  expect_error(parse_json(std::string("{}\0x", 4)), EventError::kBadJson, "line 1, column 3");
  expect_error(parse_json("[\"\xff\"]"), EventError::kBadJson, "line 1, column 3");
  expect_error(parse_json("{\n  \"a\": [1,\n 2 3]}"), EventError::kBadJson, "line 3, column 4");
}

TEST(JsonValue, SizeDepthAndCountAreBounded) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse_json(nested(kMaxJsonDepth)));
  expect_error(parse_json(nested(kMaxJsonDepth + 1)), EventError::kTooLarge, "deep");
  EXPECT_FALSE(parse_json(std::string(kMaxJsonBytes, '[')));
  expect_error(parse_json(std::string(kMaxJsonBytes + 1, ' ')), EventError::kTooLarge, "at most");
  std::string many = "[0";
  for (std::size_t i = 1; i < kMaxJsonValues; ++i) many += ",0";
  expect_error(parse_json(many + "]"), EventError::kTooLarge, "values");
  std::string fields = "{\"0\":0";
  for (std::size_t i = 1; i <= kMaxJsonFields; ++i) fields += ",\"" + std::to_string(i) + "\":0";
  expect_error(parse_json(fields + "}"), EventError::kTooLarge, "fields");
}

TEST(JsonValue, PlacesPointAtTheFirstCharacterOfTheValue) {
  const std::string json = "{\n  \"\u0627\u0644\": \"a\\\"\\\\\", \"b\": [-12, true, null, \"\"]}";
  const auto value = parse_json(json);
  ASSERT_TRUE(value);
  const auto& members = value.value().members;
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(place_in(json, value.value().at), "line 1, column 1");
  EXPECT_EQ(place_in(json, members[0].at), "line 2, column 3");
  EXPECT_EQ(json[members[0].value.at], '"');
  EXPECT_EQ(members[0].value.text, "a\"\\");
  EXPECT_EQ(place_in(json, members[0].value.at), "line 2, column 9");
  EXPECT_EQ(json.substr(members[1].at, 3), "\"b\"");
  const auto& items = members[1].value.items;
  EXPECT_EQ(json.substr(items[0].at, 3), "-12");
  EXPECT_EQ(json.substr(items[1].at, 4), "true");
  EXPECT_EQ(json.substr(items[2].at, 4), "null");
  EXPECT_EQ(json.substr(items[3].at), "\"\"]}");
}

TEST(JsonValue, ATextMayBeAllThereIs) {
  for (const std::string_view text :
       {R"("a long text that fills more than the string itself")", R"("\"")", R"("")", R"("\\")"}) {
    const Bytes exactly(as_bytes(text).begin(), as_bytes(text).end());  // nothing readable before or behind it
    const auto value = parse_json(as_text(exactly));
    ASSERT_TRUE(value) << value.error().message();
    EXPECT_EQ(value.value().at, 0U);
  }
}

}  // namespace
}  // namespace jumelage::event
