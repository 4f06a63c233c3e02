#include "governance/decision_clearances.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Stage = schema::ClearanceStep::Stage;

Error bad(schema::ClearanceStep::Reader step, std::string_view why) {
  return Error(Refusal::kBadValue, fmt::format("clearances: {} {}", quoted(step.getId()), why));
}

// The steps that every decision under the rules needs. Those before a signature or an entry into force are for
// agreements; a party that the ledger doesn't know can do nothing here, so the step is the club's.
std::vector<Clearance> steps_of(const Context& c, schema::RuleSet::Reader rules) {
  std::vector<Clearance> steps;
  for (const auto step : rules.getClearances()) {
    if (step.getStage() != Stage::BEFORE_EXECUTION) continue;
    const auto party = c.find_optional(step.getParty(), SubjectKind::MEMBER);
    steps.push_back(clearance_of(step, party ? party.value() : 0));
  }
  return steps;
}

Result<void> add_step(std::vector<Clearance>& steps, std::size_t of_rules, schema::ClearanceStep::Reader step,
                      Number party) {
  if (step.getStage() != Stage::BEFORE_EXECUTION)
    return bad(step, "is a step of an agreement; a decision's steps are beforeExecution");
  Clearance added = clearance_of(step, party);
  const auto known =
      std::find_if(steps.begin(), steps.end(), [&](const Clearance& other) { return other.id == added.id; });
  if (known == steps.end()) {
    steps.push_back(std::move(added));
    return ok();
  }
  if (static_cast<std::size_t>(known - steps.begin()) >= of_rules) return bad(step, "is there twice");
  if (known->same_terms(added)) return ok();
  return bad(step, "is a step of the rules with other terms; leave it out, or give this one an id of its own");
}

Result<schema::RuleSet::Reader> rules_of(Context& c, Number body, Number session) {
  if (session == 0) return c.rule_set(c.body(body).getRuleSet(), c.body(body).getRuleSetVersion());
  return c.rule_set(c.session(session).getRuleSet(), c.session(session).getRuleSetVersion());
}

}  // namespace

Result<Requirements> requirements_of(Context& c, Number body, Number session, schema::DecisionRecorded::Reader act) {
  JUMELAGE_TRY(const auto rules, rules_of(c, body, session));
  Requirements out{steps_of(c, rules), rules.getPublication()};
  const std::size_t of_rules = out.clearances.size();
  for (const auto step : act.getClearances()) {
    JUMELAGE_TRY(const Number party, c.find_optional(step.getParty(), SubjectKind::MEMBER));
    JUMELAGE_TRY(add_step(out.clearances, of_rules, step, party));
  }
  if (act.getOutcome() != schema::Outcome::ADOPTED || c.imported()) return Requirements{};
  return out;
}

Result<Requirements> requirements_of(Context& c, Number body) {
  JUMELAGE_TRY(const auto rules, rules_of(c, body, 0));
  return Requirements{steps_of(c, rules), rules.getPublication()};
}

void fill_clearances(schema::DecisionState::Builder state, const Requirements& requirements) {
  write_clearances(state.initClearances(static_cast<unsigned>(requirements.clearances.size())),
                   requirements.clearances);
  state.setPublication(requirements.publication);
}

}  // namespace jumelage::governance
