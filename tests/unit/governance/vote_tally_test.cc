#include "governance/vote_tally.h"

#include <gtest/gtest.h>

namespace jumelage::governance {
namespace {

Seat seat(std::uint32_t mandate, Presence presence = Presence::PRESENT, std::uint32_t by = 0) {
  Seat s;
  s.mandate = mandate;
  s.presence = presence;
  s.by = by;
  return s;
}

std::vector<BallotFault> faults_of(const Tallied& t) {
  std::vector<BallotFault> out;
  for (const FaultyBallot& f : t.faults) out.push_back(f.fault);
  return out;
}

TEST(VoteTally, counts_weights_by_college_and_in_whole) {
  std::vector<Seat> seats = {seat(1), seat(2), seat(3, Presence::ABSENT)};
  seats[0].weight = 3;
  seats[0].college = seats[2].college = "cities";
  seats[1].college = "partners";
  const Tallied t = tally(seats, {}, std::vector<CastBallot>{{1, Choice::FOR, 0}, {2, Choice::AGAINST, 0}});
  EXPECT_EQ(t.whole.votes.in_favour, 3U);
  EXPECT_EQ(t.whole.votes.against, 1U);
  EXPECT_EQ(t.whole.present, 4U);
  EXPECT_EQ(t.whole.in_exercise, 5U);
  ASSERT_EQ(t.colleges.size(), 2U);
  EXPECT_EQ(t.colleges[0].name, "cities");
  EXPECT_EQ(t.colleges[0].group.in_exercise, 4U);
  EXPECT_EQ(t.colleges[0].group.votes.in_favour, 3U);
  EXPECT_EQ(t.colleges[1].group.votes.against, 1U);
}

TEST(VoteTally, a_mandate_votes_once) {
  const std::vector<Seat> seats = {seat(1)};
  const Tallied t = tally(seats, {}, std::vector<CastBallot>{{1, Choice::FOR, 0}, {1, Choice::FOR, 0}});
  EXPECT_EQ(faults_of(t), (std::vector{BallotFault::kTwice}));
  EXPECT_EQ(t.whole.votes.in_favour, 1U);
}

TEST(VoteTally, nobody_votes_who_is_absent_recused_without_right_or_a_stranger) {
  std::vector<Seat> seats = {seat(1, Presence::ABSENT), seat(2, Presence::EXCUSED), seat(3), seat(4), seat(5)};
  seats[2].recused = true;
  seats[3].entitled = false;
  const Tallied t = tally(seats, {},
                          std::vector<CastBallot>{{1, Choice::FOR, 0},
                                                  {2, Choice::FOR, 0},
                                                  {3, Choice::FOR, 0},
                                                  {4, Choice::FOR, 0},
                                                  {99, Choice::FOR, 0},
                                                  {5, Choice::AGAINST, 0}});
  EXPECT_EQ(faults_of(t), (std::vector{BallotFault::kAbsent, BallotFault::kAbsent, BallotFault::kRecused,
                                       BallotFault::kNotEntitled, BallotFault::kNoSeat}));
  EXPECT_EQ(t.whole.votes, (Votes{0, 1, 0, 0, 0, 0}));
  EXPECT_EQ(t.whole.present, 1U);
}

TEST(VoteTally, an_alternate_in_the_seat_votes_under_either_name_once) {
  const std::vector<Seat> seats = {seat(1, Presence::REPLACED, 11)};
  EXPECT_EQ(tally(seats, {}, std::vector<CastBallot>{{11, Choice::FOR, 0}}).whole.votes.in_favour, 1U);
  EXPECT_EQ(tally(seats, {}, std::vector<CastBallot>{{1, Choice::FOR, 11}}).whole.votes.in_favour, 1U);
  const Tallied both = tally(seats, {}, std::vector<CastBallot>{{1, Choice::FOR, 11}, {11, Choice::FOR, 0}});
  EXPECT_EQ(faults_of(both), (std::vector{BallotFault::kTwice}));
  EXPECT_EQ(both.whole.votes.in_favour, 1U);
}

TEST(VoteTally, only_the_hand_that_acts_for_a_seat_votes_for_it) {
  const std::vector<Seat> seats = {seat(1, Presence::REPLACED, 11), seat(2, Presence::REPRESENTED, 3), seat(3)};
  const ProxyLimits proxies{true, 1, false};
  const Tallied t = tally(seats, proxies, std::vector<CastBallot>{{1, Choice::FOR, 3}, {2, Choice::FOR, 0}});
  EXPECT_EQ(faults_of(t), (std::vector{BallotFault::kWrongHand, BallotFault::kWrongHand}));
  EXPECT_EQ(t.silent, (std::vector<std::uint32_t>{1, 2, 3})) << "a ballot that does not count speaks for nobody";
}

TEST(VoteTally, one_holder_has_no_more_proxies_than_the_rules_allow) {
  const std::vector<Seat> seats = {seat(1), seat(2, Presence::REPRESENTED, 1), seat(3, Presence::REPRESENTED, 1)};
  const std::vector<CastBallot> cast = {{1, Choice::FOR, 0}, {2, Choice::FOR, 1}, {3, Choice::FOR, 1}};
  EXPECT_EQ(tally(seats, {true, 2, false}, cast).whole.votes.in_favour, 3U);
  const Tallied capped = tally(seats, {true, 1, false}, cast);
  EXPECT_EQ(faults_of(capped), (std::vector{BallotFault::kTooManyProxies}));
  EXPECT_EQ(capped.whole.present, 2U);
  const Tallied none = tally(seats, {}, cast);
  EXPECT_EQ(faults_of(none), (std::vector{BallotFault::kProxiesNotAllowed, BallotFault::kProxiesNotAllowed}));
}

TEST(VoteTally, a_proxy_is_given_within_the_member_where_the_rules_want_it) {
  std::vector<Seat> seats = {seat(1), seat(2, Presence::REPRESENTED, 1)};
  seats[0].member = 7;
  seats[1].member = 8;
  const std::vector<CastBallot> cast = {{2, Choice::FOR, 1}};
  EXPECT_EQ(faults_of(tally(seats, {true, 1, true}, cast)), (std::vector{BallotFault::kOtherMember}));
  seats[1].member = 7;
  EXPECT_TRUE(tally(seats, {true, 1, true}, cast).faults.empty());
}

TEST(VoteTally, an_alternate_in_its_seat_may_hold_a_proxy) {
  const std::vector<Seat> seats = {seat(1, Presence::REPLACED, 11), seat(2, Presence::REPRESENTED, 11)};
  const Tallied t = tally(seats, {true, 1, false}, std::vector<CastBallot>{{1, Choice::FOR, 11}, {2, Choice::FOR, 11}});
  EXPECT_EQ(t.whole.votes.in_favour, 2U);
  EXPECT_TRUE(t.faults.empty());
}

TEST(VoteTally, a_proxy_s_holder_cannot_be_represented_in_turn) {
  const std::vector<Seat> seats = {seat(1), seat(2, Presence::REPRESENTED, 1), seat(3, Presence::REPRESENTED, 2)};
  const Tallied t = tally(seats, {true, 5, false}, std::vector<CastBallot>{{3, Choice::FOR, 2}});
  EXPECT_EQ(faults_of(t), (std::vector{BallotFault::kHolderAway}));
}

TEST(VoteTally, tells_absence_from_not_voting_and_from_silence) {
  const std::vector<Seat> seats = {seat(1), seat(2), seat(3), seat(4, Presence::ABSENT)};
  const Tallied t =
      tally(seats, {},
            std::vector<CastBallot>{{1, Choice::NOT_TAKING_PART, 0}, {2, Choice::ABSENT, 0}, {4, Choice::ABSENT, 0}});
  EXPECT_EQ(faults_of(t), (std::vector{BallotFault::kPresent}));
  EXPECT_EQ(t.whole.votes.not_taking_part, 1U);
  EXPECT_EQ(t.whole.present, 3U);
  EXPECT_EQ(t.silent, (std::vector<std::uint32_t>{3}));
}

TEST(VoteTally, a_ballot_may_declare_the_recusal_itself) {
  std::vector<Seat> seats = {seat(1), seat(2)};
  const std::vector<CastBallot> cast = {{1, Choice::RECUSED, 0}, {2, Choice::FOR, 0}};
  apply_recusals(seats, cast);
  const Tallied t = tally(seats, {}, cast);
  EXPECT_TRUE(t.faults.empty());
  EXPECT_EQ(t.whole.present, 1U);
  EXPECT_EQ(count_heads(seats, QuorumRule::Base::IN_EXERCISE, 2).recused.in_person, 1U);
}

TEST(VoteTally, heads_are_counted_by_the_base_of_the_rule) {
  std::vector<Seat> seats = {seat(1), seat(2, Presence::REMOTE), seat(3, Presence::ABSENT)};
  seats[1].entitled = false;
  seats[1].weight = 40;
  const QuorumCounts exercise = count_heads(seats, QuorumRule::Base::IN_EXERCISE, 5);
  EXPECT_EQ(exercise.base, 3U);
  EXPECT_EQ(exercise.here.in_person, 1U);
  EXPECT_EQ(exercise.here.remote, 1U) << "heads, not weights";
  const QuorumCounts entitled = count_heads(seats, QuorumRule::Base::ENTITLED, 5);
  EXPECT_EQ(entitled.base, 2U);
  EXPECT_EQ(entitled.here.remote, 0U);
  EXPECT_EQ(count_heads(seats, QuorumRule::Base::SEATS, 5).base, 5U);
}

TEST(VoteTally, a_represented_head_is_there_only_while_its_holder_is) {
  std::vector<Seat> seats = {seat(1), seat(2, Presence::REPRESENTED, 1)};
  EXPECT_EQ(count_heads(seats, QuorumRule::Base::IN_EXERCISE, 2).here.represented, 1U);
  seats[0].presence = Presence::ABSENT;
  EXPECT_EQ(count_heads(seats, QuorumRule::Base::IN_EXERCISE, 2).here.represented, 0U);
}

TEST(VoteTally, an_empty_body_has_no_votes) {
  const Tallied t = tally({}, {}, std::vector<CastBallot>{{1, Choice::FOR, 0}});
  EXPECT_EQ(faults_of(t), (std::vector{BallotFault::kNoSeat}));
  EXPECT_EQ(t.whole.votes, Votes{});
}

}  // namespace
}  // namespace jumelage::governance
