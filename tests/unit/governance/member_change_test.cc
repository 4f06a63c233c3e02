// MemberChanged after an attempt without effect: what the attempt lacked, and nothing less, makes the member regular.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Standing = schema::MemberChanged::Standing;

class MemberChanges : public Council {
 protected:
  static Spoil standing(Standing to, const char* decision = "") {
    return [=](schema::Act::Builder act) {
      auto member = act.initMemberChanged();
      member.setId("vijayawada");
      member.setStanding(to);
      member.setVotingRight(true);
      member.setFeesInOrder(true);
      member.setReason("as deliberated");
      if (*decision) member.setDecision(decision);
    };
  }
  Signers with_vijayawada() const {
    auto signers = both();
    signers.push_back(Club::mandate("vijayawada-1"));
    return signers;
  }
  void decide_p1() {
    open_with({"p1"}, 9);
    ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
    ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  }
};

TEST_F(MemberChanges, that_need_no_decision_do_not_cure_one_that_did) {
  ASSERT_EQ(codes(record(both(), standing(Standing::EXCLUDED))), Codes{"decision.missing"});
  ASSERT_TRUE(row("vijayawada").getIrregular());
  ASSERT_EQ(codes(record(with_vijayawada(), standing(Standing::WITHDRAWN))), none());
  EXPECT_EQ(row("vijayawada").getMember().getStanding(), Standing::WITHDRAWN);
  EXPECT_TRUE(row("vijayawada").getIrregular()) << "the exclusion still lacks its decision";
}

TEST_F(MemberChanges, by_an_adopted_decision_cure_the_attempt_without_one) {
  ASSERT_EQ(codes(record(both(), standing(Standing::EXCLUDED))), Codes{"decision.missing"});
  const std::uint64_t flagged_at = club_.size() - 1;
  decide_p1();
  ASSERT_EQ(codes(record(both(), standing(Standing::EXCLUDED, "d-p1"))), none());
  EXPECT_EQ(row("vijayawada").getMember().getStanding(), Standing::EXCLUDED);
  EXPECT_FALSE(row("vijayawada").getIrregular());
  const Row<schema::FindingRow> finding(*club_.reg().get(Table::kFindings, finding_key(flagged_at, 0)));
  EXPECT_EQ(finding.reader().getCuredAt(), club_.size() - 1);
}

TEST_F(MemberChanges, that_end_a_membership_end_what_its_administrator_signs) {
  const Club::Signs administrator = Club::administrator("vijayawada");
  ASSERT_TRUE(club_.judge({Club::secretary(), administrator}, [](schema::Act::Builder act) {
    act.initPersonRegistered().setId("p-9");
    test::set_document(act.getPersonRegistered().initDocument(), "p-9", schema::DocumentRef::Role::PERSONAL, true);
  }));
  ASSERT_EQ(codes(record(with_vijayawada(), standing(Standing::WITHDRAWN))), none());
  EXPECT_TRUE(refused(record({Club::secretary(), administrator},
                             [](schema::Act::Builder act) {
                               act.initPersonRegistered().setId("p-9");
                               test::set_document(act.getPersonRegistered().initDocument(), "p-9",
                                                  schema::DocumentRef::Role::PERSONAL, true);
                             }),
                      Refusal::kWrongCapacity, "left the club"));
}

}  // namespace
}  // namespace jumelage::governance
