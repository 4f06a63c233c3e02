#include "unit/governance/membership_fixture.h"

namespace jumelage::governance {
namespace {

class MemberRules : public Membership {};

TEST_F(MemberRules, AnAdmissionWithoutADecisionIsRecordedAsIrregular) {
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, admission([](auto) {})), Refusal::kSignatureMissing));
  EXPECT_TRUE(
      refused(club.judge(officers, admission([](auto m) { m.setDecision("unknown"); })), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(club.judge(officers, admission([](auto m) { m.setDecision("cci"); })), Refusal::kWrongKind));
  EXPECT_TRUE(
      refused(club.judge(officers, admission([](auto m) { m.getProfile().setCountry("ma"); })), Refusal::kBadValue));
  const auto admitted = club.record(officers, admission([](auto) {}));
  ASSERT_TRUE(recorded(admitted));
  EXPECT_TRUE(has_finding(admitted, kDecisionMissing));
  EXPECT_TRUE(has_finding(admitted, kMemberNoDeliberation));
  EXPECT_TRUE((*StateOf(club, "smara-sud")).getIrregular());
}

TEST_F(MemberRules, FindingsAreKeptInTheRegisterUnderTheActsPosition) {
  ASSERT_TRUE(recorded(club.record(officers, admission([](auto) {}))));
  const auto first = club.reg().get(Table::kFindings, finding_key(1, 0));
  ASSERT_TRUE(first.has_value());
  const Row<schema::FindingRow> row(*first);
  EXPECT_EQ(view(row.reader().getCode()), kDecisionMissing);
  EXPECT_EQ(row.reader().getSubject(), club.number_of("smara-sud"));
  EXPECT_EQ(row.reader().getCuredAt(), kNever);
  EXPECT_TRUE(club.reg().get(Table::kFindings, finding_key(1, 1)).has_value());
  EXPECT_FALSE(club.reg().get(Table::kFindings, finding_key(1, 2)).has_value());
}

TEST_F(MemberRules, AMemberWithdrawsByItsOwnAct) {
  const auto leave = standing("timbuktu", MemberChanged::Standing::WITHDRAWN);
  EXPECT_TRUE(refused(club.judge(officers, leave), Refusal::kSignatureMissing));
  auto signers = officers;
  signers.push_back(Club::mandate("timbuktu-1"));
  ASSERT_TRUE(recorded(club.record(signers, leave)));
  EXPECT_EQ((*StateOf(club, "timbuktu")).getMember().getStanding(), MemberChanged::Standing::WITHDRAWN);
  EXPECT_EQ((*StateOf(club, "timbuktu-1")).getMandate().getStatus(), schema::MandateState::Status::ENDED);
  EXPECT_EQ((*StateOf(club, "vijayawada-1")).getMandate().getStatus(), schema::MandateState::Status::EFFECTIVE);
  EXPECT_TRUE(
      refused(club.judge(officers, standing("timbuktu", MemberChanged::Standing::ACTIVE)), Refusal::kImpossible));
}

TEST_F(MemberRules, AnExclusionWithoutADecisionHasNoEffect) {
  const auto excluded = club.record(officers, standing("timbuktu", MemberChanged::Standing::EXCLUDED));
  ASSERT_TRUE(recorded(excluded));
  EXPECT_TRUE(has_finding(excluded, kDecisionMissing));
  EXPECT_EQ((*StateOf(club, "timbuktu")).getMember().getStanding(), MemberChanged::Standing::ACTIVE);
  EXPECT_TRUE((*StateOf(club, "timbuktu")).getIrregular());
  EXPECT_EQ((*StateOf(club, "timbuktu-1")).getMandate().getStatus(), schema::MandateState::Status::EFFECTIVE);
}

TEST_F(MemberRules, OnlyASuccessionHasASuccessor) {
  auto signers = officers;
  signers.push_back(Club::mandate("timbuktu-1"));
  const auto change = [&](MemberChanged::Standing to, const char* successor) {
    return club.judge(signers, standing("timbuktu", to, successor));
  };
  EXPECT_TRUE(refused(change(MemberChanged::Standing::SUCCEEDED, ""), Refusal::kBadValue));
  EXPECT_TRUE(refused(change(MemberChanged::Standing::SUCCEEDED, "timbuktu"), Refusal::kBadValue));
  EXPECT_TRUE(refused(change(MemberChanged::Standing::WITHDRAWN, "vijayawada"), Refusal::kBadValue));
  EXPECT_TRUE(recorded(change(MemberChanged::Standing::SUCCEEDED, "vijayawada")));
}

}  // namespace
}  // namespace jumelage::governance
