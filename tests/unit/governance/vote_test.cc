#include "governance/vote.h"

#include <gtest/gtest.h>

#include <limits>

namespace jumelage::governance {
namespace {

using Base = MajorityRule::Base;
using Direction = MajorityRule::Direction;
using Tie = MajorityRule::Tie;
using Unanimity = MajorityRule::Unanimity;

VoteCount count(std::uint64_t in_favour, std::uint64_t against, std::uint64_t abstain = 0, std::uint64_t blank = 0) {
  VoteCount c;
  c.whole.votes = {in_favour, against, abstain, blank, 0, 0};
  c.whole.present = c.whole.in_exercise = c.whole.votes.all();
  return c;
}

MajorityRule of(Base base, Threshold threshold = {}) {
  MajorityRule rule;
  rule.base = base;
  rule.threshold = threshold;
  return rule;
}

TEST(Vote, is_shown_as_an_arithmetic_sentence) {
  const VoteResult result = decide({}, count(4, 2, 1));
  EXPECT_EQ(result.outcome, Outcome::ADOPTED);
  EXPECT_EQ(result.text, "for 4, against 2, abstain 1; 4 > 6/2 of votes cast: adopted");
}

TEST(Vote, an_abstention_is_no_vote_cast_unless_the_rule_says_so) {
  MajorityRule rule;
  EXPECT_EQ(decide(rule, count(4, 3, 2)).outcome, Outcome::ADOPTED);
  rule.abstentions_are_cast = true;
  EXPECT_EQ(decide(rule, count(4, 3, 2)).text, "for 4, against 3, abstain 2; 4 < 9/2 of votes cast: rejected");
}

TEST(Vote, a_blank_or_spoilt_ballot_is_no_vote_cast_unless_the_rule_says_so) {
  VoteCount c = count(4, 3, 0, 1);
  c.whole.votes.spoilt = 1;
  MajorityRule rule;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::ADOPTED);
  rule.blanks_are_cast = true;
  EXPECT_EQ(decide(rule, c).text, "for 4, against 3, abstain 0, blank 1, spoilt 1; 4 < 9/2 of votes cast: rejected");
}

TEST(Vote, someone_present_who_does_not_vote_weighs_only_where_the_present_are_the_base) {
  VoteCount c = count(4, 3);
  c.whole.votes.not_taking_part = 2;
  c.whole.present = 9;
  EXPECT_EQ(decide(of(Base::CAST), c).outcome, Outcome::ADOPTED);
  EXPECT_EQ(decide(of(Base::PRESENT), c).outcome, Outcome::REJECTED);
}

TEST(Vote, an_empty_seat_weighs_only_where_the_seats_in_exercise_are_the_base) {
  VoteCount c = count(5, 3);
  c.whole.in_exercise = 11;
  EXPECT_EQ(decide(of(Base::PRESENT), c).outcome, Outcome::ADOPTED);
  EXPECT_EQ(decide(of(Base::IN_EXERCISE), c).text, "for 5, against 3, abstain 0; 5 < 11/2 in exercise: rejected");
}

TEST(Vote, with_nobody_voting_nothing_is_adopted) {
  for (const std::uint32_t min_for : {0U, 1U}) {
    MajorityRule rule = of(Base::CAST, {2, 3, false});
    rule.min_for = min_for;
    EXPECT_EQ(decide(rule, count(0, 0)).outcome, Outcome::REJECTED);
    EXPECT_EQ(decide(rule, count(0, 0, 7)).outcome, Outcome::REJECTED);
  }
  EXPECT_EQ(decide({}, count(0, 0, 7)).text,
            "for 0, against 0, abstain 7; 0 = 0/2 of votes cast; at least 1 for needed: rejected");
}

TEST(Vote, fewer_votes_for_than_the_minimum_do_not_adopt) {
  MajorityRule rule;
  rule.min_for = 3;
  EXPECT_EQ(decide(rule, count(2, 0, 5)).text,
            "for 2, against 0, abstain 5; 2 > 2/2 of votes cast; at least 3 for needed: rejected");
  EXPECT_EQ(decide(rule, count(3, 0, 4)).outcome, Outcome::ADOPTED);
}

TEST(Vote, adopted_unless_enough_are_against) {
  MajorityRule rule = of(Base::PRESENT, {1, 2, true});
  rule.direction = Direction::ADOPTED_UNLESS_ENOUGH_AGAINST;
  rule.min_for = 0;
  EXPECT_EQ(decide(rule, count(0, 5, 5)).text,
            "for 0, against 5, abstain 5; against 5 = 10/2 of those present: adopted");
  EXPECT_EQ(decide(rule, count(0, 6, 4)).outcome, Outcome::REJECTED);
  rule.min_for = 1;
  EXPECT_EQ(decide(rule, count(0, 1, 9)).outcome, Outcome::REJECTED) << "the minimum holds in both directions";
}

TEST(Vote, one_objection_ends_a_consensus_and_silence_makes_one) {
  MajorityRule rule = of(Base::CAST, {0, 1, true});
  rule.direction = Direction::ADOPTED_UNLESS_ENOUGH_AGAINST;
  rule.min_for = 0;
  EXPECT_EQ(decide(rule, count(0, 0, 7)).text, "for 0, against 0, abstain 7; nobody against: adopted");
  EXPECT_EQ(decide(rule, count(6, 1)).outcome, Outcome::REJECTED);
}

TEST(Vote, unanimity_with_or_without_abstention) {
  MajorityRule rule;
  rule.unanimity = Unanimity::NOBODY_AGAINST;
  EXPECT_EQ(decide(rule, count(6, 0, 1)).text,
            "for 6, against 0, abstain 1; 6 > 6/2 of votes cast; unanimous: adopted");
  EXPECT_EQ(decide(rule, count(6, 1)).outcome, Outcome::REJECTED);
  EXPECT_EQ(decide(rule, count(0, 0, 7)).outcome, Outcome::REJECTED);
  rule.unanimity = Unanimity::EVERYBODY_FOR;
  EXPECT_EQ(decide(rule, count(6, 0, 1)).outcome, Outcome::REJECTED);
  EXPECT_EQ(decide(rule, count(6, 0, 0, 1)).outcome, Outcome::REJECTED);
  EXPECT_EQ(decide(rule, count(7, 0)).outcome, Outcome::ADOPTED);
}

TEST(Vote, everybody_for_means_every_seat_where_the_seats_are_the_base) {
  MajorityRule rule = of(Base::IN_EXERCISE);
  rule.unanimity = Unanimity::EVERYBODY_FOR;
  VoteCount c = count(8, 0);
  EXPECT_EQ(decide(rule, c).outcome, Outcome::ADOPTED);
  c.whole.in_exercise = 9;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED);
}

