// Drafts of agreements: who may write them, what makes sense, and what a new one resets.
#include "agreement_fixture.h"

namespace jumelage::governance {
namespace {

class AgreementDrafting : public Agreement {};

TEST_F(AgreementDrafting, the_first_draft_creates_the_agreement) {
  ASSERT_EQ(codes(draft()), none());
  EXPECT_EQ(phase(), Phase::DRAFT);
  EXPECT_EQ(twin().getDrafts(), 1U);
  EXPECT_FALSE(irregular());
  const auto text = twin().getProposed();
  EXPECT_EQ(text.getDraftedAt(), club_.size() - 1);
  EXPECT_EQ(text.getKind(), schema::AgreementDrafted::Kind::TWINNING);
  EXPECT_EQ(text.getDepositary(), club_.number_of("es-semara"));
  ASSERT_EQ(text.getParties().size(), 2U);
  EXPECT_EQ(text.getParties()[1].getMember(), club_.number_of("timbuktu"));
  EXPECT_EQ(text.getRenewal(), Renewal::TACIT);
  EXPECT_EQ(text.getDuration().getCount(), 3U);
  EXPECT_FALSE(twin().hasTerms());
}

TEST_F(AgreementDrafting, a_secretary_or_a_party_drafts) {
  EXPECT_TRUE(refused(draft(1, {}, of("vijayawada")), Refusal::kSignatureMissing, "or of a party"));
  EXPECT_EQ(codes(draft(1, {}, of("timbuktu"))), none());
}

TEST_F(AgreementDrafting, a_stranger_cannot_draft_itself_in) {
  ASSERT_EQ(codes(draft()), none());
  const auto hijack = edited([](auto p) { p.getParties()[1].setMember("vijayawada"); });
  EXPECT_TRUE(refused(draft(2, hijack, of("vijayawada")), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(draft(2, hijack, of("timbuktu"))), none()) << "a party may step back for another";
}

TEST_F(AgreementDrafting, what_makes_no_sense_is_refused) {
  using Case = std::tuple<const char*, Refusal, const char*, EditDraft>;
  const std::vector<Case> cases = {
      {"one party", Refusal::kBadValue, "two parties", [](auto p) { p.initParties(1)[0].setMember("timbuktu"); }},
      {"unknown party", Refusal::kUnknownSubject, "nowhere", [](auto p) { p.getParties()[0].setMember("nowhere"); }},
      {"no member", Refusal::kWrongKind, "cci", [](auto p) { p.getParties()[0].setMember("cci"); }},
      {"party twice", Refusal::kBadValue, "twice", [](auto p) { p.getParties()[0].setMember("timbuktu"); }},
      {"neither member nor name", Refusal::kBadValue, "one of the two",
       [](auto p) { p.getParties()[0].disownMember(); }},
      {"member and name", Refusal::kBadValue, "one of the two",
       [](auto p) { test::set_name(p.getParties()[0].initName(1), "Smara"); }},
      {"only outside parties", Refusal::kBadValue, "member of the club",
       [](auto p) {
         for (auto party : p.getParties()) {
           party.disownMember();
           test::set_name(party.initName(1), "Ville");
         }
       }},
      {"decision", Refusal::kUnknownSubject, "d-0", [](auto p) { p.setDecision("d-0"); }},
      {"depositary", Refusal::kUnknownSubject, "nobody", [](auto p) { p.setDepositary("nobody"); }},
      {"not the first", Refusal::kBadValue, "number 1", [](auto p) { p.setDraft(2); }},
      {"a term in hours", Refusal::kBadValue, "duration",
       [](auto p) { p.getDuration().setUnit(schema::Period::Unit::HOURS); }},
      {"no term at all", Refusal::kBadValue, "duration", [](auto p) { p.getDuration().setCount(0); }},
      {"a renewal in working days", Refusal::kBadValue, "renewalPeriod",
       [](auto p) { p.getRenewalPeriod().setUnit(schema::Period::Unit::WORKING_DAYS); }},
      {"notice in hours", Refusal::kBadValue, "hours",
       [](auto p) { p.getNotice().setUnit(schema::Period::Unit::HOURS); }},
      {"renewal without a term", Refusal::kBadValue, "no term", [](auto p) { p.disownDuration(); }},
      {"a period without renewal", Refusal::kBadValue, "leave it out", [](auto p) { p.setRenewal(Renewal::NONE); }},
      {"a date without trigger", Refusal::kBadValue, "onDate", [](auto p) { p.setInForceOn(test::day("2026-05-01")); }},
      {"a trigger without date", Refusal::kBadValue, "onDate", [](auto p) { p.setEntryIntoForce(Trigger::ON_DATE); }},
      {"prevailing text", Refusal::kBadValue, "ar", [](auto p) { p.setPrevailing("ar"); }},
      {"an id of another thing", Refusal::kWrongKind, "cci", [](auto p) { p.setId("cci"); }},
  };
  for (const auto& [what, code, naming, edit] : cases)
    EXPECT_TRUE(refused(draft(1, edited(edit)), code, naming)) << what;
}

TEST_F(AgreementDrafting, a_member_that_left_is_no_party_any_more) {
  ASSERT_TRUE(record({Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")}, [](schema::Act::Builder act) {
    auto p = act.initMemberChanged();
    p.setId("timbuktu");
    p.setStanding(schema::MemberChanged::Standing::WITHDRAWN);
    p.setVotingRight(true);
    p.setFeesInOrder(true);
    p.setReason("as deliberated");
  }));
  EXPECT_TRUE(refused(draft(), Refusal::kImpossible, "has left"));
}

TEST_F(AgreementDrafting, the_steps_of_a_checklist_have_ids_of_their_own_and_belong_to_their_party) {
  const auto two_steps = [](const char* second) {
    return edited([second](auto p) {
      for (unsigned i = 0; i < 2; ++i) {
        auto step = p.getParties()[i].initClearances(1)[0];
        step.setId(i == 0 ? "visa" : second);
        step.setAuthority("Gouverneur");
      }
    });
  };
  EXPECT_TRUE(refused(draft(1, two_steps("visa")), Refusal::kBadValue, "visa"));
  const auto execution = wanting({"visa", 0, ClearanceStage::BEFORE_EXECUTION});
  EXPECT_TRUE(refused(draft(1, execution), Refusal::kBadValue, "execution"));
  const auto elsewhere =
      both_of(wanting({"visa"}), edited([](auto p) { p.getParties()[0].getClearances()[0].setParty("timbuktu"); }));
  EXPECT_TRUE(refused(draft(1, elsewhere), Refusal::kBadValue, "names another"));
  ASSERT_EQ(codes(draft(1, two_steps("opinion"))), none());
  EXPECT_EQ(twin().getProposed().getParties()[1].getClearances()[0].getId(), "opinion");
}

TEST_F(AgreementDrafting, a_new_draft_has_the_next_number_and_resets_approvals_and_signatures) {
  ASSERT_EQ(codes(draft()), none());
  approve_and_sign();
  ASSERT_EQ(phase(), Phase::SIGNED);
  EXPECT_TRUE(refused(draft(1), Refusal::kBadValue, "number 2"));
  EXPECT_TRUE(refused(draft(3), Refusal::kBadValue, "number 2"));
  ASSERT_EQ(codes(draft(2)), none());
  EXPECT_EQ(phase(), Phase::DRAFT);
  for (const auto party : twin().getProposed().getParties()) {
    EXPECT_EQ(party.getApprovedAt(), 0U);
    EXPECT_EQ(party.getSignedAt(), 0U);
  }
  EXPECT_TRUE(refused(approve("timbuktu"), Refusal::kBadValue, "number 2")) << "draft 1 is no more";
}

TEST_F(AgreementDrafting, a_new_draft_begins_its_checklists_anew_and_cures_what_the_old_one_lacked) {
  ASSERT_EQ(codes(draft(1, wanting({"visa"}))), none());
  ASSERT_EQ(codes(approve("es-semara")), none());
  ASSERT_EQ(codes(sign("es-semara")), Codes{"agreement.clearance_missing"});
  EXPECT_TRUE(irregular());
  EXPECT_EQ(open_findings(), 1U);
  ASSERT_EQ(codes(draft(2)), none());
  EXPECT_FALSE(irregular());
  EXPECT_EQ(open_findings(), 0U);
  EXPECT_EQ(twin().getProposed().getParties()[0].getClearances().size(), 0U);
}

TEST_F(AgreementDrafting, a_decision_that_was_not_adopted_makes_it_irregular) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
  ASSERT_TRUE(decide_on("p1", Outcome::REJECTED,
                        [&](schema::Act::Builder act) { act.getDecisionRecorded().setDate(today()); }));
  EXPECT_EQ(codes(draft(1, edited([](auto p) { p.setDecision("d-p1"); }))), Codes{"decision.not_adopted"});
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(draft(2)), none());
  EXPECT_FALSE(irregular()) << "the new draft doesn't rest on it";
}

TEST_F(AgreementDrafting, one_in_force_goes_on_while_a_new_draft_of_it_is_under_way) {
  bring_into_force();
  ASSERT_EQ(codes(draft(2)), none());
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  EXPECT_EQ(twin().getTerms().getDraft(), 1U);
  EXPECT_EQ(twin().getProposed().getDraft(), 2U);
}

TEST_F(AgreementDrafting, one_under_notice_or_over_is_not_drafted_anew) {
  bring_into_force();
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  EXPECT_TRUE(refused(draft(2), Refusal::kImpossible, "under notice"));
  go_to("2026-07-16");
  ASSERT_EQ(codes(change(Change::DENOUNCED, "2026-07-16")), none());
  EXPECT_TRUE(refused(draft(2), Refusal::kImpossible, "another id"));
}

}  // namespace
}  // namespace jumelage::governance
