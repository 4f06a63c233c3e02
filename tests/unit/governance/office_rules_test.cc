#include "unit/governance/membership_fixture.h"

namespace jumelage::governance {
namespace {

class OfficeRules : public Membership {};

TEST_F(OfficeRules, AnOfficeFallsVacantAndIsFilledByAVacancyRule) {
  const auto vacant = office("cci-vice-chair", OfficeKind::VICE_CHAIR, "", OfficeChanged::Ground::VACANCY_RULE);
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, vacant), Refusal::kSignatureMissing));
  ASSERT_TRUE(recorded(club.record(officers, vacant)));
  EXPECT_TRUE(refused(club.judge({Club::vice_chair(), Club::secretary()}, vacant), Refusal::kWrongCapacity));
  ASSERT_TRUE(recorded(club.record(officers, office("cci-vice-chair", OfficeKind::VICE_CHAIR, "vijayawada-1",
                                                    OfficeChanged::Ground::VACANCY_RULE))));
  EXPECT_EQ((*StateOf(club, "cci-vice-chair")).getOffice().getHolder(), club.number_of("vijayawada-1"));
}

TEST_F(OfficeRules, AnIrregularChangeOfOfficeLeavesTheHolderInPlace) {
  const auto voted =
      club.record(officers, office("cci-chair", OfficeKind::CHAIR, "timbuktu-1", OfficeChanged::Ground::VOTE));
  ASSERT_TRUE(recorded(voted));
  EXPECT_TRUE(has_finding(voted, kDecisionMissing));
  EXPECT_EQ((*StateOf(club, "cci-chair")).getOffice().getHolder(), club.number_of("es-semara-1"));
  const auto second = club.record(
      officers, office("second-chair", OfficeKind::CHAIR, "timbuktu-1", OfficeChanged::Ground::VACANCY_RULE));
  ASSERT_TRUE(recorded(second));
  EXPECT_TRUE(has_finding(second, kOfficeAlreadyHeld));
  EXPECT_EQ((*StateOf(club, "second-chair")).getOffice().getHolder(), 0U);
}

TEST_F(OfficeRules, TheLastSecretaryOrChairGoesOnlyWhenSomebodyElseCanSign) {
  const auto ground = OfficeChanged::Ground::VACANCY_RULE;
  const auto no_secretary = office("cci-secretary", OfficeKind::SECRETARY, "", ground);
  EXPECT_TRUE(refused(club.judge(officers, no_secretary), Refusal::kImpossible));
  ASSERT_TRUE(
      recorded(club.record(officers, office("cci-deputy", OfficeKind::DEPUTY_SECRETARY, "timbuktu-1", ground))));
  EXPECT_TRUE(recorded(club.record(officers, no_secretary)));

  const auto no_chair = office("cci-chair", OfficeKind::CHAIR, "", ground);
  const Club::Signs deputy = {"timbuktu-1", schema::Capacity::OFFICE, "cci-deputy"};
  EXPECT_TRUE(recorded(club.judge({Club::chair(), deputy}, no_chair))) << "there is a vice-chair";
  ASSERT_TRUE(
      recorded(club.record({Club::chair(), deputy}, office("cci-vice-chair", OfficeKind::VICE_CHAIR, "", ground))));
  EXPECT_TRUE(refused(club.judge({Club::chair(), deputy}, no_chair), Refusal::kImpossible));
}

TEST_F(OfficeRules, AnOfficeChangesHandsInOneAct) {
  const auto over =
      club.record(officers, office("cci-chair", OfficeKind::CHAIR, "timbuktu-1", OfficeChanged::Ground::VACANCY_RULE));
  ASSERT_TRUE(recorded(over));
  EXPECT_FALSE(has_finding(over, kOfficeAlreadyHeld));
  EXPECT_EQ((*StateOf(club, "cci-chair")).getOffice().getHolder(), club.number_of("timbuktu-1"));
}

TEST_F(OfficeRules, NobodyElseHoldsTheSameOfficeOnAnyDayOfTheTerm) {
  const auto chair = [](const char* id, const char* holder, const char* from, const char* until) {
    return [=](ActBuilder act) {
      office(id, OfficeKind::CHAIR, holder, OfficeChanged::Ground::VACANCY_RULE)(act);
      act.getOfficeChanged().setFrom(test::day(from));
      if (*until) act.getOfficeChanged().setUntil(test::day(until));
    };
  };
  ASSERT_TRUE(recorded(club.record(officers, chair("cci-chair", "es-semara-1", "2025-10-30", "2026-05-31"))));
  ASSERT_TRUE(recorded(club.record(officers, chair("next-chair", "timbuktu-1", "2026-06-01", ""))));
  ASSERT_EQ((*StateOf(club, "next-chair")).getOffice().getHolder(), club.number_of("timbuktu-1"));
  const auto prolonged = club.judge(officers, chair("cci-chair", "es-semara-1", "2025-10-30", "2026-06-01"));
  EXPECT_TRUE(has_finding(prolonged, kOfficeAlreadyHeld)) << "the other begins later, and on its last day";
  const auto to_the_eve = club.judge(officers, chair("cci-chair", "es-semara-1", "2025-10-30", "2026-05-30"));
  ASSERT_TRUE(recorded(to_the_eve));
  EXPECT_TRUE(to_the_eve.value().findings.empty());
}

TEST_F(OfficeRules, AHolderWhoseMandateIsIrregularDoesNotTakeTheOffice) {
  const auto without_instrument = grant("timbuktu-2", [](auto mandate) { mandate.disownInstrument(); });
  ASSERT_TRUE(has_finding(club.record(appointers, without_instrument), kMandateNoInstrument));
  const auto named = club.record(
      officers, office("cci-vice-chair", OfficeKind::VICE_CHAIR, "timbuktu-2", OfficeChanged::Ground::VACANCY_RULE));
  ASSERT_TRUE(recorded(named));
  EXPECT_TRUE(has_finding(named, kOfficeHolderIrregular));
  EXPECT_EQ((*StateOf(club, "cci-vice-chair")).getOffice().getHolder(), club.number_of("timbuktu-1"));
}

TEST_F(OfficeRules, AnOfficeStaysWhatItIs) {
  const auto ground = OfficeChanged::Ground::VACANCY_RULE;
  EXPECT_TRUE(refused(club.judge(officers, office("cci-chair", OfficeKind::VICE_CHAIR, "timbuktu-1", ground)),
                      Refusal::kBadValue));
  EXPECT_TRUE(
      refused(club.judge(officers, office("cci", OfficeKind::CHAIR, "timbuktu-1", ground)), Refusal::kWrongKind));
  EXPECT_TRUE(
      refused(club.judge(officers, office("x", OfficeKind::CHAIR, "nobody", ground)), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(club.judge(officers, office("x", OfficeKind::SESSION_SECRETARY, "timbuktu-1", ground)),
                      Refusal::kBadValue));
  EXPECT_TRUE(
      refused(club.judge(officers, office("x", OfficeKind::VICE_CHAIR, "timbuktu-1", OfficeChanged::Ground::FOUNDING)),
              Refusal::kBadValue));
}

}  // namespace
}  // namespace jumelage::governance
