// Powers that a body hands on, and what is decided under them.
#include "decision_fixture.h"

namespace jumelage::governance {
namespace {

using Status = DecisionStatus;

class Delegations : public Decisions {
 protected:
  Outcomes delegate(const std::string& id, const std::string& decision, const std::string& to, const Spoil& spoil = {},
                    const Signers& signers = both()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initDelegationGranted();
          p.setId(to_text(id));
          p.setDecision(to_text(decision));
          p.setDelegate(to_text(to));
          test::set_title(p.initPowers(1), "louer des salles");
          p.setFrom(today());
        },
        spoil);
  }
  static Spoil ended(std::uint32_t from) {
    return [from](schema::Act::Builder act) {
      act.getDelegationGranted().setEnded(true);
      act.getDelegationGranted().setFrom(from);
    };
  }
  Outcomes decide_under(const std::string& delegation, const std::string& id, const Signers& signers,
                        const Spoil& spoil = {}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initDelegatedDecision();
          p.setId(to_text(id));
          p.setDelegation(to_text(delegation));
          test::set_title(p.initTitle(1), id);
          p.setDate(today());
        },
        spoil);
  }
  // d-p1 is adopted, and there is "p2" to decide on.
  void SetUp() override {
    open_with({"p1", "p2"}, 9);
    ASSERT_EQ(codes(adopt("p1")), none());
  }
  static Signers chair() { return {Club::chair()}; }
};

TEST_F(Delegations, an_office_decides_within_the_power_that_it_was_given) {
  ASSERT_EQ(codes(delegate("salles", "d-p1", "cci-chair")), none());
  const Outcomes decided = decide_under("salles", "dd-1", chair());
  ASSERT_EQ(codes(decided), none());
  EXPECT_FALSE(decided.value().assigned) << "the numbers are those of what the body itself adopted";
  const auto decision = row("dd-1").getDecision();
  EXPECT_EQ(decision.getStatus(), Status::EXECUTORY);
  EXPECT_EQ(decision.getGround(), schema::DecisionState::Ground::DELEGATION);
  EXPECT_EQ(decision.getDelegation(), club_.number_of("salles"));
  EXPECT_EQ(decision.getBody(), club_.number_of("cci"));
  EXPECT_EQ(decision.getAnnounced(), Outcome::ADOPTED);
}

