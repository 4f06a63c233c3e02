#include "governance/quorum.h"

#include <gtest/gtest.h>

namespace jumelage::governance {
namespace {

using Recusal = QuorumRule::Recusal;

QuorumRule more_than_half() {
  return {};
}

QuorumCounts in_person(std::uint32_t present, std::uint32_t base) {
  QuorumCounts counts;
  counts.base = base;
  counts.here.in_person = present;
  return counts;
}

TEST(Quorum, is_shown_as_an_arithmetic_sentence) {
  const QuorumResult met = test_quorum(more_than_half(), in_person(7, 9), 1);
  EXPECT_TRUE(met.met);
  EXPECT_EQ(met.text, "quorum 7/9 ≥ 5 (in exercise, call 1)");
  const QuorumResult missed = test_quorum(more_than_half(), in_person(4, 9), 1);
  EXPECT_FALSE(missed.met);
  EXPECT_EQ(missed.text, "quorum 4/9 < 5 (in exercise, call 1)");
}

TEST(Quorum, half_the_seats_is_not_more_than_half) {
  EXPECT_FALSE(test_quorum(more_than_half(), in_person(4, 8), 1).met);
  QuorumRule at_least_half;
  at_least_half.threshold.strict = false;
  EXPECT_TRUE(test_quorum(at_least_half, in_person(4, 8), 1).met);
}

TEST(Quorum, nobody_is_never_a_quorum) {
  QuorumRule any_number;
  any_number.threshold = {0, 1, false};
  EXPECT_FALSE(test_quorum(any_number, in_person(0, 9), 1).met);
  EXPECT_TRUE(test_quorum(any_number, in_person(1, 9), 1).met);
  EXPECT_FALSE(test_quorum(any_number, in_person(0, 0), 1).met);
}

TEST(Quorum, remote_proxy_and_alternate_count_only_where_the_rule_says_so) {
  QuorumCounts counts;
  counts.base = 9;
  counts.here = {2, 1, 1, 1};
  QuorumRule rule;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 2/9 < 5 (in exercise, call 1)");
  rule.remote_counts = true;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 3/9 < 5 (in exercise, call 1)");
  rule.alternates_count = true;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 4/9 < 5 (in exercise, call 1)");
  rule.proxies_count = true;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 5/9 ≥ 5 (in exercise, call 1)");
}

TEST(Quorum, the_last_call_not_above_the_session_s_holds) {
  QuorumRule rule;
  rule.later_calls = {{2, {1, 3, false}}, {4, {0, 1, false}}};
  EXPECT_EQ(test_quorum(rule, in_person(3, 9), 1).text, "quorum 3/9 < 5 (in exercise, call 1)");
  EXPECT_EQ(test_quorum(rule, in_person(3, 9), 2).text, "quorum 3/9 ≥ 3 (in exercise, call 2)");
  EXPECT_EQ(test_quorum(rule, in_person(2, 9), 3).text, "quorum 2/9 < 3 (in exercise, call 3)");
  EXPECT_EQ(test_quorum(rule, in_person(2, 9), 5).text, "quorum 2/9 ≥ 1 (in exercise, call 5)");
}

TEST(Quorum, a_recused_member_counts_or_leaves_the_present_or_both) {
  QuorumCounts counts = in_person(6, 9);
  counts.recused.in_person = 2;
  counts.recused_base = 2;
  QuorumRule rule;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 6/9 ≥ 5 (in exercise, call 1, 2 recused)");
  rule.recusal = Recusal::OUT_OF_PRESENT;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 4/9 < 5 (in exercise, call 1, 2 recused)");
  rule.recusal = Recusal::OUT_OF_BOTH;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 4/7 ≥ 4 (in exercise, call 1, 2 recused)");
}

TEST(Quorum, one_who_is_recused_and_remote_is_not_taken_out_twice) {
  QuorumCounts counts = in_person(5, 9);
  counts.here.remote = 1;
  counts.recused.remote = 1;
  counts.recused_base = 1;
  QuorumRule rule;
  rule.recusal = Recusal::OUT_OF_PRESENT;
  EXPECT_TRUE(test_quorum(rule, counts, 1).met) << "the remote one never counted, so nothing is taken away";
}

TEST(Quorum, more_recused_than_there_are_leaves_nobody_rather_than_very_many) {
  QuorumCounts counts = in_person(1, 2);
  counts.recused.in_person = 5;
  counts.recused_base = 5;
  QuorumRule rule;
  rule.recusal = Recusal::OUT_OF_BOTH;
  EXPECT_EQ(test_quorum(rule, counts, 1).text, "quorum 0/0 < 1 (in exercise, call 1, 5 recused)");
}

}  // namespace
}  // namespace jumelage::governance