TEST(Vote, a_tie_under_each_policy) {
  VoteCount c = count(4, 4, 1);
  c.presider = Choice::FOR;
  MajorityRule rule;
  EXPECT_EQ(decide(rule, c).text, "for 4, against 4, abstain 1; 4 = 8/2 of votes cast; tied: rejected");
  rule.tie = Tie::CASTING_VOTE;
  EXPECT_EQ(decide(rule, c).text,
            "for 4, against 4, abstain 1; 4 = 8/2 of votes cast; tied, casting vote for: adopted");
  EXPECT_TRUE(decide(rule, c).casting_vote);
  c.presider = Choice::AGAINST;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED);
  rule.tie = Tie::LOT;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::TIED);
  c.drawn = Outcome::ADOPTED;
  EXPECT_EQ(decide(rule, c).text, "for 4, against 4, abstain 1; 4 = 8/2 of votes cast; tied, decided by lot: adopted");
  rule.tie = Tie::ELDER;
  c.drawn = Outcome::REJECTED;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED);
  c.drawn = Outcome::INQUORATE;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::TIED) << "a lot gives adopted or rejected, nothing else";
}

TEST(Vote, the_presider_breaks_ties_and_nothing_else) {
  MajorityRule rule = of(Base::CAST, {2, 3, false});
  rule.tie = Tie::CASTING_VOTE;
  VoteCount c = count(4, 4);
  c.presider = Choice::FOR;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED) << "equal sides are far from two thirds";
  rule.threshold = {};
  EXPECT_EQ(decide(rule, count(3, 4)).outcome, Outcome::REJECTED);
  rule.abstentions_are_cast = true;
  c.whole.votes.abstain = 1;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED) << "one vote more would not be more than half of nine";
  rule = {};
  rule.tie = Tie::CASTING_VOTE;
  rule.min_for = 5;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED) << "a casting vote does not replace the minimum";
}

