#include "governance/models.h"

#include <gtest/gtest.h>

#include <capnp/message.h>

#include <set>

#include "governance/row.h"
#include "governance/rule_set_check.h"
#include "governance/vote_rule_set.h"

namespace jumelage::governance {
namespace {

class ModelRules {
 public:
  explicit ModelRules(std::string_view name) : rules_(message_.initRoot<schema::RuleSet>()) {
    EXPECT_TRUE(fill_model(name, rules_)) << name;
  }
  schema::RuleSet::Reader get() { return rules_.asReader(); }
  MajorityRule majority() { return majority_rule(find_majority(get(), get().getDefaultMajority()).value()); }
  QuorumRule quorum() { return quorum_rule(get().getQuorum()); }

 private:
  capnp::MallocMessageBuilder message_;
  schema::RuleSet::Builder rules_;
};

VoteCount count(std::uint64_t in_favour, std::uint64_t against, std::uint64_t abstain, std::uint64_t in_exercise) {
  VoteCount c;
  c.whole.votes = {in_favour, against, abstain, 0, 0, 0};
  c.whole.present = c.whole.votes.all();
  c.whole.in_exercise = in_exercise;
  return c;
}

Outcome outcome(const char* model, const VoteCount& c) {
  return decide(ModelRules(model).majority(), c).outcome;
}

TEST(Models, each_could_be_enacted_as_it_is) {
  std::set<std::string_view> names;
  for (const Model& model : models()) {
    EXPECT_TRUE(names.insert(model.name).second) << model.name;
    EXPECT_FALSE(model.description.empty());
    ModelRules rules(model.name);
    const auto checked = check_rule_set(rules.get());
    EXPECT_TRUE(checked) << model.name << ": " << (checked ? "" : checked.error().message());
    EXPECT_EQ(view(rules.get().getModel()), model.name);
    EXPECT_EQ(rules.get().getVersion(), 1U);
  }
  EXPECT_GE(names.size(), 10U);
}

TEST(RuleSets, an_election_needs_a_round_and_fractions_that_can_be) {
  const auto with_election = [](capnp::uint rounds, std::uint32_t numerator) {
    capnp::MallocMessageBuilder message;
    auto rules = message.initRoot<schema::RuleSet>();
    EXPECT_TRUE(fill_model(models().front().name, rules));
    auto election = rules.initElections(1)[0];
    election.setId("chair");
    for (auto round : election.initRounds(rounds)) {
      round.initFraction().setNumerator(numerator);
      round.getFraction().setDenominator(2);
      round.setStrict(true);
    }
    return check_rule_set(rules.asReader()).has_value();
  };
  EXPECT_TRUE(with_election(3, 1));
  EXPECT_FALSE(with_election(0, 1));
  EXPECT_FALSE(with_election(1, 2));
  EXPECT_FALSE(with_election(1, 3));
}

TEST(Models, one_that_does_not_exist_leaves_nothing_behind) {
  capnp::MallocMessageBuilder message;
  auto rules = message.initRoot<schema::RuleSet>();
  EXPECT_FALSE(fill_model("king", rules));
  EXPECT_FALSE(rules.hasId());
}

TEST(Models, six_to_two_with_two_abstentions_among_thirteen_seats) {
  const VoteCount c = count(6, 2, 2, 13);
  EXPECT_EQ(outcome("simple-majority", c), Outcome::ADOPTED);
  EXPECT_EQ(outcome("absolute-majority", c), Outcome::REJECTED);
  EXPECT_EQ(outcome("two-thirds-present", c), Outcome::REJECTED);
  EXPECT_EQ(outcome("two-thirds-cast", c), Outcome::ADOPTED);
  EXPECT_EQ(outcome("unanimity", c), Outcome::REJECTED);
  EXPECT_EQ(outcome("consensus", c), Outcome::REJECTED);
}

TEST(Models, nobody_against) {
  EXPECT_EQ(outcome("unanimity", count(9, 0, 0, 9)), Outcome::ADOPTED);
  EXPECT_EQ(outcome("unanimity", count(8, 0, 1, 9)), Outcome::REJECTED);
  EXPECT_EQ(outcome("consensus", count(0, 0, 9, 9)), Outcome::ADOPTED);
  EXPECT_EQ(outcome("simple-majority", count(0, 0, 9, 9)), Outcome::REJECTED);
}

TEST(Models, the_french_council_s_second_call_and_the_moroccan_one_s_third_are_valid_with_any_number) {
  QuorumCounts counts;
  counts.base = 31;
  counts.here.in_person = 13;
  const auto met = [&](const char* model, std::uint8_t call) {
    return test_quorum(ModelRules(model).quorum(), counts, call).met;
  };
  EXPECT_FALSE(met("french-municipal", 1));
  EXPECT_TRUE(met("french-municipal", 2));
  EXPECT_FALSE(met("moroccan-communal", 2));
  EXPECT_TRUE(met("moroccan-communal", 3));
}

TEST(Models, the_french_council_counts_who_is_there_in_person_at_each_item) {
  ModelRules rules("french-municipal");
  QuorumCounts counts;
  counts.base = 9;
  counts.here = {4, 2, 2, 2};
  EXPECT_FALSE(test_quorum(rules.quorum(), counts, 1).met);
  EXPECT_EQ(rules.get().getQuorum().getTestedAt(), schema::Quorum::TestedAt::EACH_ITEM);
  EXPECT_EQ(proxy_limits(rules.get().getProxies()).per_holder, 1);
}

TEST(Models, ties_of_the_municipal_models_go_to_the_presider_unless_secret) {
  for (const char* model : {"french-municipal", "moroccan-communal"}) {
    VoteCount c = count(4, 4, 1, 9);
    c.presider = Choice::FOR;
    EXPECT_EQ(outcome(model, c), Outcome::ADOPTED) << model;
    c.secret = true;
    EXPECT_EQ(outcome(model, c), Outcome::REJECTED) << model;
  }
}

TEST(Models, the_double_majority_asks_the_cities_too) {
  VoteCount c = count(7, 2, 1, 11);
  c.colleges = {{"cities", count(3, 2, 1, 7).whole}};
  EXPECT_EQ(outcome("double-majority", c), Outcome::REJECTED);
  c.colleges = {{"cities", count(4, 2, 0, 7).whole}};
  EXPECT_EQ(outcome("double-majority", c), Outcome::ADOPTED);
}

}  // namespace
}  // namespace jumelage::governance
