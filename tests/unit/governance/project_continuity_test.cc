// Continuity: a project whose lead's mandate or membership has ended is flagged until it is handed over.
#include "cooperation_fixture.h"

namespace jumelage::governance {
namespace {

class ProjectContinuity : public Project {
 protected:
  ProjectContinuity() {
    club_.enrol_key("timbuktu-2");
    EXPECT_EQ(codes(launch()), none());
  }
};

TEST_F(ProjectContinuity, a_project_with_a_lead_in_exercise_is_not_flagged) {
  EXPECT_EQ(lapse("2026-01-15"), LeadLapse::kNone);
}

TEST_F(ProjectContinuity, it_is_flagged_from_the_first_day_without_the_leads_mandate_and_no_act_says_so) {
  const std::uint64_t before = club_.size() - 1;
  go_to("2026-02-01");
  change_mandate("timbuktu-1", MandateChange::ENDED, "2026-03-01");
  EXPECT_EQ(lapse("2026-02-28"), LeadLapse::kNone) << "the last day of the mandate";
  EXPECT_EQ(lapse("2026-03-01"), LeadLapse::kMandateEnded);
  EXPECT_EQ(lapse("2026-03-01", before), LeadLapse::kNone) << "as it was known before the mandate was ended";
}

TEST_F(ProjectContinuity, a_mandate_that_was_ended_in_the_past_counts_from_that_day) {
  go_to("2026-03-10");
  change_mandate("timbuktu-1", MandateChange::ENDED, "2026-03-01");
  EXPECT_EQ(lapse("2026-02-28"), LeadLapse::kNone);
  EXPECT_EQ(lapse("2026-03-01"), LeadLapse::kMandateEnded);
}

TEST_F(ProjectContinuity, it_is_flagged_once_the_leading_member_has_left) {
  withdraw_member("timbuktu");
  EXPECT_EQ(lapse("2026-01-15"), LeadLapse::kMemberLeft);
}

TEST_F(ProjectContinuity, an_impeded_lead_is_still_the_lead_and_the_alternate_acts) {
  change_mandate("timbuktu-1", MandateChange::IMPEDED, "2026-01-15");
  EXPECT_EQ(lapse("2026-01-15"), LeadLapse::kNone);
  const Signers other = {Club::mandate("timbuktu-2")};
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-15", {}, other), Refusal::kSignatureMissing))
      << "another mandate of the member is no alternate";
}

TEST_F(ProjectContinuity, an_alternate_reports_while_the_lead_is_impeded_and_not_otherwise) {
  ASSERT_TRUE(record({Club::mandate("timbuktu-1"), Club::secretary()}, [](schema::Act::Builder act) {
    auto p = act.initMandateGranted();
    p.setId("timbuktu-alt");
    p.setPerson("p-timbuktu-3");
    p.setBody("cci");
    p.setMember("timbuktu");
    p.setCollege("cities");
    p.setWeight(1);
    p.setAlternateOf("timbuktu-1");
    p.setRank(1);
    p.setFrom(test::day("2026-01-01"));
    test::set_document(p.initInstrument(1)[0], "alternate", schema::DocumentRef::Role::INSTRUMENT);
  }));
  club_.enrol_key("timbuktu-alt");
  const Signers alternate = {Club::mandate("timbuktu-alt")};
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-15", {}, alternate), Refusal::kSignatureMissing, "timbuktu-1"));
  change_mandate("timbuktu-1", MandateChange::IMPEDED, "2026-01-15");
  EXPECT_EQ(codes(report("2026-01-15", "2026-01-15", spent(10), alternate)), none());
  EXPECT_EQ(water().getSpent(), 10);
}

TEST_F(ProjectContinuity, what_is_recorded_while_nobody_leads_has_no_effect_until_it_is_handed_over) {
  change_mandate("timbuktu-1", MandateChange::ENDED, "2026-01-15");
  const Signers other = {Club::mandate("timbuktu-2")};
  const Signers other_and_secretary = {Club::mandate("timbuktu-2"), Club::secretary()};
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-15", {}, of("vijayawada")), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(report("2026-01-15", "2026-01-15", spent(10), other)), Codes{"project.lead_ended"});
  EXPECT_EQ(water().getSpent(), 0);
  EXPECT_TRUE(row("water").getIrregular());
  EXPECT_EQ(codes(turn(ProjectChange::COMPLETED, "2026-01-15", other_and_secretary)), Codes{"project.lead_ended"});
  EXPECT_EQ(status(), ProjectStatus::ACTIVE);
  EXPECT_EQ(open_findings("water"), 2U);

  ASSERT_EQ(codes(hand_over("timbuktu-2", "timbuktu", "2026-01-15", other)), none());
  EXPECT_EQ(lapse("2026-01-15"), LeadLapse::kNone);
  EXPECT_FALSE(row("water").getIrregular());
  EXPECT_EQ(open_findings("water"), 0U);
  ASSERT_EQ(codes(report("2026-01-15", "2026-01-15", spent(10), other)), none());
  EXPECT_EQ(water().getSpent(), 10);
  EXPECT_EQ(codes(turn(ProjectChange::COMPLETED, "2026-01-15", other_and_secretary)), none());
}

TEST_F(ProjectContinuity, a_lead_who_is_there_hands_over_and_the_new_one_takes_it) {
  const Signers old_and_new = {Club::mandate("timbuktu-1"), Club::mandate("vijayawada-1")};
  EXPECT_TRUE(refused(hand_over("vijayawada-1", "vijayawada", "2026-01-15", of("vijayawada")),
                      Refusal::kSignatureMissing, "timbuktu-1"));
  EXPECT_TRUE(refused(hand_over("vijayawada-1", "vijayawada", "2026-01-15", of("timbuktu")), Refusal::kSignatureMissing,
                      "vijayawada-1"));
  ASSERT_EQ(codes(hand_over("vijayawada-1", "vijayawada", "2026-01-15", old_and_new)), none());
  EXPECT_EQ(water().getLead(), club_.number_of("vijayawada-1"));
  EXPECT_EQ(water().getLeadMember(), club_.number_of("vijayawada"));
  EXPECT_EQ(water().getPartners().size(), 0U) << "who leads is no partner";
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-15"), Refusal::kSignatureMissing, "vijayawada-1"));
}

TEST_F(ProjectContinuity, where_the_leading_member_has_left_a_secretary_hands_over_with_the_new_lead) {
  withdraw_member("timbuktu");
  EXPECT_TRUE(
      refused(hand_over("vijayawada-1", "vijayawada", "2026-01-15", of("vijayawada")), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(report("2026-01-15", "2026-01-15", {}, secretary())), Codes{"project.lead_ended"});
  const Signers secretary_and_new = {Club::secretary(), Club::mandate("vijayawada-1")};
  ASSERT_EQ(codes(hand_over("vijayawada-1", "vijayawada", "2026-01-15", secretary_and_new)), none());
  EXPECT_EQ(lapse("2026-01-15"), LeadLapse::kNone);
  EXPECT_EQ(open_findings("water"), 0U);
}

TEST_F(ProjectContinuity, a_handing_over_that_makes_no_sense_is_refused) {
  const Signers old_and_new = {Club::mandate("timbuktu-1"), Club::mandate("vijayawada-1")};
  EXPECT_TRUE(
      refused(hand_over("timbuktu-1", "timbuktu", "2026-01-15", of("timbuktu")), Refusal::kBadValue, "already"));
  EXPECT_TRUE(
      refused(hand_over("vijayawada-1", "vijayawada", "2026-01-14", old_and_new), Refusal::kBadValue, "before that"));
  EXPECT_TRUE(refused(hand_over("vijayawada-1", "vijayawada", "2026-01-16", old_and_new), Refusal::kTimeImpossible));
  EXPECT_TRUE(
      refused(hand_over("vijayawada-1", "es-semara", "2026-01-15", old_and_new), Refusal::kBadValue, "not held for"));
  EXPECT_TRUE(refused(hand_over("m-0", "vijayawada", "2026-01-15", old_and_new), Refusal::kUnknownSubject, "m-0"));
  change_mandate("vijayawada-2", MandateChange::ENDED, "2026-01-15");
  const Signers old_and_secretary = {Club::mandate("timbuktu-1"), Club::secretary()};
  EXPECT_TRUE(refused(hand_over("vijayawada-2", "vijayawada", "2026-01-15", old_and_secretary, attested("vijayawada")),
                      Refusal::kImpossible, "has ended"));
}

TEST_F(ProjectContinuity, a_project_that_is_over_needs_no_lead) {
  ASSERT_EQ(codes(turn(ProjectChange::COMPLETED, "2026-01-15")), none());
  change_mandate("timbuktu-1", MandateChange::ENDED, "2026-01-15");
  EXPECT_EQ(lapse("2026-02-01"), LeadLapse::kNone);
}

}  // namespace
}  // namespace jumelage::governance