TEST(Vote, zero_to_zero_is_no_tie_that_a_casting_vote_could_break) {
  MajorityRule rule;
  rule.tie = Tie::CASTING_VOTE;
  VoteCount c = count(0, 0, 7);
  c.presider = Choice::FOR;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED);
}

TEST(Vote, a_college_that_was_not_counted_apart_has_not_agreed) {
  MajorityRule rule;
  rule.colleges = {{"cities", Base::CAST, {}}};
  EXPECT_EQ(decide(rule, count(9, 0)).text,
            "for 9, against 0, abstain 0; 9 > 9/2 of votes cast; college cities not counted apart: rejected");
}

TEST(Vote, a_college_where_nobody_voted_has_not_agreed) {
  MajorityRule rule;
  rule.colleges = {{"experts", Base::CAST, {1, 2, false}}};
  VoteCount c = count(9, 0);
  c.colleges = {{"experts", count(0, 0, 2).whole}};
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED) << "zero is at least half of zero, and still nobody";
}

TEST(Vote, every_college_must_agree_as_well_as_the_whole) {
  MajorityRule rule;
  rule.colleges = {{"cities", Base::CAST, {}}, {"partners", Base::CAST, {}}};
  VoteCount c = count(5, 2);
  c.colleges = {{"partners", count(1, 2).whole}, {"cities", count(4, 0).whole}};
  EXPECT_EQ(decide(rule, c).text,
            "for 5, against 2, abstain 0; 5 > 7/2 of votes cast; cities 4 > 4/2 of votes cast; "
            "partners 1 < 3/2 of votes cast: rejected");
  c.colleges[0].group = count(2, 1).whole;
  EXPECT_EQ(decide(rule, c).outcome, Outcome::ADOPTED);
}

TEST(Vote, a_college_may_stop_what_is_adopted_unless_enough_are_against) {
  MajorityRule rule;
  rule.direction = Direction::ADOPTED_UNLESS_ENOUGH_AGAINST;
  rule.min_for = 0;
  rule.colleges = {{"cities", Base::CAST, {}}};
  VoteCount c = count(5, 3);
  c.colleges = {{"cities", count(1, 3).whole}};
  EXPECT_EQ(decide(rule, c).outcome, Outcome::REJECTED);
  c.colleges = {{"cities", count(3, 0).whole}};
  EXPECT_EQ(decide(rule, c).outcome, Outcome::ADOPTED);
}

TEST(Vote, weights_of_any_size_are_exact) {
  constexpr std::uint64_t kHuge = std::numeric_limits<std::uint64_t>::max() / 4;
  VoteCount c = count(kHuge * 2, kHuge);
  EXPECT_EQ(decide(of(Base::CAST, {2, 3, false}), c).outcome, Outcome::ADOPTED);
  c.whole.votes.in_favour -= 1;
  EXPECT_EQ(decide(of(Base::CAST, {2, 3, false}), c).outcome, Outcome::REJECTED);
}

}  // namespace
}  // namespace jumelage::governance
