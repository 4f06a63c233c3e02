#include "unit/governance/membership_fixture.h"

namespace jumelage::governance {
namespace {

class MandateRules : public Membership {};

TEST_F(MandateRules, AMandateIsGrantedByItsMemberAndTheSecretary) {
  const auto act = grant("timbuktu-2", [](auto) {});
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, act), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::mandate("timbuktu-1")}, act), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::mandate("vijayawada-1"), Club::secretary()}, act), Refusal::kSignatureMissing));
  const auto granted = club.judge(appointers, act);
  EXPECT_TRUE(recorded(granted));
  EXPECT_TRUE(granted.value().findings.empty());
}

TEST_F(MandateRules, ASecretaryMayAttestForAMemberThatHasNoKey) {
  const auto attested = [](const char* behalf) {
    return [=](ActBuilder act) {
      act.setBasis(schema::Basis::ATTESTED);
      auto attestation = act.initAttestation();
      attestation.setAttester("cci-secretary");
      attestation.setStatement("deliberation received by post");
      attestation.setOnBehalfOf(behalf);
      grant("timbuktu-2", [](auto) {})(act);
    };
  };
  EXPECT_TRUE(recorded(club.judge({Club::secretary()}, attested("timbuktu"))));
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, attested("vijayawada")), Refusal::kSignatureMissing));
}

TEST_F(MandateRules, AMandateInOnesOwnRightNeedsChairAndSecretary) {
  const auto act = grant("expert-2", [](auto mandate) {
    mandate.disownMember();
    mandate.setCollege("experts");
    mandate.setKind(schema::MandateGranted::Kind::LEGAL_EXPERT);
  });
  EXPECT_TRUE(refused(club.judge(appointers, act), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, act), Refusal::kSignatureMissing));
  EXPECT_TRUE(recorded(club.judge(officers, act)));
}

TEST_F(MandateRules, AMandateNamesThingsThatExistAndMakeSense) {
  using Edit = std::function<void(schema::MandateGranted::Builder)>;
  const std::vector<std::tuple<const char*, Refusal, Edit>> cases = {
      {"person", Refusal::kUnknownSubject, [](auto m) { m.setPerson("p-99"); }},
      {"body", Refusal::kUnknownSubject, [](auto m) { m.setBody("senate"); }},
      {"kind", Refusal::kWrongKind, [](auto m) { m.setPerson("cci"); }},
      {"college", Refusal::kBadValue, [](auto m) { m.setCollege("towns"); }},
      {"weight", Refusal::kBadValue, [](auto m) { m.setWeight(0); }},
      {"no seat, yet a weight", Refusal::kBadValue, [](auto m) { m.disownCollege(); }},
      {"term", Refusal::kBadValue, [](auto m) { m.setUntil(m.getFrom() - 1); }},
      {"rank", Refusal::kBadValue, [](auto m) { m.setRank(1); }},
      {"alternate without rank", Refusal::kBadValue, [](auto m) { m.setAlternateOf("timbuktu-1"); }},
      {"another member's alternate", Refusal::kBadValue,
       [](auto m) {
         m.setAlternateOf("vijayawada-1");
         m.setRank(1);
       }},
      {"id", Refusal::kIdTaken, [](auto m) { m.setId("vijayawada-1"); }},
  };
  for (const auto& [what, code, edit] : cases) {
    EXPECT_TRUE(refused(club.judge(appointers, grant("timbuktu-2", edit)), code)) << what;
  }
}

TEST_F(MandateRules, ASeatTakenTwiceIsIrregular) {
  club.grant_mandate("p-a", "timbuktu", "partners");
  club.grant_mandate("p-b", "timbuktu", "partners");
  const auto third = club.judge(appointers, grant("p-c", [](auto mandate) { mandate.setCollege("partners"); }));
  EXPECT_TRUE(has_finding(third, kMandateNoFreeSeat));
  const auto alternate = club.judge(appointers, grant("p-d", [](auto mandate) {
                                      mandate.setCollege("partners");
                                      mandate.setAlternateOf("p-a");
                                      mandate.setRank(1);
                                    }));
  EXPECT_TRUE(recorded(alternate));
  EXPECT_FALSE(has_finding(alternate, kMandateNoFreeSeat)) << "an alternate takes no seat";
}

TEST_F(MandateRules, ASeatIsFreeAgainOnceItsMandateEnds) {
  club.grant_mandate("p-a", "timbuktu", "partners");
  club.grant_mandate("p-b", "timbuktu", "partners");
  ASSERT_TRUE(recorded(club.record({Club::mandate("timbuktu-1")}, [](ActBuilder act) {
    auto payload = act.initMandateChanged();
    payload.setId("p-b");
    payload.setChange(MandateChanged::Change::ENDED);
    payload.setFrom(test::day("2025-10-31"));
    payload.setReason(MandateChanged::Reason::RESIGNATION);
  })));
  EXPECT_FALSE(
      has_finding(club.judge(appointers, grant("p-c", [](auto m) { m.setCollege("partners"); })), kMandateNoFreeSeat));
}

TEST_F(MandateRules, AMandateIsFlaggedForWeightInstrumentAndMember) {
  EXPECT_TRUE(has_finding(club.judge(appointers, grant("t-2", [](auto m) { m.setWeight(3); })), kMandateWeightDiffers));
  EXPECT_TRUE(
      has_finding(club.judge(appointers, grant("t-2", [](auto m) { m.initInstrument(0); })), kMandateNoInstrument));
  ASSERT_TRUE(recorded(club.record(officers, standing("timbuktu", MemberChanged::Standing::SUSPENDED))));
  EXPECT_TRUE(has_finding(club.judge(appointers, grant("t-2", [](auto) {})), kMandateMemberIrregular));
}

TEST_F(MandateRules, AMandateChangesOnlyAsItsStateAllows) {
  const auto change = [&](MandateChanged::Change to, const char* from, const std::vector<Signs>& signers) {
    return club.judge(signers, [&](ActBuilder act) {
      auto payload = act.initMandateChanged();
      payload.setId("vijayawada-1");
      payload.setChange(to);
      payload.setFrom(test::day(from));
    });
  };
  const std::vector<Signs> holder = {Club::mandate("vijayawada-1")};
  EXPECT_TRUE(refused(change(MandateChanged::Change::IMPEDED, "2025-10-30", {Club::mandate("timbuktu-1")}),
                      Refusal::kSignatureMissing));
  EXPECT_TRUE(recorded(change(MandateChanged::Change::IMPEDED, "2025-10-30", holder)));
  EXPECT_TRUE(refused(change(MandateChanged::Change::IMPEDED, "2025-10-31", holder), Refusal::kTimeImpossible));
  EXPECT_TRUE(refused(change(MandateChanged::Change::IMPEDED, "2025-10-29", holder), Refusal::kBadValue));
  EXPECT_TRUE(refused(change(MandateChanged::Change::RESUMED, "2025-10-30", holder), Refusal::kImpossible));
  EXPECT_TRUE(recorded(change(MandateChanged::Change::ENDED, "2025-12-31", holder)));
}

}  // namespace
}  // namespace jumelage::governance
