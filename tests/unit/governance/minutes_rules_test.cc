// Minutes: approved by a vote of the body, once the session is closed.
#include "chamber_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Phase = schema::SessionState::Phase;

class MinutesApproved : public Chamber {
 protected:
  // s1 is closed; s2, its next one, is open with the item "minutes".
  void meet_twice() {
    ASSERT_TRUE(convene("s1", 1, {}));
    ASSERT_TRUE(open("s1", 9));
    ASSERT_TRUE(close("s1", 1));
    ASSERT_TRUE(table("minutes"));
    ASSERT_TRUE(convene("s2", 2, {"minutes"}));
    ASSERT_TRUE(open("s2", 9));
  }
  Outcomes vote_in_s2(const Choices& ballots, Outcome announced, const Spoil& spoil = {}) {
    return vote("minutes", ballots, announced, [&](schema::Act::Builder act) {
      act.getVoteRecorded().setSession("s2");
      if (spoil) spoil(act);
    });
  }
  Outcomes approve(const std::string& session = "s1", const Spoil& spoil = {}, const Signers& signers = both()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initMinutesApproved();
          p.setSession(to_text(session));
          test::set_document(p.initMinutes(), "minutes of " + session, schema::DocumentRef::Role::MINUTES);
          p.setApprovedIn("s2");
          set_ref(p.initVote(), last_vote_.value_or(VoteRef{}));
        },
        spoil);
  }
  Phase phase() { return row("s1").getSession().getPhase(); }
};

TEST_F(MinutesApproved, by_a_vote_of_the_next_session) {
  meet_twice();
  ASSERT_EQ(codes(vote_in_s2(choices(5, 4), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(approve()), none());
  EXPECT_EQ(phase(), Phase::MINUTES_APPROVED);
  EXPECT_TRUE(refused(approve(), Refusal::kImpossible, "once, after the closing"));
}

TEST_F(MinutesApproved, is_signed_by_chair_and_secretary) {
  meet_twice();
  ASSERT_EQ(codes(vote_in_s2(choices(5, 4), Outcome::ADOPTED)), none());
  EXPECT_TRUE(refused(approve("s1", {}, secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(approve("s1", {}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
}

TEST_F(MinutesApproved, only_of_a_session_that_is_closed) {
  meet_twice();
  ASSERT_EQ(codes(vote_in_s2(choices(5, 4), Outcome::ADOPTED)), none());
  EXPECT_TRUE(refused(approve("s2"), Refusal::kImpossible, "is open"));
  ASSERT_TRUE(convene("s3", 3, {}));
  EXPECT_TRUE(refused(approve("s3"), Refusal::kImpossible, "is convened"));
  EXPECT_TRUE(refused(approve("s9"), Refusal::kUnknownSubject, "s9"));
}

TEST_F(MinutesApproved, by_a_vote_that_stands_in_the_session_named) {
  meet_twice();
  EXPECT_TRUE(refused(approve(), Refusal::kUnknownSubject, "no act"));
  ASSERT_EQ(codes(vote_in_s2(choices(5, 4), Outcome::ADOPTED)), none());
  EXPECT_TRUE(refused(approve("s1", [](schema::Act::Builder act) { act.getMinutesApproved().setApprovedIn("s1"); }),
                      Refusal::kImpossible, "no vote that stands"));
  const VoteRef first = *last_vote_;
  ASSERT_EQ(codes(vote_in_s2(choices(6, 3), Outcome::ADOPTED,
                             [&](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), first); })),
            none());
  EXPECT_TRUE(
      refused(approve("s1", [&](schema::Act::Builder act) { set_ref(act.getMinutesApproved().getVote(), first); }),
              Refusal::kImpossible, "no vote that stands"));
  EXPECT_EQ(codes(approve()), none());
}

TEST_F(MinutesApproved, not_in_an_earlier_session_or_by_another_body) {
  meet_twice();
  ASSERT_EQ(codes(vote_in_s2(choices(5, 4), Outcome::ADOPTED)), none());
  ASSERT_EQ(
      codes(decide_on("minutes", Outcome::ADOPTED,
                      [](schema::Act::Builder act) { act.getDecisionRecorded().setDate(test::day("2025-11-19")); })),
      none());
  ASSERT_TRUE(close("s2", 3));
  EXPECT_TRUE(refused(approve("s2", [](schema::Act::Builder act) { act.getMinutesApproved().setApprovedIn("s1"); }),
                      Refusal::kBadValue, "an earlier one"));
  establish("ccc", "simple-majority");
  ASSERT_TRUE(convene_here("c1", 1, {}));
  EXPECT_TRUE(refused(approve("s1", [](schema::Act::Builder act) { act.getMinutesApproved().setApprovedIn("c1"); }),
                      Refusal::kBadValue, "another body's"));
}

TEST_F(MinutesApproved, a_vote_that_rejected_them_approves_nothing_until_another_does) {
  meet_twice();
  ASSERT_EQ(codes(vote_in_s2(choices(4, 5), Outcome::REJECTED)), none());
  ASSERT_EQ(codes(approve()), Codes{"minutes.vote_not_adopted"});
  EXPECT_EQ(phase(), Phase::CLOSED);
  EXPECT_TRUE(row("s1").getIrregular());
  const std::uint64_t at = club_.size() - 1;
  ASSERT_TRUE(vote_in_s2(choices(5, 4), Outcome::ADOPTED, [this](schema::Act::Builder act) {
    set_ref(act.getVoteRecorded().initReplaces(), *last_vote_);
  }));
  ASSERT_EQ(codes(approve()), none());
  EXPECT_EQ(phase(), Phase::MINUTES_APPROVED);
  EXPECT_FALSE(row("s1").getIrregular());
  const auto finding = club_.reg().get(Table::kFindings, finding_key(at, 0));
  EXPECT_EQ(Row<schema::FindingRow>(*finding).reader().getCuredAt(), club_.size() - 1);
}

TEST_F(MinutesApproved, by_an_irregular_vote_is_flagged) {
  meet_twice();
  ASSERT_EQ(codes(vote_in_s2(choices(5, 3), Outcome::ADOPTED)), Codes{"vote.ballots_incomplete"});
  EXPECT_EQ(codes(approve()), Codes{"minutes.vote_irregular"});
  EXPECT_EQ(phase(), Phase::CLOSED);
}

TEST_F(MinutesApproved, what_else_is_irregular_about_the_session_stays_so) {
  ASSERT_TRUE(convene("s1", 1, {}, [this](schema::Act::Builder act) {
    test::set_moment(act.getSessionConvened().getScheduled(), club_.now() + kDay_ms);
  }));
  ASSERT_TRUE(open("s1", 9));
  ASSERT_TRUE(close("s1", 1));
  ASSERT_TRUE(table("minutes"));
  ASSERT_TRUE(convene("s2", 2, {"minutes"}));
  ASSERT_TRUE(open("s2", 9));
  ASSERT_EQ(codes(vote_in_s2(choices(5, 4), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(approve()), none());
  EXPECT_TRUE(row("s1").getIrregular()) << "it was called at short notice";
}

}  // namespace
}  // namespace jumelage::governance
