#include "unit/governance/membership_fixture.h"

namespace jumelage::governance {
namespace {

class BodyRules : public Membership {};

TEST_F(BodyRules, ARuleSetIsEnactedByChairAndSecretaryAsTheNextVersion) {
  const auto next = rule_set(2, [](auto) {});
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, next), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::chair()}, next), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge(officers, rule_set(1, [](auto) {})), Refusal::kImpossible));
  EXPECT_TRUE(refused(club.judge(officers, rule_set(3, [](auto) {})), Refusal::kImpossible));
  const auto enacted = club.record(officers, next);
  ASSERT_TRUE(recorded(enacted));
  EXPECT_TRUE(has_finding(enacted, kDecisionMissing));
  EXPECT_EQ((*StateOf(club, "cci-rules")).getRuleSet().getVersion(), 2U);
  EXPECT_TRUE((*StateOf(club, "cci-rules")).getIrregular());
}

TEST_F(BodyRules, EarlierVersionsOfARuleSetCanStillBeNamed) {
  ASSERT_TRUE(recorded(club.record(officers, rule_set(2, [](auto) {}))));
  for (const std::uint32_t version : {1U, 2U}) {
    EXPECT_TRUE(recorded(club.judge(officers, committee([&](auto body) { body.getRuleSet().setVersion(version); }))));
  }
  EXPECT_TRUE(refused(club.judge(officers, committee([](auto body) { body.getRuleSet().setVersion(3); })),
                      Refusal::kUnknownSubject));
}

TEST_F(BodyRules, ARuleSetMustMakeSense) {
  using Edit = std::function<void(schema::RuleSet::Builder)>;
  const std::vector<std::pair<const char*, Edit>> nonsense = {
      {"no denominator", [](auto rules) { rules.getQuorum().getFraction().setDenominator(0); }},
      {"more than the whole", [](auto rules) { rules.getQuorum().getFraction().setNumerator(3); }},
      {"strictly more than the whole", [](auto rules) { rules.getMajorities()[0].getFraction().setNumerator(2); }},
      {"adopted by nobody", [](auto rules) { rules.getMajorities()[0].setMinFor(0); }},
      {"no round", [](auto rules) { rules.getMajorities()[0].setMaxRounds(0); }},
      {"no such default", [](auto rules) { rules.setDefaultMajority("absolute"); }},
      {"no majority", [](auto rules) { rules.initMajorities(0); }},
      {"a later call that is the first",
       [](auto rules) {
         auto call = rules.getQuorum().initLaterCalls(1)[0];
         call.setCall(1);
         call.initFraction().setDenominator(1);
       }},
      {"a matter without its majority",
       [](auto rules) {
         auto matter = rules.initMatters(1)[0];
         matter.setScheme("actes");
         matter.setCode("5.1");
         matter.setMajority("absolute");
       }},
      {"proxies that nobody can hold", [](auto rules) { rules.getProxies().setAllowed(true); }},
  };
  for (const auto& [what, edit] : nonsense)
    EXPECT_TRUE(refused(club.judge(officers, rule_set(2, edit)), Refusal::kBadValue)) << what;
}

TEST_F(BodyRules, ACommitteeIsEstablishedByChairAndSecretary) {
  const auto act = committee([](auto) {});
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, act), Refusal::kSignatureMissing));
  ASSERT_TRUE(recorded(club.record(officers, act)));
  EXPECT_EQ((*StateOf(club, "heritage")).getBody().getParent(), club.number_of("cci"));
}

TEST_F(BodyRules, ABodyMustMakeSense) {
  using Body = schema::BodyEstablished;
  EXPECT_TRUE(refused(club.judge(officers, committee([](auto b) { b.setId("cci"); })), Refusal::kIdTaken));
  EXPECT_TRUE(
      refused(club.judge(officers, committee([](auto b) { b.getNumbering().setSeries("CCI"); })), Refusal::kIdTaken));
  EXPECT_TRUE(
      refused(club.judge(officers, committee([](auto b) { b.setParent("nothing"); })), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(club.judge(officers, committee([](auto b) { b.disownParent(); })), Refusal::kBadValue));
  EXPECT_TRUE(
      refused(club.judge(officers, committee([](auto b) { b.getSeats()[0].setCount(0); })), Refusal::kBadValue));
  EXPECT_TRUE(
      refused(club.judge(officers, committee([](auto b) { b.setKind(Body::Kind::IMPORTED); })), Refusal::kBadValue));
}

TEST_F(BodyRules, AnImportedBodyNeedsOnlyTheCouncilsSecretary) {
  const auto imported = [](ActBuilder act) {
    act.setBasis(schema::Basis::IMPORTED);
    committee([](auto body) {
      body.setId("old-register");
      body.setKind(schema::BodyEstablished::Kind::IMPORTED);
      body.getNumbering().setSource(schema::BodyEstablished::Numbering::Source::ORIGIN);
    })(act);
  };
  EXPECT_TRUE(refused(club.judge({Club::chair()}, imported), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::secretary()},
                                 [](ActBuilder act) {
                                   committee([](auto) {})(act);
                                   act.setBasis(schema::Basis::IMPORTED);
                                 }),
                      Refusal::kBadValue));
  ASSERT_TRUE(recorded(club.record({Club::secretary()}, imported)));

  // What lives there is imported, and what is imported lives there.
  const auto seat = [](const char* id, const char* body, schema::Basis basis) {
    return [=](ActBuilder act) {
      act.setBasis(basis);
      grant(id, [=](auto mandate) {
        mandate.setBody(body);
        mandate.disownMember();
      })(act);
    };
  };
  EXPECT_TRUE(recorded(club.judge({Club::secretary()}, seat("m-1", "old-register", schema::Basis::IMPORTED))));
  EXPECT_TRUE(refused(club.judge(officers, seat("m-1", "old-register", schema::Basis::LIVE)), Refusal::kBadValue));
  EXPECT_TRUE(refused(club.judge(officers, seat("m-1", "cci", schema::Basis::IMPORTED)), Refusal::kBadValue));
}

}  // namespace
}  // namespace jumelage::governance
