// From a draft to the entry into force: approvals, signatures, and what must be there by then.
#include "agreement_fixture.h"

namespace jumelage::governance {
namespace {

class AgreementConclusion : public Agreement {
 protected:
  static Spoil of_signing(const std::function<void(schema::AgreementSigned::Builder)>& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getAgreementSigned()); };
  }
  static Spoil of_approval(const std::function<void(schema::AgreementApproved::Builder)>& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getAgreementApproved()); };
  }
};

TEST_F(AgreementConclusion, it_is_approved_once_every_party_has_approved) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("es-semara")), none());
  EXPECT_EQ(phase(), Phase::DRAFT) << "1 of 2";
  EXPECT_EQ(twin().getProposed().getParties()[0].getApprovedAt(), club_.size() - 1);
  EXPECT_EQ(twin().getProposed().getParties()[0].getApprovedOn(), test::day("2026-01-15"));
  ASSERT_EQ(codes(approve("timbuktu")), none());
  EXPECT_EQ(phase(), Phase::APPROVED) << "2 of 2";
}

TEST_F(AgreementConclusion, a_party_approves_for_itself) {
  ASSERT_EQ(codes(draft()), none());
  EXPECT_TRUE(refused(approve_by(of("es-semara"), "timbuktu"), Refusal::kSignatureMissing, "timbuktu"));
  EXPECT_TRUE(refused(approve_by(secretary(), "timbuktu"), Refusal::kSignatureMissing, "timbuktu"));
  EXPECT_TRUE(refused(approve_by(secretary(), "timbuktu", attested("es-semara")), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(approve_by(secretary(), "timbuktu", attested("timbuktu"))), none()) << "attested on its behalf";
}

TEST_F(AgreementConclusion, approving_what_cannot_be_approved_is_refused) {
  EXPECT_TRUE(refused(approve("timbuktu"), Refusal::kUnknownSubject, "twin"));
  ASSERT_EQ(codes(draft()), none());
  EXPECT_TRUE(refused(approve("timbuktu", {}, 2), Refusal::kBadValue, "number 1"));
  EXPECT_TRUE(refused(approve("vijayawada"), Refusal::kBadValue, "no party"));
  const auto nobody = of_approval([](auto p) { p.setParty("nobody"); });
  EXPECT_TRUE(refused(approve("timbuktu", nobody), Refusal::kUnknownSubject, "nobody"));
  const auto tomorrow = of_approval([](auto p) { p.setOn(test::day("2026-01-16")); });
  EXPECT_TRUE(refused(approve("timbuktu", tomorrow), Refusal::kTimeImpossible, "2026-01-16"));
  ASSERT_EQ(codes(approve("timbuktu")), none());
  EXPECT_TRUE(refused(approve("timbuktu"), Refusal::kImpossible, "already"));
}

TEST_F(AgreementConclusion, an_approval_without_deliberation_does_not_count_until_it_is_recorded_with_one) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("es-semara")), none());
  const auto without = of_approval([](auto p) { p.initDeliberation(0); });
  EXPECT_EQ(codes(approve("timbuktu", without)), Codes{"agreement.no_deliberation"});
  EXPECT_EQ(phase(), Phase::DRAFT);
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  EXPECT_EQ(phase(), Phase::APPROVED);
  EXPECT_FALSE(irregular());
  EXPECT_EQ(open_findings(), 0U);
}

TEST_F(AgreementConclusion, one_party_does_not_settle_what_another_lacked) {
  ASSERT_EQ(codes(draft()), none());
  const auto without = of_approval([](auto p) { p.initDeliberation(0); });
  ASSERT_EQ(codes(approve("timbuktu", without)), Codes{"agreement.no_deliberation"});
  ASSERT_EQ(codes(approve("es-semara")), none());
  EXPECT_TRUE(irregular());
  EXPECT_EQ(open_findings(), 1U);
}

TEST_F(AgreementConclusion, it_is_signed_once_every_party_has_signed) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("es-semara")), none());
  ASSERT_EQ(codes(sign("es-semara")), none()) << "whose own approval is there";
  EXPECT_EQ(phase(), Phase::DRAFT) << "the other party has not approved";
  ASSERT_EQ(codes(approve("timbuktu")), none());
  EXPECT_EQ(phase(), Phase::APPROVED);
  ASSERT_EQ(codes(sign("timbuktu")), none());
  EXPECT_EQ(phase(), Phase::SIGNED);
  EXPECT_EQ(twin().getProposed().getParties()[1].getSignedOn(), test::day("2026-01-15"));
}

TEST_F(AgreementConclusion, the_signatory_signs_or_a_secretary_attests) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  club_.enrol_key("timbuktu-2");
  const Signers other = {Club::mandate("timbuktu-2")};
  EXPECT_TRUE(refused(sign_by(other, "timbuktu"), Refusal::kSignatureMissing, "timbuktu-1"));
  EXPECT_TRUE(refused(sign_by(secretary(), "timbuktu"), Refusal::kSignatureMissing, "attested"));
  EXPECT_EQ(codes(sign_by(secretary(), "timbuktu", attested("timbuktu-1"))), none());
}

