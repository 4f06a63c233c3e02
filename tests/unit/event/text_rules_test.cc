#include "event/text_rules.h"

#include <gtest/gtest.h>

namespace jumelage::event {
namespace {

TEST(TextRules, EveryControlCharacterIsFoundWhereverItStands) {
  const FieldRules rules;
  for (int c = 0; c < 256; ++c) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'x');
      text[at] = static_cast<char>(c);
      const bool fine = c >= 0x20 && c < 0x7f;
      EXPECT_EQ(!complain_about_text(text, rules), fine) << c << " at " << at;
    }
  }
}

TEST(TextRules, AComplaintSaysWhichByteItIs) {
  const auto complaint = complain_about_text("0123456789\u00e9\x01", FieldRules{});
  ASSERT_TRUE(complaint);
  EXPECT_NE(complaint->text.find("byte 12 "), std::string::npos) << complaint->text;
}

TEST(TextRules, ALanguageHasOneSpelling) {
  // The examples of RFC 5646, section 2.1.1, and what surrounds them.
  EXPECT_EQ(canonical_language("MN-cYRL-mn"), "mn-Cyrl-MN");
  EXPECT_EQ(canonical_language("EN-ca-X-CA"), "en-CA-x-ca");
  EXPECT_EQ(canonical_language("SGN-be-fr"), "sgn-BE-FR");
  EXPECT_EQ(canonical_language("AZ-latn-X-LATN"), "az-Latn-x-latn");
  EXPECT_EQ(canonical_language("AR"), "ar");
  EXPECT_TRUE(is_language_tag("en-CA-x-ca"));
  EXPECT_FALSE(is_language_tag("en-CA-x-CA"));
}

TEST(TextRules, AllOfUnicodeBeyondTheControlsIsText) {
  EXPECT_FALSE(complain_about_text("\u00a0\u07ff\u0800\uffff\U00010000\U0010ffff", FieldRules{}));
  EXPECT_TRUE(complain_about_text("\u009f", FieldRules{}));
}

}  // namespace
}  // namespace jumelage::event
