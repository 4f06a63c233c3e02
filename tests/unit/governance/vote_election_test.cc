#include "governance/vote_election.h"

#include <gtest/gtest.h>

namespace jumelage::governance {
namespace {

using End = ElectionResult::End;
using Tie = ElectionRule::Tie;

ElectionResult run(const ElectionRule& rule, const std::vector<ElectionRound>& rounds) {
  return elect(rule, rounds);
}

TEST(VoteElection, a_majority_of_the_votes_cast_elects_at_once) {
  const ElectionResult result = run({}, {{{2, 5, 1}, 3, 0}, {{8, 0, 0}, 0, 0}});
  EXPECT_EQ(result.end, End::kElected);
  EXPECT_EQ(result.candidate, 1U);
  EXPECT_EQ(result.text, "round 1: 5 > 8/2 of votes cast; candidate 2 elected");
}

TEST(VoteElection, blank_ballots_are_no_votes_cast) {
  EXPECT_EQ(run({}, {{{3, 2}, 9, 1}}).end, End::kElected);
}

TEST(VoteElection, the_most_votes_are_enough_in_the_last_round_only) {
  const ElectionRound plurality{{4, 3, 2}, 0, 0};
  EXPECT_EQ(run({}, {plurality, plurality}).end, End::kOpen);
  const ElectionResult last = run({}, {plurality, plurality, plurality});
  EXPECT_EQ(last.end, End::kElected);
  EXPECT_EQ(last.candidate, 0U);
}

TEST(VoteElection, equal_votes_in_the_last_round_go_to_the_tie_policy) {
  ElectionRule rule;
  rule.rounds = 1;
  EXPECT_EQ(run(rule, {{{3, 3}, 0, 0}}).end, End::kNobody);
  for (const Tie tie : {Tie::ELDER, Tie::LOT, Tie::CASTING_VOTE}) {
    rule.tie = tie;
    const ElectionResult result = run(rule, {{{1, 3, 3}, 0, 0}});
    EXPECT_EQ(result.end, End::kTied);
    EXPECT_EQ(result.tied, (std::vector<std::size_t>{1, 2}));
  }
}

TEST(VoteElection, nobody_is_elected_by_nobody) {
  ElectionRule rule;
  rule.rounds = 1;
  rule.tie = Tie::LOT;
  EXPECT_EQ(run(rule, {{{0, 0}, 9, 0}}).end, End::kNobody);
  EXPECT_EQ(run(rule, {{{}, 9, 0}}).end, End::kNobody);
  EXPECT_EQ(run(rule, {}).end, End::kOpen);
}

TEST(VoteElection, half_for_each_elects_neither_even_where_half_is_enough) {
  ElectionRule rule;
  rule.threshold.strict = false;
  EXPECT_EQ(run(rule, {{{4, 4}, 0, 0}}).end, End::kOpen);
}

}  // namespace
}  // namespace jumelage::governance