TEST_F(Delegations, only_the_delegate_decides) {
  ASSERT_EQ(codes(delegate("office", "d-p1", "cci-chair")), none());
  ASSERT_EQ(codes(delegate("mandate", "d-p1", "timbuktu-1")), none());
  const Signers holder_of_the_chair = {Club::mandate("es-semara-1")};
  EXPECT_TRUE(
      refused(decide_under("office", "dd-1", holder_of_the_chair), Refusal::kSignatureMissing, "in that office"));
  EXPECT_TRUE(refused(decide_under("office", "dd-1", secretary()), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(decide_under("mandate", "dd-1", chair()), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(decide_under("mandate", "dd-1", {Club::mandate("timbuktu-1")})), none());
}

TEST_F(Delegations, a_secretary_attests_for_a_delegate_without_a_key_and_for_nobody_else) {
  ASSERT_EQ(codes(delegate("mandate", "d-p1", "timbuktu-2")), none());
  const auto attested_for = [](const char* behalf) {
    return [behalf](schema::Act::Builder act) {
      act.setBasis(schema::Basis::ATTESTED);
      auto attestation = act.initAttestation();
      attestation.setAttester("cci-secretary");
      attestation.setStatement("lettre");
      attestation.setOnBehalfOf(behalf);
    };
  };
  EXPECT_TRUE(
      refused(decide_under("mandate", "dd-1", secretary(), attested_for("timbuktu")), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(decide_under("mandate", "dd-1", secretary(), attested_for("timbuktu-2"))), none());
}

TEST_F(Delegations, a_decision_outside_the_power_is_recorded_and_has_no_force) {
  ASSERT_EQ(codes(delegate("salles", "d-p1", "cci-chair",
                           [&](schema::Act::Builder act) {
                             auto p = act.getDelegationGranted();
                             auto matters = p.initMatters(2);
                             matters[0].setScheme("actes");
                             matters[0].setCode("3.3");
                             matters[1].setScheme("club");
                             p.initCeiling().setMinorUnits(500'000);
                             p.getCeiling().setCurrency("MAD");
                             p.setUntil(today() + 100);
                           })),
            none());
  struct Case {
    const char* what;
    const char* scheme;
    const char* code;
    std::int64_t amount;
    const char* currency;
    unsigned days;
    Codes expected;
  };
  const std::vector<Case> cases = {
      {"within all limits", "actes", "3.3", 500'000, "MAD", 0, {}},
      {"about no money", "actes", "3.3", 0, "", 0, {}},
      {"any matter of a scheme", "club", "9", 0, "", 0, {}},
      {"another code", "actes", "8.8", 0, "", 0, {"delegation.other_matter"}},
      {"a matter that is not classified", "", "", 0, "", 0, {"delegation.other_matter"}},
      {"above the ceiling", "actes", "3.3", 500'001, "MAD", 0, {"delegation.above_ceiling"}},
      {"another currency", "actes", "3.3", 1, "EUR", 0, {"delegation.above_ceiling"}},
      {"on the last day", "actes", "3.3", 0, "", 100, {}},
      {"after the last day", "actes", "3.3", 0, "", 101, {"delegation.out_of_term"}},
  };
  const UnixMillis start = club_.now();
  int n = 0;
  for (const Case& c : cases) {
    club_.set_now(start + c.days * kDay_ms + ++n);
    const std::string id = "dd-" + std::to_string(n);
    EXPECT_EQ(codes(decide_under("salles", id, chair(),
                                 [&](schema::Act::Builder act) {
                                   auto p = act.getDelegatedDecision();
                                   if (*c.scheme) p.initMatter().setScheme(c.scheme);
                                   if (*c.code) p.getMatter().setCode(c.code);
                                   if (!*c.currency) return;
                                   p.initAmount().setMinorUnits(c.amount);
                                   p.getAmount().setCurrency(c.currency);
                                 })),
              c.expected)
        << c.what;
    EXPECT_EQ(status(id), c.expected.empty() ? Status::EXECUTORY : Status::ADOPTED) << c.what;
    EXPECT_EQ(irregular(id), !c.expected.empty()) << c.what;
  }
}

TEST_F(Delegations, an_act_before_the_first_day_is_out_of_term) {
  ASSERT_EQ(codes(delegate("salles", "d-p1", "cci-chair")), none());
  const auto yesterday = [&](schema::Act::Builder act) { act.getDelegatedDecision().setDate(today() - 1); };
  EXPECT_EQ(codes(decide_under("salles", "dd-1", chair(), yesterday)), Codes{"delegation.out_of_term"});
  const auto tomorrow = [&](schema::Act::Builder act) { act.getDelegatedDecision().setDate(today() + 1); };
  EXPECT_TRUE(refused(decide_under("salles", "dd-2", chair(), tomorrow), Refusal::kTimeImpossible));
}

TEST_F(Delegations, the_body_takes_its_power_back) {
  ASSERT_EQ(codes(delegate("salles", "d-p1", "cci-chair")), none());
  ASSERT_EQ(codes(adopt("p2")), none());
  ASSERT_EQ(codes(delegate("salles", "d-p2", "cci-chair", ended(today() + 10))), none());
  EXPECT_EQ(row("salles").getDelegation().getEndedBy(), club_.number_of("d-p2"));
  EXPECT_EQ(row("salles").getDelegation().getUntil(), today() + 9);
  EXPECT_EQ(codes(decide_under("salles", "dd-1", chair())), none()) << "not over yet";
  pass_days(10);
  EXPECT_EQ(codes(decide_under("salles", "dd-2", chair())), Codes{"delegation.out_of_term"});
  EXPECT_TRUE(refused(delegate("salles", "d-p2", "cci-chair", ended(today())), Refusal::kImpossible, "already"));
}

TEST_F(Delegations, an_end_without_a_decision_in_force_leaves_the_delegation_as_it_was) {
  ASSERT_EQ(codes(delegate("salles", "d-p1", "cci-chair")), none());
  ASSERT_EQ(codes(adopt_irregularly("p2")), Codes{"decision.outcome_differs"});
  const std::uint64_t attempt = club_.size();
  EXPECT_EQ(codes(delegate("salles", "d-p2", "cci-chair", ended(today()))), Codes{"decision.irregular"});
  EXPECT_FALSE(irregular("salles"));
  EXPECT_EQ(codes(decide_under("salles", "dd-1", chair())), none());
  ASSERT_EQ(codes(vote_again("p2", 5, 4, Outcome::ADOPTED)), none());
  EXPECT_EQ(codes(delegate("salles", "d-p2", "cci-chair", ended(today()))), none());
  EXPECT_EQ(open_at(attempt), none());
}

TEST_F(Delegations, an_end_names_the_delegation_as_it_is) {
  EXPECT_TRUE(refused(delegate("salles", "d-p1", "cci-chair", ended(today())), Refusal::kUnknownSubject));
  ASSERT_EQ(codes(delegate("salles", "d-p1", "cci-chair")), none());
  EXPECT_TRUE(refused(delegate("salles", "d-p1", "cci-vice-chair", ended(today())), Refusal::kBadValue, "cci-chair"));
  EXPECT_TRUE(refused(delegate("salles", "d-p1", "cci-chair", ended(today() - 1)), Refusal::kBadValue, "begins on"));
  EXPECT_TRUE(refused(delegate("salles", "d-p1", "cci-chair"), Refusal::kIdTaken));
}

TEST_F(Delegations, a_grant_is_whole_and_signed_by_chair_and_secretary) {
  const auto spoilt = [&](auto change) {
    return delegate("salles", "d-p1", "cci-chair",
                    [&](schema::Act::Builder act) { change(act.getDelegationGranted()); });
  };
  EXPECT_TRUE(refused(spoilt([](auto p) { p.initPowers(0); }), Refusal::kBadValue, "powers"));
  EXPECT_TRUE(refused(spoilt([&](auto p) { p.setUntil(today() - 1); }), Refusal::kBadValue, "before it begins"));
  EXPECT_TRUE(refused(spoilt([](auto p) { p.setDelegate("cci"); }), Refusal::kBadValue, "itself"));
  EXPECT_TRUE(refused(spoilt([](auto p) { p.setDelegate("timbuktu"); }), Refusal::kWrongKind));
  EXPECT_TRUE(refused(spoilt([](auto p) { p.setDelegate("nobody"); }), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(spoilt([](auto p) { p.setDecision("p1"); }), Refusal::kWrongKind));
  EXPECT_TRUE(refused(delegate("salles", "d-p1", "cci-chair", {}, chair()), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(delegate("salles", "d-p1", "cci-chair", {}, secretary()), Refusal::kSignatureMissing, "chair"));
}

TEST_F(Delegations, a_clearance_obtained_later_cures_the_delegation_and_all_that_was_decided_under_it) {
  ASSERT_EQ(codes(adopt("p2", with_step(StepKind::VISA))), none());
  ASSERT_EQ(codes(delegate("salles", "d-p2", "cci-chair")), Codes{"decision.not_executory"});
  ASSERT_EQ(codes(decide_under("salles", "dd-1", chair())), Codes{"delegation.irregular"});
  ASSERT_EQ(codes(delegate("below", "dd-1", "cci-vice-chair")), Codes{"decision.irregular"});
  ASSERT_EQ(codes(supervise("d-p2", Event::SENT)), none());
  EXPECT_EQ(status("dd-1"), Status::ADOPTED);
  ASSERT_EQ(codes(supervise("d-p2", Event::APPROVED)), none());
  EXPECT_FALSE(irregular("salles"));
  EXPECT_FALSE(irregular("dd-1"));
  EXPECT_EQ(status("dd-1"), Status::EXECUTORY);
  EXPECT_FALSE(irregular("below"));
}

TEST_F(Delegations, a_decision_beyond_its_power_stays_irregular_whatever_becomes_of_the_power) {
  ASSERT_EQ(codes(adopt("p2", with_step(StepKind::TRANSMISSION))), none());
  ASSERT_EQ(codes(delegate("salles", "d-p2", "cci-chair")), Codes{"decision.not_executory"});
  const auto yesterday = [&](schema::Act::Builder act) { act.getDelegatedDecision().setDate(today() - 1); };
  ASSERT_EQ(codes(decide_under("salles", "dd-1", chair(), yesterday)),
            (Codes{"delegation.out_of_term", "delegation.irregular"}));
  ASSERT_EQ(codes(supervise("d-p2", Event::SENT)), none());
  EXPECT_TRUE(irregular("dd-1"));
  EXPECT_EQ(status("dd-1"), Status::ADOPTED);
}

TEST_F(Delegations, a_power_ends_with_the_decision_that_grants_it) {
  ASSERT_EQ(codes(delegate("salles", "d-p1", "cci-chair")), none());
  ASSERT_EQ(codes(challenge("d-p1", Ruling::FILED)), none());
  ASSERT_EQ(codes(challenge("d-p1", Ruling::SUSPENDED)), none());
  EXPECT_EQ(codes(decide_under("salles", "dd-1", chair())), Codes{"delegation.without_force"});
  ASSERT_EQ(codes(challenge("d-p1", Ruling::UPHELD)), none());
  EXPECT_EQ(codes(decide_under("salles", "dd-2", chair())), none());
  ASSERT_EQ(codes(end("d-p1", How::LAPSED)), none());
  EXPECT_EQ(codes(decide_under("salles", "dd-3", chair())), Codes{"delegation.without_force"});
}

}  // namespace
}  // namespace jumelage::governance
