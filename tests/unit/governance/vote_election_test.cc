#include "governance/vote_election.h"

#include <gtest/gtest.h>

namespace jumelage::governance {
namespace {

using End = ElectionResult::End;
using Tie = ElectionRule::Tie;

// More than half of the votes cast in each round but the last, where the most votes are enough.
ElectionRule rule_of(std::size_t rounds, Tie tie = Tie::NOBODY) {
  ElectionRule rule;
  rule.rounds.resize(rounds);
  rule.rounds.back().threshold = ElectionRule::kMostVotes;
  rule.tie = tie;
  return rule;
}

ElectionResult run(const ElectionRule& rule, const std::vector<ElectionRound>& rounds) {
  return elect(rule, rounds);
}

TEST(VoteElection, a_majority_of_the_votes_cast_elects_at_once) {
  const ElectionResult result = run(rule_of(3), {{{2, 5, 1}, 3, 0}, {{8, 0, 0}, 0, 0}});
  EXPECT_EQ(result.end, End::kElected);
  EXPECT_EQ(result.candidate, 1U);
  EXPECT_EQ(result.text, "round 1: 5 > 8/2 of votes cast; candidate 2 elected");
}

TEST(VoteElection, blank_ballots_are_no_votes_cast) {
  EXPECT_EQ(run(rule_of(3), {{{3, 2}, 9, 1}}).end, End::kElected);
}

TEST(VoteElection, the_most_votes_are_enough_in_the_last_round_only) {
  const ElectionRound plurality{{4, 3, 2}, 0, 0};
  EXPECT_EQ(run(rule_of(3), {plurality, plurality}).end, End::kOpen);
  const ElectionResult last = run(rule_of(3), {plurality, plurality, plurality});
  EXPECT_EQ(last.end, End::kElected);
  EXPECT_EQ(last.candidate, 0U);
}

TEST(VoteElection, equal_votes_in_the_last_round_go_to_the_tie_policy) {
  EXPECT_EQ(run(rule_of(1), {{{3, 3}, 0, 0}}).end, End::kNobody);
  for (const Tie tie : {Tie::ELDER, Tie::LOT, Tie::CASTING_VOTE}) {
    const ElectionResult result = run(rule_of(1, tie), {{{1, 3, 3}, 0, 0}});
    EXPECT_EQ(result.end, End::kTied);
    EXPECT_EQ(result.tied, (std::vector<std::size_t>{1, 2}));
  }
}

TEST(VoteElection, nobody_is_elected_by_nobody) {
  const ElectionRule rule = rule_of(1, Tie::LOT);
  EXPECT_EQ(run(rule, {{{0, 0}, 9, 0}}).end, End::kNobody);
  EXPECT_EQ(run(rule, {{{}, 9, 0}}).end, End::kNobody);
  EXPECT_EQ(run(rule, {}).end, End::kOpen);
}

TEST(VoteElection, a_last_round_with_a_threshold_elects_nobody_below_it) {
  ElectionRule rule;
  rule.rounds = {{ElectionRule::Base::CAST, {2, 3, false}, false}};
  rule.tie = Tie::ELDER;
  EXPECT_EQ(run(rule, {{{5, 3}, 0, 0}}).end, End::kNobody) << "the most votes, and no two thirds";
  EXPECT_EQ(run(rule, {{{4, 4}, 0, 0}}).end, End::kNobody) << "no tie policy elects whom the round would not";
  EXPECT_EQ(run(rule, {{{6, 2}, 0, 0}}).end, End::kElected);
}

TEST(VoteElection, the_base_of_a_round_may_be_who_is_there_or_all_in_exercise) {
  const ElectionRound round{{4, 3}, 1, 0, 8, 9};
  const auto with = [&](ElectionRule::Base base, bool blanks) {
    ElectionRule rule;
    rule.rounds = {{base, {}, blanks}};
    return run(rule, {round}).text;
  };
  EXPECT_EQ(with(ElectionRule::Base::CAST, false), "round 1: 4 > 7/2 of votes cast; candidate 1 elected");
  EXPECT_EQ(with(ElectionRule::Base::CAST, true), "round 1: 4 = 8/2 of votes cast; nobody elected");
  EXPECT_EQ(with(ElectionRule::Base::PRESENT, false), "round 1: 4 = 8/2 of those present; nobody elected");
  EXPECT_EQ(with(ElectionRule::Base::IN_EXERCISE, false), "round 1: 4 < 9/2 in exercise; nobody elected");
}

TEST(VoteElection, rounds_beyond_those_of_the_rule_are_not_looked_at) {
  const ElectionResult result = run(rule_of(2), {{{4, 4}, 0, 0}, {{4, 4}, 0, 0}, {{9, 0}, 0, 0}});
  EXPECT_EQ(result.end, End::kNobody);
  EXPECT_EQ(result.rounds, 2U);
}

TEST(VoteElection, half_for_each_elects_neither_even_where_half_is_enough) {
  ElectionRule rule = rule_of(3);
  rule.rounds[0].threshold.strict = false;
  EXPECT_EQ(run(rule, {{{4, 4}, 0, 0}}).end, End::kOpen);
}

}  // namespace
}  // namespace jumelage::governance
