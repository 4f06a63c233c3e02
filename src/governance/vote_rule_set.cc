#include "governance/vote_rule_set.h"

#include <fmt/format.h>

#include "governance/refusal.h"
#include "base/text.h"
#include "governance/row.h"

namespace jumelage::governance {
namespace {

Threshold threshold(schema::Fraction::Reader fraction, bool strict) {
  return {fraction.getNumerator(), fraction.getDenominator(), strict};
}

}  // namespace

QuorumRule quorum_rule(schema::Quorum::Reader quorum) {
  QuorumRule rule;
  rule.base = quorum.getBase();
  rule.threshold = threshold(quorum.getFraction(), quorum.getStrict());
  for (const auto call : quorum.getLaterCalls())
    rule.later_calls.push_back({call.getCall(), threshold(call.getFraction(), call.getStrict())});
  rule.remote_counts = quorum.getRemoteCounts();
  rule.proxies_count = quorum.getProxiesCount();
  rule.alternates_count = quorum.getAlternatesCount();
  rule.recusal = quorum.getRecusal();
  return rule;
}

MajorityRule majority_rule(schema::Majority::Reader majority) {
  MajorityRule rule;
  rule.base = majority.getBase();
  rule.threshold = threshold(majority.getFraction(), majority.getStrict());
  rule.min_for = majority.getMinFor();
  rule.direction = majority.getDirection();
  rule.abstentions_are_cast = majority.getAbstentionsAreCast();
  rule.blanks_are_cast = majority.getBlanksAreCast();
  rule.unanimity = majority.getUnanimity();
  for (const auto college : majority.getColleges())
    rule.colleges.push_back({std::string(view(college.getCollege())), college.getBase(),
                             threshold(college.getFraction(), college.getStrict())});
  rule.tie = majority.getTie();
  rule.max_rounds = majority.getMaxRounds();
  rule.secret = majority.getSecret();
  rule.silence = majority.getSilence();
  return rule;
}

ElectionRule election_rule(schema::ElectionRule::Reader election) {
  ElectionRule rule;
  for (const auto round : election.getRounds())
    rule.rounds.push_back(
        {round.getBase(), threshold(round.getFraction(), round.getStrict()), round.getBlanksAreCast()});
  rule.tie = election.getTie();
  rule.secret = election.getSecret();
  return rule;
}

ProxyLimits proxy_limits(schema::ProxyRule::Reader proxies) {
  return {proxies.getAllowed(), proxies.getPerHolder(), proxies.getSameMemberOnly()};
}

capnp::Text::Reader majority_for(schema::RuleSet::Reader rules, schema::Matter::Reader matter) {
  for (const auto rule : rules.getMatters())
    if (rule.getScheme() == matter.getScheme() && rule.getCode() == matter.getCode()) return rule.getMajority();
  return rules.getDefaultMajority();
}

Result<schema::Majority::Reader> find_majority(schema::RuleSet::Reader rules, capnp::Text::Reader id) {
  for (const auto majority : rules.getMajorities())
    if (majority.getId() == id) return majority;
  return Error(Refusal::kBadValue,
               fmt::format("rule set \"{}\" version {} has no majority \"{}\"", for_terminal(view(rules.getId())),
                           rules.getVersion(), for_terminal(view(id))));
}

Result<schema::ElectionRule::Reader> find_election_rule(schema::RuleSet::Reader rules, capnp::Text::Reader id) {
  for (const auto election : rules.getElections())
    if (election.getId() == id) return election;
  return Error(Refusal::kBadValue,
               fmt::format("rule set \"{}\" version {} has no election \"{}\"", for_terminal(view(rules.getId())),
                           rules.getVersion(), for_terminal(view(id))));
}

}  // namespace jumelage::governance
