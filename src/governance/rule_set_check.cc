#include "governance/rule_set_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "governance/refusal.h"
#include "governance/row.h"

namespace jumelage::governance {
namespace {

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> check_fraction(schema::Fraction::Reader fraction, bool strict, std::string_view where) {
  const auto numerator = fraction.getNumerator();
  const auto denominator = fraction.getDenominator();
  if (denominator == 0) return bad(fmt::format("{}: a fraction's denominator cannot be 0", where));
  if (numerator > denominator)
    return bad(fmt::format("{}: {}/{} is more than the whole", where, numerator, denominator));
  if (strict && numerator == denominator)
    return bad(fmt::format("{}: nothing is more than the whole; make it not strict", where));
  return ok();
}

// Ids of a list, each once.
template <class List>
Result<void> check_unique_ids(List items, std::string_view where) {
  std::vector<std::string_view> ids;
  for (const auto item : items) ids.push_back(view(item.getId()));
  std::sort(ids.begin(), ids.end());
  const auto twice = std::adjacent_find(ids.begin(), ids.end());
  if (twice == ids.end()) return ok();
  return bad(fmt::format("{}: \"{}\" is there twice", where, for_terminal(*twice)));
}

Result<void> check_quorum(schema::Quorum::Reader quorum) {
  JUMELAGE_TRY(check_fraction(quorum.getFraction(), quorum.getStrict(), "quorum.fraction"));
  unsigned last = 1;
  for (const auto call : quorum.getLaterCalls()) {
    if (call.getCall() <= last) return bad("quorum.laterCalls: calls go up from 2");
    last = call.getCall();
    JUMELAGE_TRY(check_fraction(call.getFraction(), call.getStrict(), "quorum.laterCalls"));
  }
  return ok();
}

Result<void> check_colleges(schema::Majority::Reader majority, const std::string& where) {
  std::vector<std::string_view> seen;
  for (const auto threshold : majority.getColleges()) {
    JUMELAGE_TRY(check_fraction(threshold.getFraction(), threshold.getStrict(), where + ".colleges"));
    const std::string_view college = view(threshold.getCollege());
    if (std::find(seen.begin(), seen.end(), college) != seen.end())
      return bad(fmt::format("{}.colleges: \"{}\" is there twice", where, for_terminal(college)));
    seen.push_back(college);
  }
  return ok();
}

Result<void> check_majority(schema::Majority::Reader majority) {
  const std::string where = fmt::format("majority \"{}\"", for_terminal(view(majority.getId())));
  JUMELAGE_TRY(check_fraction(majority.getFraction(), majority.getStrict(), where));
  const bool needs_for = majority.getDirection() == schema::Majority::Direction::ADOPTED_IF_ENOUGH_FOR;
  if (needs_for && majority.getMinFor() == 0) return bad(where + ": minFor must be at least 1, or nobody could adopt");
  if (majority.getMaxRounds() == 0) return bad(where + ": maxRounds must be at least 1");
  return check_colleges(majority, where);
}

Result<void> check_election(schema::ElectionRule::Reader election) {
  const std::string where = fmt::format("election \"{}\"", for_terminal(view(election.getId())));
  if (election.getRounds().size() == 0) return bad(where + ": it needs at least one round");
  for (const auto round : election.getRounds()) {
    JUMELAGE_TRY(check_fraction(round.getFraction(), round.getStrict(), where + ".rounds"));
  }
  return ok();
}

bool has_majority(schema::RuleSet::Reader rules, capnp::Text::Reader id) {
  return any_in(rules.getMajorities(), [&](schema::Majority::Reader majority) { return majority.getId() == id; });
}

Result<void> check_matters(schema::RuleSet::Reader rules) {
  std::vector<std::pair<std::string_view, std::string_view>> seen;
  for (const auto matter : rules.getMatters()) {
    if (!has_majority(rules, matter.getMajority()))
      return bad(fmt::format("matters: there is no majority \"{}\"", for_terminal(view(matter.getMajority()))));
    seen.emplace_back(view(matter.getScheme()), view(matter.getCode()));
  }
  std::sort(seen.begin(), seen.end());
  const auto twice = std::adjacent_find(seen.begin(), seen.end());
  if (twice == seen.end()) return ok();
  return bad(fmt::format("matters: {} {} is there twice", for_terminal(twice->first), for_terminal(twice->second)));
}

}  // namespace

Result<void> check_rule_set(schema::RuleSet::Reader rules) {
  if (rules.getTitle().size() == 0) return bad("a rule set needs a title");
  JUMELAGE_TRY(check_quorum(rules.getQuorum()));
  JUMELAGE_TRY(check_unique_ids(rules.getMajorities(), "majorities"));
  for (const auto majority : rules.getMajorities()) {
    JUMELAGE_TRY(check_majority(majority));
  }
  JUMELAGE_TRY(check_unique_ids(rules.getElections(), "elections"));
  for (const auto election : rules.getElections()) {
    JUMELAGE_TRY(check_election(election));
  }
  if (!has_majority(rules, rules.getDefaultMajority())) {
    return bad(
        fmt::format("defaultMajority: there is no majority \"{}\"", for_terminal(view(rules.getDefaultMajority()))));
  }
  JUMELAGE_TRY(check_matters(rules));
  JUMELAGE_TRY(check_unique_ids(rules.getClearances(), "clearances"));
  if (rules.getProxies().getAllowed() && rules.getProxies().getPerHolder() == 0)
    return bad("proxies: where they are allowed, somebody must be able to hold one; set perHolder");
  return ok();
}

}  // namespace jumelage::governance