TEST_F(AgreementConclusion, a_signatory_may_be_named_as_a_person) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  const auto as_person = of_signing([](auto p) { p.setSignatory("p-2"); });  // who holds timbuktu-1
  EXPECT_TRUE(refused(sign_by(of("es-semara"), "timbuktu", as_person), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(sign("timbuktu", as_person)), none());
}

TEST_F(AgreementConclusion, signing_what_cannot_be_signed_is_refused) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  const std::vector<std::tuple<const char*, Refusal, const char*, Spoil>> cases = {
      {"another draft", Refusal::kBadValue, "number 1", of_signing([](auto p) { p.setDraft(2); })},
      {"no party", Refusal::kBadValue, "no party", of_signing([](auto p) { p.setParty("vijayawada"); })},
      {"nobody signs", Refusal::kBadValue, "name who signed", of_signing([](auto p) { p.disownSignatory(); })},
      {"unknown signatory", Refusal::kUnknownSubject, "m-0", of_signing([](auto p) { p.setSignatory("m-0"); })},
      {"a body", Refusal::kWrongKind, "cci", of_signing([](auto p) { p.setSignatory("cci"); })},
      {"another's mandate", Refusal::kBadValue, "es-semara-1",
       of_signing([](auto p) { p.setSignatory("es-semara-1"); })},
      {"tomorrow", Refusal::kTimeImpossible, "2026-01-16",
       of_signing([this](auto p) { test::set_moment(p.getAt(), club_.now() + kDay_ms); })},
  };
  for (const auto& [what, code, naming, spoil] : cases)
    EXPECT_TRUE(refused(sign("timbuktu", spoil), code, naming)) << what;
  ASSERT_EQ(codes(sign("timbuktu")), none());
  EXPECT_TRUE(refused(sign("timbuktu"), Refusal::kImpossible, "already"));
}

TEST_F(AgreementConclusion, a_signature_before_the_party_approved_does_not_count) {
  ASSERT_EQ(codes(draft()), none());
  EXPECT_EQ(codes(sign("timbuktu")), Codes{"agreement.not_approved"});
  EXPECT_EQ(twin().getProposed().getParties()[1].getSignedAt(), 0U);
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  EXPECT_TRUE(irregular()) << "the approval alone doesn't make the old signature a good one";
  const auto yesterday = of_signing([this](auto p) { test::set_moment(p.getAt(), club_.now() - kDay_ms); });
  EXPECT_EQ(codes(sign("timbuktu", yesterday)), Codes{"agreement.not_approved"}) << "signed before the deliberation";
  ASSERT_EQ(codes(sign("timbuktu")), none());
  EXPECT_FALSE(irregular());
  EXPECT_EQ(open_findings(), 0U) << "both are cured";
}

TEST_F(AgreementConclusion, a_signature_without_power_does_not_count) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  EXPECT_EQ(codes(sign("timbuktu", of_signing([](auto p) { p.disownPower(); }))), Codes{"agreement.no_power"});
  EXPECT_EQ(twin().getProposed().getParties()[1].getSignedAt(), 0U);
  ASSERT_EQ(codes(sign("timbuktu")), none());
  EXPECT_FALSE(irregular());
}

TEST_F(AgreementConclusion, a_mandate_that_was_over_signs_nothing) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  ASSERT_TRUE(record(of("timbuktu"), [](schema::Act::Builder act) {
    auto p = act.initMandateChanged();
    p.setId("timbuktu-2");
    p.setChange(schema::MandateChanged::Change::ENDED);
    p.setFrom(test::day("2026-01-10"));
  }));
  const auto by_two = both_of(attested("timbuktu"), of_signing([](auto p) { p.setSignatory("timbuktu-2"); }));
  EXPECT_EQ(codes(sign_by(secretary(), "timbuktu", by_two)), Codes{"agreement.no_power"});
  const auto in_time =
      both_of(by_two, of_signing([this](auto p) { test::set_moment(p.getAt(), club_.now() - 6 * kDay_ms); }));
  EXPECT_EQ(codes(sign_by(secretary(), "timbuktu", in_time)), Codes{"agreement.not_approved"})
      << "in term on that day, but before the approval";
}

TEST_F(AgreementConclusion, it_enters_into_force_with_all_signatures) {
  bring_into_force();
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  EXPECT_EQ(twin().getFrom(), test::day("2026-01-15"));
  EXPECT_EQ(twin().getUntil(), test::day("2029-01-14"));
  EXPECT_TRUE(twin().hasTerms());
  EXPECT_FALSE(twin().hasProposed());
  EXPECT_FALSE(irregular());
}

