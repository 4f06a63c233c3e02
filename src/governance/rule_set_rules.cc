// RuleSetEnacted: what a council decides by, as data, one version after the other.
#include <fmt/format.h>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/rule_set_check.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

// The rule set's number, made or found; its version must be the next.
Result<Number> next_version(Context& c, schema::RuleSet::Reader rules) {
  const Number known = c.number_of(view(rules.getId()));
  std::uint32_t next = 1;
  if (known != 0) {
    JUMELAGE_TRY(c.find(rules.getId(), SubjectKind::RULE_SET));
    next = c.state(known)->row.getRuleSet().getVersion() + 1;
  }
  if (rules.getVersion() != next) {
    return Error(Refusal::kImpossible,
                 fmt::format("rule set \"{}\" is at version {}; the next one is {}, not {}",
                             for_terminal(view(rules.getId())), next - 1, next, rules.getVersion()));
  }
  if (known != 0) return known;
  JUMELAGE_TRY(const Number created, c.create(rules.getId(), SubjectKind::RULE_SET));
  c.link(kLedgerNumber, SubjectKind::RULE_SET, created);
  return created;
}

}  // namespace

Result<void> rule_set_enacted(Context& c, schema::RuleSetEnacted::Reader act) {
  JUMELAGE_TRY(need_chair_and_secretary(c, 0));
  JUMELAGE_TRY(check_rule_set(act.getRuleSet()));
  JUMELAGE_TRY(const Number number, next_version(c, act.getRuleSet()));
  JUMELAGE_TRY(c.expect_adopted(act.getDecision(), number));
  c.put_state(number, [&](schema::SubjectRow::Builder row) { row.setRuleSet(act.getRuleSet()); });
  return ok();
}

}  // namespace jumelage::governance
