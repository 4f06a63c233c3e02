// The ten worked cases that the rules are understood by, from seats and ballots to the sentence.
#include <gtest/gtest.h>

#include "governance/quorum.h"
#include "governance/vote.h"
#include "governance/vote_election.h"
#include "governance/vote_tally.h"

namespace jumelage::governance {
namespace {

using Base = MajorityRule::Base;

// `present` of `all` seats are there, in the order of their mandates, from 1.
std::vector<Seat> seats(std::uint32_t present, std::uint32_t all) {
  std::vector<Seat> out;
  for (std::uint32_t i = 1; i <= all; ++i) {
    Seat seat;
    seat.mandate = i;
    seat.presence = i <= present ? Presence::PRESENT : Presence::ABSENT;
    out.push_back(seat);
  }
  return out;
}

// Ballots of the mandates from `first` on.
std::vector<CastBallot> ballots(std::uint32_t in_favour, std::uint32_t against, std::uint32_t abstain = 0,
                                std::uint32_t first = 1) {
  std::vector<CastBallot> out;
  for (std::uint32_t i = 0; i < in_favour + against + abstain; ++i) {
    const Choice choice = i < in_favour ? Choice::FOR : i < in_favour + against ? Choice::AGAINST : Choice::ABSTAIN;
    out.push_back({first + i, choice, 0});
  }
  return out;
}

QuorumResult quorum(const QuorumRule& rule, std::span<const Seat> all, std::uint8_t call = 1) {
  return test_quorum(rule, count_heads(all, rule.base, static_cast<std::uint32_t>(all.size())), call);
}

VoteResult vote(const MajorityRule& rule, std::span<const Seat> all, std::span<const CastBallot> cast,
                const ProxyLimits& proxies = {}) {
  const Tallied t = tally(all, proxies, cast);
  EXPECT_TRUE(t.faults.empty());
  VoteCount count;
  count.whole = t.whole;
  count.colleges = t.colleges;
  return decide(rule, count);
}

TEST(WorkedCase1, a_tie_of_eight_is_decided_by_the_chair_in_public) {
  MajorityRule rule;
  rule.tie = MajorityRule::Tie::CASTING_VOTE;
  VoteCount count;
  count.whole = tally(seats(8, 9), {}, ballots(4, 4)).whole;
  count.presider = Choice::FOR;
  EXPECT_EQ(decide(rule, count).outcome, Outcome::ADOPTED);
  count.secret = true;
  EXPECT_EQ(decide(rule, count).outcome, Outcome::REJECTED) << "a secret ballot has no casting vote";
}

TEST(WorkedCase1, a_chair_who_abstains_has_no_casting_vote) {
  MajorityRule rule;
  rule.tie = MajorityRule::Tie::CASTING_VOTE;
  VoteCount count;
  count.whole = tally(seats(9, 9), {}, ballots(4, 4, 1)).whole;
  count.presider = Choice::ABSTAIN;
  EXPECT_EQ(decide(rule, count).outcome, Outcome::REJECTED);
}

TEST(WorkedCase2, two_recused_of_six_leave_no_quorum_when_taken_out_of_the_present) {
  auto all = seats(6, 9);
  all[4].recused = all[5].recused = true;
  QuorumRule rule;
  rule.recusal = QuorumRule::Recusal::OUT_OF_PRESENT;
  EXPECT_EQ(quorum(rule, all).text, "quorum 4/9 < 5 (in exercise, call 1, 2 recused)");
}

TEST(WorkedCase2, two_recused_of_six_keep_the_quorum_when_taken_out_of_both) {
  auto all = seats(6, 9);
  all[4].recused = all[5].recused = true;
  QuorumRule rule;
  rule.recusal = QuorumRule::Recusal::OUT_OF_BOTH;
  EXPECT_EQ(quorum(rule, all).text, "quorum 4/7 ≥ 4 (in exercise, call 1, 2 recused)");
  EXPECT_EQ(vote({}, all, ballots(3, 1)).text, "for 3, against 1, abstain 0; 3 > 4/2 of votes cast: adopted");
}

class WorkedCase3 : public testing::Test {
 protected:
  WorkedCase3() {
    all_[6].presence = Presence::REPRESENTED;  // B, whose proxy A holds
    all_[6].by = 1;                            // A
    cast_ = ballots(4, 2);
    cast_.push_back({7, Choice::FOR, 1});
  }
  std::vector<Seat> all_ = seats(6, 11);
  std::vector<CastBallot> cast_;
  ProxyLimits one_each_{true, 1, false};
};

TEST_F(WorkedCase3, six_of_eleven_with_one_proxy_have_seven_votes_and_six_present) {
  EXPECT_EQ(quorum({}, all_).text, "quorum 6/11 ≥ 6 (in exercise, call 1)");
  const Tallied t = tally(all_, one_each_, cast_);
  EXPECT_TRUE(t.faults.empty());
  EXPECT_EQ(t.whole.votes.all(), 7U);
}

TEST_F(WorkedCase3, when_the_holder_leaves_the_quorum_is_lost) {
  all_[0].presence = Presence::ABSENT;
  EXPECT_EQ(quorum({}, all_).text, "quorum 5/11 < 6 (in exercise, call 1)");
}

TEST_F(WorkedCase3, under_a_quorum_at_opening_only_the_five_who_stay_decide_and_the_proxy_is_void) {
  all_[0].presence = Presence::ABSENT;
  const Tallied t = tally(all_, one_each_, cast_);
  ASSERT_EQ(t.faults.size(), 2U);
  EXPECT_EQ(t.faults[0].fault, BallotFault::kAbsent);
  EXPECT_EQ(t.faults[1].fault, BallotFault::kHolderAway);
  EXPECT_EQ(vote({}, all_, ballots(3, 2, 0, 2), one_each_).text,
            "for 3, against 2, abstain 0; 3 > 5/2 of votes cast: adopted");
}

TEST_F(WorkedCase3, when_the_principal_arrives_the_proxy_lapses) {
  all_[6].presence = Presence::PRESENT;
  EXPECT_EQ(quorum({}, all_).text, "quorum 7/11 ≥ 6 (in exercise, call 1)");
  const Tallied t = tally(all_, one_each_, cast_);
  ASSERT_EQ(t.faults.size(), 1U);
  EXPECT_EQ(t.faults[0].fault, BallotFault::kPrincipalPresent);
  EXPECT_EQ(t.whole.votes.all(), 6U);
}

TEST_F(WorkedCase3, when_the_holder_is_recused_neither_votes) {
  all_[0].recused = true;
  const Tallied t = tally(all_, one_each_, cast_);
  ASSERT_EQ(t.faults.size(), 2U);
  EXPECT_EQ(t.faults[0].fault, BallotFault::kRecused);
  EXPECT_EQ(t.faults[1].fault, BallotFault::kRecused);
  EXPECT_EQ(t.whole.votes.all(), 5U);
}

TEST(WorkedCase4, thirteen_of_thirty_one_are_enough_at_the_third_call_only) {
  QuorumRule rule;
  rule.later_calls = {{3, {0, 1, false}}};
  const auto all = seats(13, 31);
  EXPECT_EQ(quorum(rule, all, 1).text, "quorum 13/31 < 16 (in exercise, call 1)");
  EXPECT_FALSE(quorum(rule, all, 2).met);
  EXPECT_TRUE(quorum(rule, all, 3).met);
}

TEST(WorkedCase5, six_to_two_with_two_abstentions_is_two_thirds_of_those_voting_not_of_those_present) {
  const auto all = seats(10, 10);
  MajorityRule rule;
  rule.threshold = {2, 3, false};
  rule.base = Base::PRESENT;
  EXPECT_EQ(vote(rule, all, ballots(6, 2, 2)).text,
            "for 6, against 2, abstain 2; 6 < 2·10/3 of those present: rejected");
  rule.base = Base::CAST;
  EXPECT_EQ(vote(rule, all, ballots(6, 2, 2)).text, "for 6, against 2, abstain 2; 6 > 2·8/3 of votes cast: adopted");
}

TEST(WorkedCase6, where_all_abstain_nothing_is_adopted_unless_only_objections_count) {
  const auto all = seats(7, 7);
  MajorityRule rule;
  rule.threshold = {2, 3, false};
  EXPECT_EQ(vote(rule, all, ballots(0, 0, 7)).outcome, Outcome::REJECTED);
  rule.direction = MajorityRule::Direction::ADOPTED_UNLESS_ENOUGH_AGAINST;
  rule.min_for = 0;
  EXPECT_EQ(vote(rule, all, ballots(0, 0, 7)).outcome, Outcome::ADOPTED);
}

TEST(WorkedCase7, a_double_majority_fails_or_holds_by_the_base_of_the_college) {
  auto all = seats(11, 11);
  for (std::size_t i = 0; i < 11; ++i) all[i].college = i < 7 ? "cities" : i < 9 ? "partners" : "experts";
  all[6].presence = Presence::ABSENT;
  auto cast = ballots(3, 2, 1);  // six cities
  for (const CastBallot& b : ballots(4, 0, 0, 8)) cast.push_back(b);
  MajorityRule rule;
  rule.colleges = {{"cities", Base::IN_EXERCISE, {}}};
  EXPECT_EQ(vote(rule, all, cast).text,
            "for 7, against 2, abstain 1; 7 > 9/2 of votes cast; cities 3 < 7/2 in exercise: rejected");
  rule.colleges[0].base = Base::CAST;
  EXPECT_EQ(vote(rule, all, cast).text,
            "for 7, against 2, abstain 1; 7 > 9/2 of votes cast; cities 3 > 5/2 of votes cast: adopted");
}

TEST(WorkedCase8, a_titular_and_the_alternate_both_there_have_one_vote_and_one_presence) {
  auto all = seats(5, 5);
  const std::uint32_t alternate = 101;
  auto cast = ballots(5, 0);
  cast.push_back({alternate, Choice::FOR, 0});
  cast.push_back({1, Choice::FOR, alternate});
  const Tallied t = tally(all, {}, cast);
  EXPECT_EQ(t.whole.votes.in_favour, 5U);
  ASSERT_EQ(t.faults.size(), 2U);
  EXPECT_EQ(t.faults[0].fault, BallotFault::kNoSeat);
  EXPECT_EQ(t.faults[1].fault, BallotFault::kTwice);
  EXPECT_EQ(quorum({}, all).text, "quorum 5/5 ≥ 3 (in exercise, call 1)");
}

TEST(WorkedCase9, one_who_enters_after_a_vote_opened_votes_from_the_next_item) {
  const auto when_opened = seats(5, 9);
  const Tallied first = tally(when_opened, {}, ballots(3, 3));
  ASSERT_EQ(first.faults.size(), 1U);
  EXPECT_EQ(first.faults[0].ballot, 5U);
  EXPECT_EQ(first.faults[0].fault, BallotFault::kAbsent);
  EXPECT_EQ(first.whole.votes.against, 2U);
  const Tallied next = tally(seats(6, 9), {}, ballots(3, 3));
  EXPECT_TRUE(next.faults.empty());
}

TEST(WorkedCase10, an_election_tied_in_its_last_round_goes_to_the_tie_policy) {
  ElectionRule rule;
  rule.rounds = {{}, {}, {Base::CAST, ElectionRule::kMostVotes, false}};
  rule.tie = ElectionRule::Tie::ELDER;
  const std::vector<ElectionRound> rounds = {{{4, 3, 1}, 1, 0}, {{4, 4}, 1, 0}, {{4, 4}, 1, 0}};
  EXPECT_EQ(elect(rule, std::span(rounds).first(1)).end, ElectionResult::End::kOpen);
  EXPECT_EQ(elect(rule, std::span(rounds).first(2)).end, ElectionResult::End::kOpen);
  const ElectionResult result = elect(rule, rounds);
  EXPECT_EQ(result.end, ElectionResult::End::kTied);
  EXPECT_EQ(result.tied, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(result.text,
            "round 1: 4 = 8/2 of votes cast; round 2: 4 = 8/2 of votes cast; round 3: 4, the most votes are "
            "enough; tied: the elder is elected");
}

}  // namespace
}  // namespace jumelage::governance