TEST_F(AgreementConclusion, the_entry_into_force_is_signed_by_chair_and_secretary) {
  ASSERT_EQ(codes(draft()), none());
  approve_and_sign();
  EXPECT_TRUE(refused(enter("2026-01-15", {}, secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(enter("2026-01-15", {}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
}

TEST_F(AgreementConclusion, in_force_without_a_signature_stays_where_it_was) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(approve("es-semara")), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  ASSERT_EQ(codes(sign("es-semara")), none());
  EXPECT_EQ(codes(enter("2026-01-15")), Codes{"agreement.not_signed"});
  EXPECT_EQ(phase(), Phase::APPROVED);
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(sign("timbuktu")), none());
  EXPECT_TRUE(irregular()) << "it is in force only once that is recorded again";
  ASSERT_EQ(codes(enter("2026-01-15")), none());
  EXPECT_FALSE(irregular());
  EXPECT_EQ(open_findings(), 0U);
}

TEST_F(AgreementConclusion, it_enters_into_force_on_the_ground_and_not_before_the_day_that_it_has) {
  const auto on_day = edited([](auto p) {
    p.setEntryIntoForce(Trigger::ON_DATE);
    p.setInForceOn(test::day("2026-03-01"));
  });
  const auto ground = [](Trigger trigger) {
    return [trigger](schema::Act::Builder act) { act.getAgreementInForce().setGround(trigger); };
  };
  ASSERT_EQ(codes(draft(1, on_day)), none());
  approve_and_sign();
  EXPECT_TRUE(refused(enter("2026-03-01", ground(Trigger::ON_DATE)), Refusal::kTimeImpossible, "record it then"));
  go_to("2026-03-01");
  EXPECT_EQ(codes(enter("2026-03-01")), Codes{"agreement.other_trigger"});
  EXPECT_EQ(codes(enter("2026-02-28", ground(Trigger::ON_DATE))), Codes{"agreement.too_early"});
  EXPECT_EQ(phase(), Phase::SIGNED);
  ASSERT_EQ(codes(enter("2026-03-01", ground(Trigger::ON_DATE))), none());
  EXPECT_EQ(open_findings(), 0U);
}

TEST_F(AgreementConclusion, it_is_not_in_force_before_its_last_signature) {
  ASSERT_EQ(codes(draft()), none());
  approve_and_sign();
  EXPECT_EQ(codes(enter("2026-01-14")), Codes{"agreement.too_early"});
  EXPECT_EQ(phase(), Phase::SIGNED);
}

TEST_F(AgreementConclusion, what_is_in_force_neither_enters_nor_is_signed_again) {
  bring_into_force();
  EXPECT_TRUE(refused(enter("2026-01-15"), Refusal::kImpossible, "already"));
  EXPECT_TRUE(refused(approve("timbuktu"), Refusal::kImpossible, "no new draft"));
  EXPECT_TRUE(refused(sign("timbuktu"), Refusal::kImpossible, "no new draft"));
  ASSERT_EQ(codes(draft(2)), none());
  ASSERT_EQ(codes(approve("timbuktu", {}, 2)), none());
  EXPECT_TRUE(refused(sign("timbuktu", {}, 2), Refusal::kImpossible, "amendment"));
}

TEST_F(AgreementConclusion, an_outside_party_is_named_by_its_place_and_attested) {
  const auto outside = edited([](auto p) {
    p.getParties()[1].disownMember();
    test::set_name(p.getParties()[1].initName(1), "Nouadhibou");
  });
  ASSERT_EQ(codes(draft(1, outside)), none());
  ASSERT_EQ(codes(approve("es-semara")), none());
  ASSERT_EQ(codes(sign("es-semara")), none());
  EXPECT_TRUE(refused(approve_by(secretary(), "party-2"), Refusal::kSignatureMissing, "attested"));
  EXPECT_TRUE(refused(approve_by(secretary(), "party-1", attested()), Refusal::kUnknownSubject, "party-1"));
  EXPECT_TRUE(refused(approve_by(of("es-semara"), "party-2", attested()), Refusal::kSignatureMissing));
  ASSERT_EQ(codes(approve_by(secretary(), "party-2", attested())), none());
  const auto unnamed = both_of(attested(), of_signing([](auto p) { p.disownSignatory(); }));
  ASSERT_EQ(codes(sign_by(secretary(), "party-2", unnamed)), none());
  EXPECT_EQ(phase(), Phase::SIGNED);
  EXPECT_EQ(codes(enter("2026-01-15")), none());
}

TEST_F(AgreementConclusion, it_rests_on_a_decision_that_still_stands_when_it_enters_into_force) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
  ASSERT_TRUE(decide_on("p1", Outcome::REJECTED,
                        [&](schema::Act::Builder act) { act.getDecisionRecorded().setDate(today()); }));
  ASSERT_EQ(codes(draft(1, edited([](auto p) { p.setDecision("d-p1"); }))), Codes{"decision.not_adopted"});
  approve_and_sign();
  EXPECT_EQ(codes(enter("2026-01-25")), Codes{"decision.not_adopted"});
  EXPECT_EQ(phase(), Phase::SIGNED);
}

}  // namespace
}  // namespace jumelage::governance
