#include "cli/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/text.h"

namespace jumelage::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

TEST(Table, lines_up_scripts_of_every_width) {
  Table table({{"City"}, {"Votes", Align::kRight}, {"Country"}});
  table.row({"Saint-Étienne", "7", "France"});
  table.row({"السمارة", "12", "المغرب"});
  table.row({"奈良市", "3", "日本"});
  const auto lines = lines_of(table.render({}));
  ASSERT_EQ(lines.size(), 4U);
  for (const auto& [line, number] : {std::pair{1, " 7"}, {2, "12"}, {3, " 3"}}) {
    const auto& text = lines[static_cast<std::size_t>(line)];
    const std::size_t at = text.find(number);
    ASSERT_NE(at, std::string::npos) << text;
    EXPECT_EQ(display_width(text.substr(0, at)), 18U) << text;
  }
  EXPECT_EQ(lines[0], "City           Votes  Country");
  EXPECT_EQ(lines[1], "Saint-Étienne      7  France");
}

TEST(Table, wraps_long_cells_within_the_terminal) {
  Table table({{"Id"}, {"Title"}});
  table.row({"a-1", "Convention de jumelage entre Es-Semara et Tombouctou, et السمارة"});
  const auto lines = lines_of(table.render({.width = 30}));
  ASSERT_GT(lines.size(), 3U);
  for (const auto& line : lines) EXPECT_LE(display_width(line), 30U) << line;
  EXPECT_EQ(lines[1], "a-1  Convention de jumelage");
  EXPECT_TRUE(lines[2].starts_with("     "));
}

TEST(Table, squeezes_the_widest_columns_first) {
  Table table({{"A"}, {"B"}, {"C"}});
  table.row({std::string(40, 'a'), std::string(20, 'b'), "c"});
  const auto lines = lines_of(table.render({.width = 31}));
  EXPECT_EQ(lines[1], std::string(13, 'a') + "  " + std::string(13, 'b') + "  c");
}

TEST(Table, does_not_break_lines_when_piped) {
  Table table({{"Title"}});
  table.row({std::string(5000, 'x')});
  EXPECT_EQ(lines_of(table.render({})).size(), 2U);
}

TEST(Table, is_readable_though_too_narrow) {
  Table table({{"One"}, {"Two"}});
  table.row({std::string(20, 'x'), std::string(20, 'y')});
  EXPECT_EQ(lines_of(table.render({.width = 1}))[1], "xxxxxxxx  yyyyyyyy");
}

TEST(Table, nothing_from_outside_reaches_the_terminal_raw) {
  Table table({{"T\x1b[2J"}});
  table.row({"red\x1b[31m\nline\u202e"});
  Fields fields;
  fields.field("L\r", "v\x07\nforged: yes");
  const std::string all = table.render({}) + fields.render({}) + heading("h\x1b]0;x\x07", {});
  EXPECT_THAT(all, Not(HasSubstr("\x1b")));
  EXPECT_THAT(all, Not(HasSubstr("\x07")));
  EXPECT_THAT(all, Not(HasSubstr("\r")));
  EXPECT_THAT(all, Not(HasSubstr("\u202e")));
  EXPECT_THAT(all, HasSubstr("red\\x1b[31m\\x0aline\\u202e"));
  EXPECT_EQ(lines_of(all).size(), 4U);
}

TEST(Table, colours_only_when_told) {
  Table table({{"T"}});
  table.row({"x"});
  table.tone(Tone::kBad);
  EXPECT_EQ(table.render({.colour = true}), "\x1b[1mT\x1b[0m\n\x1b[31mx\x1b[0m\n");
  EXPECT_EQ(table.render({.colour = false}), "T\nx\n");
}

TEST(Fields, put_values_in_one_column) {
  Fields fields;
  fields.field("Ville", "Es-Semara");
  fields.field("Délibération", "one two three four five six");
  EXPECT_EQ(fields.render({.width = 30}),
            "Ville         Es-Semara\n"
            "Délibération  one two three\n"
            "              four five six\n");
}

TEST(Colour, is_refused_by_pipe_variable_or_option) {
  EXPECT_TRUE(may_colour(true, nullptr, false));
  EXPECT_TRUE(may_colour(true, "", false));
  EXPECT_FALSE(may_colour(false, nullptr, false));
  EXPECT_FALSE(may_colour(true, "1", false));
  EXPECT_FALSE(may_colour(true, nullptr, true));
}

}  // namespace
}  // namespace jumelage::cli
