#include <gtest/gtest.h>

#include "event/json.h"
#include "support/random_act.h"

namespace jumelage::event {
namespace {

using test::kKinds;

// A template's comments stand on lines of their own.
std::string without_comments(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (!line.substr(std::min(line.find_first_not_of(' '), line.size())).starts_with("//"))
      out += std::string(line) + "\n";
    at = end + 1;
  }
  return out;
}

TEST(Template, OfEveryKindIsAnActOnceItsCommentsAreGone) {
  for (unsigned kind = 0; kind < kKinds; ++kind) {
    const std::string_view name = kind_name(static_cast<Kind>(kind));
    const std::string text = without_comments(json_template(name));
    auto act = act_from_json(text);
    ASSERT_TRUE(act) << name << ": " << act.error().message() << "\n" << text;
    const auto parsed = Act::parse(act.value().canonical());
    ASSERT_TRUE(parsed) << name << ": " << parsed.error().message();
    EXPECT_EQ(kind_name(parsed.value().kind()), name);
  }
}

TEST(Template, SaysWhatTheSchemaSays) {
  const std::string text = json_template("voteRecorded");
  for (const char* expected :
       {"// The proposal voted on.", "// Who signs, and in what capacity", "one of live, transcribed",
        "signed by SEC+CH", "// Which round on this item, from 1, without a gap.", "at most 512 bytes, optional",
        "\"unknown\"", "32 bytes in hexadecimal"})
    EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
  EXPECT_EQ(json_template("noSuchKind"), "");
  EXPECT_EQ(json_template("basis"), "");
}

}  // namespace
}  // namespace jumelage::event
