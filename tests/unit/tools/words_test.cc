#include "show/words.h"

#include <gtest/gtest.h>

#include "event/field_rules.h"
#include "schema/sessions.capnp.h"

namespace jumelage::tools {
namespace {

TEST(Words, AnEnumerantIsSpelledAsWords) {
  EXPECT_EQ(words(schema::SessionMode::IN_PERSON), "in person");
  EXPECT_EQ(words(schema::Choice::NOT_TAKING_PART), "not taking part");
}

TEST(Words, AnEnumerantOfANewerSchemaDoesNotStopAnything) {
  EXPECT_EQ(words(static_cast<schema::SessionMode>(77)), "unknown (77)");
}

TEST(Words, WhereTheRulesCameToNothingThatIsSaid) {
  EXPECT_EQ(computed_text(schema::Outcome::NOT_ANNOUNCED), "cannot be computed");
  EXPECT_EQ(computed_text(schema::Outcome::REJECTED), "rejected");
}

TEST(Words, ThePrevailingTextIsTheBestOne) {
  capnp::MallocMessageBuilder message;
  auto texts = message.initRoot<schema::ProposalTabled>().initTitle(3);
  const auto set = [&](unsigned i, const char* language, const char* text, schema::LocalText::Standing standing) {
    texts[i].setLanguage(language);
    texts[i].setText(text);
    texts[i].setStanding(standing);
  };
  set(0, "en", "Charter", schema::LocalText::Standing::TRANSLATION);
  set(1, "ar", "ميثاق", schema::LocalText::Standing::AUTHENTIC);
  set(2, "fr", "Charte", schema::LocalText::Standing::PREVAILING);
  EXPECT_EQ(best_text(texts), "Charte");
  texts[2].setStanding(schema::LocalText::Standing::TRANSLATION);
  EXPECT_EQ(best_text(texts), "ميثاق");
}

TEST(Words, ATitleOfSeveralLinesIsShownOnOne) {
  capnp::MallocMessageBuilder message;
  auto texts = message.initRoot<schema::ProposalTabled>().initTitle(1);
  texts[0].setText("Fonds\nde\tconcours");
  EXPECT_EQ(best_text(texts), "Fonds de concours");
}

TEST(Words, AMomentIsShownAsTheWallClockShowedIt) {
  capnp::MallocMessageBuilder message;
  auto moment = message.initRoot<schema::Moment>();
  moment.setUtc(1'773'307'800'000);  // 2026-03-12T09:30:00Z
  moment.setOffsetMinutes(60);
  moment.setPrecision(schema::Precision::MINUTE);
  moment.setZone("Africa/Casablanca");
  EXPECT_EQ(moment_text(moment), "2026-03-12 10:30 +01:00 (Africa/Casablanca)");
  moment.setPrecision(schema::Precision::DAY);
  EXPECT_EQ(moment_text(moment), "2026-03-12 (Africa/Casablanca)");
}

TEST(Words, EachStepOfAnArithmeticHasALineOfItsOwn) {
  cli::Fields fields;
  add_arithmetic("because", "quorum 4/4; for 3; adopted", fields);
  EXPECT_EQ(fields.render({}), "because  quorum 4/4\n         for 3\n         adopted\n");
}

TEST(Words, ADecisionsNumberHasThreeDigitsAtLeast) {
  EXPECT_EQ(number_text("CCI", 2026, 7), "CCI-2026-007");
  EXPECT_EQ(number_text("CCI", 2026, 1234), "CCI-2026-1234");
}

TEST(Words, MoneyIsWrittenAsPeopleDo) {
  EXPECT_EQ(money_text(123456, "EUR"), "1 234.56 EUR");
  EXPECT_EQ(money_text(123456789012, "MAD"), "1 234 567 890.12 MAD");
  EXPECT_EQ(money_text(500000, "XOF"), "500 000 XOF");
  EXPECT_EQ(money_text(1234, "TND"), "1.234 TND");
  EXPECT_EQ(money_text(5, "EUR"), "0.05 EUR");
  EXPECT_EQ(money_text(0, "EUR"), "0.00 EUR");
  EXPECT_EQ(money_text(-123456, "EUR"), "-1 234.56 EUR");
  EXPECT_EQ(money_text(INT64_MIN, "XOF"), "-9 223 372 036 854 775 808 XOF");
}

}  // namespace
}  // namespace jumelage::tools
