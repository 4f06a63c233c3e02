#include "app/value_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jumelage::tools {
namespace {

using testing::HasSubstr;

TEST(ValueWords, AnAmountHasAsManyDecimalsAsItsCurrency) {
  EXPECT_EQ(money_json("budget", "12000 EUR").value(), R"({"minorUnits": 1200000, "currency": "EUR"})");
  EXPECT_EQ(money_json("budget", "1250.5 MAD").value(), R"({"minorUnits": 125050, "currency": "MAD"})");
  EXPECT_EQ(money_json("budget", "500000 XOF").value(), R"({"minorUnits": 500000, "currency": "XOF"})");
  EXPECT_EQ(money_json("budget", "1.234 TND").value(), R"({"minorUnits": 1234, "currency": "TND"})");
}

TEST(ValueWords, WhatIsNoAmountIsRefusedWithAnExample) {
  for (const char* word : {"", "EUR", "12000", "12000 eur", "12000EUR", "12,000 EUR", "1.234 EUR", "0.5 XOF", "1. EUR",
                           ".5 EUR", "99999999999999999999 EUR", "12000 EURO", "1e3 EUR"}) {
    const auto money = money_json("budget", word);
    ASSERT_FALSE(money) << word;
    EXPECT_THAT(money.error().message(), HasSubstr("12000 EUR")) << word;
  }
}

TEST(ValueWords, DaysAreCalendarDaysUnlessTheyAreSaidToBeOthers) {
  EXPECT_EQ(period_json("notice", "30 days").value(), R"({"count": 30, "unit": "calendarDays"})");
  EXPECT_EQ(period_json("notice", "15 clear days").value(), R"({"count": 15, "unit": "clearDays"})");
  EXPECT_EQ(period_json("notice", "10 working days").value(), R"({"count": 10, "unit": "workingDays"})");
  EXPECT_EQ(period_json("notice", "1 year").value(), R"({"count": 1, "unit": "years"})");
}

TEST(ValueWords, WhatIsNoPeriodIsRefusedWithAnExample) {
  for (const char* word : {"", "3", "years", "3years", "-3 years", "3 weeks", "4294967296 days", "3  years"}) {
    const auto period = period_json("notice", word);
    ASSERT_FALSE(period) << word;
    EXPECT_THAT(period.error().message(), HasSubstr("3 years")) << word;
  }
}

TEST(ValueWords, AClearanceStepSaysWhoseItIsAndWhatSilenceMeans) {
  const auto step =
      clearance_of("clearance", "es-semara=ma-visa:visa:signature:Governor of the province:30 days:approves");
  ASSERT_TRUE(step);
  EXPECT_EQ(step.value().party, "es-semara");
  const std::string json = step_json(step.value(), Checklist::kOfParty);
  EXPECT_THAT(json, HasSubstr(R"("id": "ma-visa")"));
  EXPECT_THAT(json, HasSubstr(R"("stage": "beforeSignature")"));
  EXPECT_THAT(json, HasSubstr(R"("silence": "approves")"));
  EXPECT_THAT(json, HasSubstr(R"("calendarDays")"));
  EXPECT_THAT(json, testing::Not(HasSubstr("party")));
  EXPECT_THAT(step_json(step.value(), Checklist::kOfDecision), HasSubstr(R"("party": "es-semara")"));
}

TEST(ValueWords, SilenceMeansNothingWhereNobodySaysOtherwise) {
  const auto step = clearance_of("clearance", "prefect:transmission:execution:Prefect");
  ASSERT_TRUE(step);
  EXPECT_EQ(step.value().party, "");
  EXPECT_EQ(step.value().silence, "meansNothing");
  EXPECT_THAT(step_json(step.value(), Checklist::kOfDecision), testing::Not(HasSubstr("deadline")));
}

TEST(ValueWords, AWrongPartOfAClearanceStepIsNamed) {
  EXPECT_THAT(clearance_of("clearance", "a:visa:signature").error().message(), HasSubstr("four to six parts"));
  EXPECT_THAT(clearance_of("clearance", "a:stamp:signature:X").error().message(), HasSubstr("transmission"));
  EXPECT_THAT(clearance_of("clearance", "a:visa:later:X").error().message(), HasSubstr("signature, force"));
  EXPECT_THAT(clearance_of("clearance", "a:visa:force:X:soon").error().message(), HasSubstr("30 days"));
  EXPECT_THAT(clearance_of("clearance", "a:visa:force:X:3 days:maybe").error().message(), HasSubstr("refuses"));
}

}  // namespace
}  // namespace jumelage::tools
