// An agreement in force: amended, renewed, denounced, at rest, over; and what a day makes of it.
#include "agreement_fixture.h"

namespace jumelage::governance {
namespace {

class AgreementTerm : public Agreement {
 protected:
  static Spoil renewed(Renewal renewal) {
    return edited([renewal](schema::AgreementDrafted::Builder p) {
      p.setRenewal(renewal);
      if (renewal == Renewal::NONE) p.disownRenewalPeriod();
    });
  }
  void reapprove() {
    ASSERT_EQ(codes(approve("es-semara", {}, 2)), none());
    ASSERT_EQ(codes(approve("timbuktu", {}, 2)), none());
  }
};

// --- Amendments

TEST_F(AgreementTerm, an_amendment_brings_in_the_terms_that_every_party_approved) {
  bring_into_force();
  ASSERT_EQ(codes(draft(2, edited([](auto p) { set_years(p.getDuration(), 5); }))), none());
  reapprove();
  ASSERT_EQ(codes(amend("twin-a1")), none());
  EXPECT_EQ(twin().getTerms().getDraft(), 2U);
  EXPECT_EQ(twin().getUntil(), test::day("2031-01-14"));
  EXPECT_FALSE(twin().hasProposed());
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  const auto amendment = row("twin-a1").getAmendment();
  EXPECT_EQ(amendment.getAgreement(), club_.number_of("twin"));
  EXPECT_EQ(amendment.getDraft(), 2U);
  EXPECT_FALSE(row("twin-a1").getIrregular());
}

TEST_F(AgreementTerm, an_amendment_that_a_party_has_not_approved_is_without_effect) {
  bring_into_force();
  EXPECT_EQ(codes(amend("twin-a1")), Codes{"agreement.not_reapproved"}) << "no draft at all";
  ASSERT_EQ(codes(draft(2)), none());
  ASSERT_EQ(codes(approve("es-semara", {}, 2)), none());
  EXPECT_EQ(codes(amend("twin-a2")), Codes{"agreement.not_reapproved"});
  EXPECT_TRUE(row("twin-a2").getIrregular());
  EXPECT_EQ(row("twin-a2").getAmendment().getDraft(), 0U);
  EXPECT_EQ(twin().getTerms().getDraft(), 1U) << "the old terms go on";
  EXPECT_FALSE(irregular()) << "and are in order";
  ASSERT_EQ(codes(approve("timbuktu", {}, 2)), none());
  EXPECT_TRUE(refused(amend("twin-a2"), Refusal::kIdTaken));
  EXPECT_EQ(codes(amend("twin-a3")), none());
}

TEST_F(AgreementTerm, an_amendment_waits_for_the_clearances_of_its_draft) {
  bring_into_force();
  ASSERT_EQ(codes(draft(2, wanting({"visa"}))), none());
  reapprove();
  EXPECT_EQ(codes(amend("twin-a1")), Codes{"agreement.clearance_missing"});
  EXPECT_EQ(twin().getTerms().getDraft(), 1U);
}

TEST_F(AgreementTerm, an_amendment_is_signed_by_all_parties) {
  bring_into_force();
  ASSERT_EQ(codes(draft(2)), none());
  reapprove();
  EXPECT_TRUE(refused(amend("twin-a1", of("es-semara")), Refusal::kSignatureMissing, "timbuktu"));
  EXPECT_TRUE(refused(amend("twin-a1", secretary()), Refusal::kSignatureMissing, "es-semara"));
  const Signers one_and_secretary = {Club::mandate("es-semara-1"), Club::secretary()};
  EXPECT_EQ(codes(amend("twin-a1", one_and_secretary, attested("timbuktu"))), none());
}

TEST_F(AgreementTerm, only_what_is_in_force_is_amended) {
  ASSERT_EQ(codes(draft()), none());
  EXPECT_TRUE(refused(amend("twin-a1"), Refusal::kImpossible, "drafted anew"));
  approve_and_sign();
  EXPECT_TRUE(refused(amend("twin-a1"), Refusal::kImpossible));
  ASSERT_EQ(codes(enter("2026-01-15")), none());
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  EXPECT_TRUE(refused(amend("twin-a1"), Refusal::kImpossible, "under notice"));
}

// --- Renewal

TEST_F(AgreementTerm, it_is_renewed_tacitly_again_and_again) {
  bring_into_force();
  go_to("2029-01-15");
  ASSERT_EQ(codes(renew(true, "2029-01-15", "2032-01-14")), none());
  EXPECT_EQ(twin().getUntil(), test::day("2032-01-14"));
  go_to("2032-02-01");
  ASSERT_EQ(codes(renew(true, "2032-01-15", "2035-01-14")), none());
  EXPECT_EQ(twin().getRenewals(), 2U);
  EXPECT_EQ(phase(), Phase::IN_FORCE);
}

TEST_F(AgreementTerm, the_secretary_records_a_tacit_renewal_and_the_parties_sign_an_express_one) {
  bring_into_force();
  go_to("2029-01-15");
  EXPECT_TRUE(refused(renew(true, "2029-01-15", "2032-01-14", all()), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(renew(false, "2029-01-15", "2032-01-14", of("timbuktu")), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(renew(false, "2029-01-15", "2032-01-14"), Refusal::kSignatureMissing, "all parties"));
  EXPECT_EQ(codes(renew(false, "2029-01-15", "2030-01-14", all())), none()) << "for as long as they say";
}

TEST_F(AgreementTerm, a_renewal_follows_the_term_without_a_gap) {
  bring_into_force();
  EXPECT_TRUE(refused(renew(true, "2029-01-15", "2032-01-14"), Refusal::kTimeImpossible, "still give notice"));
  EXPECT_TRUE(refused(renew(false, "2029-01-15", "2029-01-14", all()), Refusal::kBadValue, "before it begins"));
  EXPECT_TRUE(refused(renew(false, "2029-01-16", "2032-01-14", all()), Refusal::kBadValue, "2029-01-15"));
}

TEST_F(AgreementTerm, a_renewal_that_the_text_does_not_know_is_without_effect) {
  bring_into_force(renewed(Renewal::NONE));
  go_to("2029-01-15");
  EXPECT_EQ(codes(renew(true, "2029-01-15", "2032-01-14")), Codes{"agreement.renewal_not_allowed"});
  EXPECT_EQ(codes(renew(false, "2029-01-15", "2032-01-14", all())), Codes{"agreement.renewal_not_allowed"});
  EXPECT_EQ(twin().getUntil(), test::day("2029-01-14"));
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(change(Change::EXPIRED, "2029-01-15")), none());
  EXPECT_FALSE(irregular()) << "its end settles it";
  EXPECT_EQ(open_findings(), 0U);
}

TEST_F(AgreementTerm, an_express_renewal_is_not_tacit) {
  bring_into_force(renewed(Renewal::EXPRESS));
  go_to("2029-01-15");
  EXPECT_EQ(codes(renew(true, "2029-01-15", "2032-01-14")), Codes{"agreement.renewal_not_allowed"});
  ASSERT_EQ(codes(renew(false, "2029-01-15", "2032-01-14", all())), none());
  EXPECT_FALSE(irregular()) << "the parties' word settles it";
  EXPECT_EQ(open_findings(), 0U);
}

TEST_F(AgreementTerm, a_tacit_renewal_is_for_the_time_in_the_text) {
  bring_into_force();
  go_to("2029-01-15");
  EXPECT_EQ(codes(renew(true, "2029-01-15", "2034-01-14")), Codes{"agreement.renewal_term_differs"});
  EXPECT_EQ(twin().getUntil(), test::day("2029-01-14"));
  EXPECT_EQ(codes(renew(true, "2029-01-15", "2032-01-14")), none());
}

TEST_F(AgreementTerm, nothing_is_renewed_under_notice_without_a_term_or_before_it_is_in_force) {
  ASSERT_EQ(codes(draft()), none());
  EXPECT_TRUE(refused(renew(true, "2029-01-15", "2032-01-14"), Refusal::kImpossible, "only one in force"));
  approve_and_sign();
  ASSERT_EQ(codes(enter("2026-01-15")), none());
  ASSERT_EQ(codes(notify("timbuktu", "2029-01-14")), none());
  go_to("2029-01-15");
  EXPECT_TRUE(refused(renew(true, "2029-01-15", "2032-01-14"), Refusal::kImpossible, "notice"));
}

TEST_F(AgreementTerm, one_without_a_term_is_neither_renewed_nor_expires) {
  bring_into_force(edited([](auto p) {
    p.disownDuration();
    p.setRenewal(Renewal::NONE);
    p.disownRenewalPeriod();
  }));
  EXPECT_EQ(twin().getUntil(), 0U);
  EXPECT_TRUE(refused(renew(false, "2026-01-16", "", all()), Refusal::kImpossible, "no term"));
  EXPECT_TRUE(refused(change(Change::EXPIRED, "2026-01-15"), Refusal::kImpossible, "no term"));
}

// --- Notice

TEST_F(AgreementTerm, a_party_gives_notice_and_the_agreement_ends_by_it) {
  bring_into_force();
  EXPECT_TRUE(refused(notify_by(of("es-semara"), "timbuktu", "2026-07-15"), Refusal::kSignatureMissing, "timbuktu"));
  EXPECT_TRUE(refused(notify("vijayawada", "2026-07-15"), Refusal::kBadValue, "no party"));
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  EXPECT_EQ(phase(), Phase::NOTICE_GIVEN);
  EXPECT_EQ(twin().getEnds(), test::day("2026-07-15"));
  EXPECT_TRUE(refused(notify("timbuktu", "2026-08-15"), Refusal::kImpossible, "already"));
  EXPECT_TRUE(refused(change(Change::DORMANT, "2026-01-15"), Refusal::kImpossible, "under notice"));
  go_to("2026-07-16");
  ASSERT_EQ(codes(change(Change::DENOUNCED, "2026-07-16")), none());
  EXPECT_EQ(phase(), Phase::DENOUNCED);
}

TEST_F(AgreementTerm, too_short_a_notice_ends_nothing_until_it_is_given_for_a_later_day) {
  bring_into_force();
  EXPECT_EQ(codes(notify("timbuktu", "2026-07-14")), Codes{"agreement.short_notice"});
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  EXPECT_EQ(twin().getEnds(), 0U);
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  EXPECT_FALSE(irregular());
  EXPECT_EQ(open_findings(), 0U);
}

TEST_F(AgreementTerm, a_notice_has_possible_days_and_something_to_end) {
  ASSERT_EQ(codes(draft()), none());
  EXPECT_TRUE(refused(notify("timbuktu", "2026-07-15"), Refusal::kImpossible, "in force"));
  approve_and_sign();
  ASSERT_EQ(codes(enter("2026-01-15")), none());
  EXPECT_TRUE(refused(notify("timbuktu", "2026-01-14"), Refusal::kBadValue, "cannot end"));
  const auto tomorrow = [this](schema::Act::Builder act) {
    test::set_moment(act.getAgreementNoticeGiven().getReceived(), club_.now() + kDay_ms);
  };
  EXPECT_TRUE(refused(notify("timbuktu", "2026-08-15", tomorrow), Refusal::kTimeImpossible));
  const auto too_old = [this](schema::Act::Builder act) {
    test::set_moment(act.getAgreementNoticeGiven().getReceived(), club_.now() - kDay_ms);
  };
  EXPECT_TRUE(refused(notify("timbuktu", "2026-08-15", too_old), Refusal::kImpossible)) << "it was not in force then";
}

TEST_F(AgreementTerm, a_notice_is_withdrawn_by_the_party_that_gave_it) {
  bring_into_force();
  EXPECT_TRUE(refused(change(Change::NOTICE_WITHDRAWN, "2026-01-15"), Refusal::kImpossible, "in force"));
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  EXPECT_TRUE(refused(change(Change::NOTICE_WITHDRAWN, "2026-01-15"), Refusal::kSignatureMissing, "timbuktu"));
  const Signers three = {Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")};
  ASSERT_EQ(codes(change(Change::NOTICE_WITHDRAWN, "2026-01-15", three)), none());
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  EXPECT_EQ(twin().getEnds(), 0U);
  EXPECT_EQ(codes(notify("timbuktu", "2026-07-15")), none()) << "and it can be given again";
}

TEST_F(AgreementTerm, of_two_notices_the_first_to_run_counts_and_the_other_stays_when_one_is_withdrawn) {
  bring_into_force();
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-20")), none());
  ASSERT_EQ(codes(notify("es-semara", "2026-07-15")), none());
  EXPECT_EQ(twin().getEnds(), test::day("2026-07-15"));
  EXPECT_TRUE(refused(change(Change::NOTICE_WITHDRAWN, "2026-01-15"), Refusal::kSignatureMissing))
      << "the chair holds a mandate of Es-Semara, but signs for the council";
  ASSERT_EQ(codes(change(Change::NOTICE_WITHDRAWN, "2026-01-15", both(), attested("es-semara"))), none());
  EXPECT_EQ(phase(), Phase::NOTICE_GIVEN);
  EXPECT_EQ(twin().getEnds(), test::day("2026-07-20"));
}

TEST_F(AgreementTerm, a_dormant_one_can_be_denounced_and_rests_on_when_the_notice_is_withdrawn) {
  bring_into_force();
  ASSERT_EQ(codes(change(Change::DORMANT, "2026-01-15")), none());
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  EXPECT_EQ(phase(), Phase::NOTICE_GIVEN);
  const Signers three = {Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")};
  ASSERT_EQ(codes(change(Change::NOTICE_WITHDRAWN, "2026-01-15", three)), none());
  EXPECT_EQ(phase(), Phase::DORMANT);
}

// --- The state machine

TEST_F(AgreementTerm, before_it_is_in_force_none_of_its_states_can_change) {
  const auto none_possible = [&](const char* when) {
    for (const Change to : {Change::DORMANT, Change::REVIVED, Change::EXPIRED, Change::DENOUNCED,
                            Change::ENDED_BY_CONSENT, Change::ANNULLED, Change::NOTICE_WITHDRAWN})
      EXPECT_TRUE(refused(change(to, "2026-01-15"), Refusal::kImpossible)) << when << " " << static_cast<int>(to);
  };
  ASSERT_EQ(codes(draft()), none());
  none_possible("draft");
  ASSERT_EQ(codes(approve("es-semara")), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  none_possible("approved");
  ASSERT_EQ(codes(sign("es-semara")), none());
  ASSERT_EQ(codes(sign("timbuktu")), none());
  none_possible("signed");
}

TEST_F(AgreementTerm, it_rests_and_is_revived) {
  bring_into_force();
  EXPECT_TRUE(refused(change(Change::REVIVED, "2026-01-15"), Refusal::kImpossible, "in force"));
  ASSERT_EQ(codes(change(Change::DORMANT, "2026-01-15")), none());
  EXPECT_EQ(phase(), Phase::DORMANT);
  EXPECT_TRUE(refused(change(Change::DORMANT, "2026-01-15"), Refusal::kImpossible, "dormant"));
  EXPECT_TRUE(refused(change(Change::DENOUNCED, "2026-01-15"), Refusal::kImpossible, "dormant"));
  ASSERT_EQ(codes(change(Change::REVIVED, "2026-01-15")), none());
  EXPECT_EQ(phase(), Phase::IN_FORCE);
}

TEST_F(AgreementTerm, what_is_over_stays_over) {
  bring_into_force();
  const Signers three = {Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")};
  ASSERT_EQ(codes(change(Change::ENDED_BY_CONSENT, "2026-01-15", three, attested("es-semara"))), none());
  EXPECT_EQ(phase(), Phase::ENDED_BY_CONSENT);
  for (const Change to : {Change::DORMANT, Change::REVIVED, Change::EXPIRED, Change::DENOUNCED,
                          Change::ENDED_BY_CONSENT, Change::ANNULLED, Change::NOTICE_WITHDRAWN})
    EXPECT_TRUE(refused(change(to, "2026-01-15", three), Refusal::kImpossible)) << static_cast<int>(to);
  EXPECT_TRUE(refused(notify("timbuktu", "2026-07-15"), Refusal::kImpossible));
  EXPECT_TRUE(refused(renew(true, "2029-01-15", "2032-01-14"), Refusal::kImpossible));
  EXPECT_TRUE(refused(enter("2026-01-15"), Refusal::kImpossible));
  EXPECT_TRUE(refused(amend("twin-a1"), Refusal::kImpossible));
}

TEST_F(AgreementTerm, it_is_annulled_from_any_day) {
  bring_into_force();
  ASSERT_EQ(codes(change(Change::ANNULLED, "2026-01-01")), none());
  EXPECT_EQ(phase(), Phase::ANNULLED);
}

TEST_F(AgreementTerm, a_change_is_signed_by_chair_and_secretary_on_a_possible_day) {
  bring_into_force();
  EXPECT_TRUE(refused(change(Change::DORMANT, "2026-01-15", secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(change(Change::DORMANT, "2026-01-15", {Club::chair()}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(change(Change::DORMANT, "2026-01-16"), Refusal::kTimeImpossible, "record it then"));
  EXPECT_TRUE(refused(change(Change::DORMANT, "2026-01-14"), Refusal::kImpossible)) << "it was not in force then";
  go_to("2026-03-01");
  ASSERT_EQ(codes(change(Change::DORMANT, "2026-03-01")), none());
  EXPECT_TRUE(refused(change(Change::REVIVED, "2026-02-01"), Refusal::kBadValue, "2026-03-01"));
}

TEST_F(AgreementTerm, it_expires_after_its_term_and_only_if_it_is_not_renewed_tacitly) {
  bring_into_force(renewed(Renewal::NONE));
  go_to("2029-01-15");
  EXPECT_EQ(codes(change(Change::EXPIRED, "2029-01-14")), Codes{"agreement.too_early"});
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(change(Change::EXPIRED, "2029-01-15")), none());
  EXPECT_EQ(phase(), Phase::EXPIRED);
  EXPECT_FALSE(irregular());
}

TEST_F(AgreementTerm, one_that_is_renewed_tacitly_does_not_expire) {
  bring_into_force();
  go_to("2029-01-15");
  EXPECT_EQ(codes(change(Change::EXPIRED, "2029-01-15")), Codes{"agreement.renews_tacitly"});
  EXPECT_EQ(phase(), Phase::IN_FORCE);
}

TEST_F(AgreementTerm, it_is_not_over_by_notice_before_the_notice_has_run) {
  bring_into_force();
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  go_to("2026-07-14");
  EXPECT_EQ(codes(change(Change::DENOUNCED, "2026-07-14")), Codes{"agreement.too_early"});
  EXPECT_EQ(phase(), Phase::NOTICE_GIVEN);
}

TEST_F(AgreementTerm, consent_is_shown_by_the_parties_signatures_or_by_a_document) {
  bring_into_force();
  EXPECT_EQ(codes(change(Change::ENDED_BY_CONSENT, "2026-01-15")), Codes{"agreement.no_consent"});
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  const auto shown = [](schema::Act::Builder act) {
    test::set_document(act.initDocuments(1)[0], "common declaration");
  };
  ASSERT_EQ(codes(change(Change::ENDED_BY_CONSENT, "2026-01-15", both(), shown)), none());
  EXPECT_EQ(phase(), Phase::ENDED_BY_CONSENT);
  EXPECT_FALSE(irregular());
}

// --- As of a day

TEST_F(AgreementTerm, a_term_runs_out_by_itself_unless_it_is_renewed_tacitly) {
  bring_into_force(renewed(Renewal::EXPRESS));
  EXPECT_EQ(phase_on(twin(), test::day("2026-01-14")), Phase::SIGNED);
  EXPECT_EQ(phase_on(twin(), test::day("2026-01-15")), Phase::IN_FORCE);
  EXPECT_EQ(phase_on(twin(), test::day("2029-01-14")), Phase::IN_FORCE);
  EXPECT_EQ(phase_on(twin(), test::day("2029-01-15")), Phase::EXPIRED);
  go_to("2029-02-01");
  EXPECT_TRUE(refused(change(Change::DORMANT, "2029-02-01"), Refusal::kImpossible, "expired"));
  EXPECT_TRUE(refused(notify("timbuktu", "2029-09-01"), Refusal::kImpossible, "expired"));
}

TEST_F(AgreementTerm, a_tacit_one_goes_on_and_a_notice_runs_out_by_itself) {
  bring_into_force();
  EXPECT_EQ(phase_on(twin(), test::day("2029-06-01")), Phase::IN_FORCE) << "renewed, though nobody recorded it yet";
  ASSERT_EQ(codes(notify("timbuktu", "2026-07-15")), none());
  EXPECT_EQ(phase_on(twin(), test::day("2026-07-15")), Phase::NOTICE_GIVEN);
  EXPECT_EQ(phase_on(twin(), test::day("2026-07-16")), Phase::DENOUNCED);
}

}  // namespace
}  // namespace jumelage::governance
