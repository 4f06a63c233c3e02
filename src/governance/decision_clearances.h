// What a decision needs besides being adopted: clearances, and publication where the rules want it.
#pragma once

#include <vector>

#include "governance/clearance.h"
#include "governance/context.h"

namespace jumelage::governance {

struct Requirements {
  std::vector<Clearance> clearances;
  schema::RuleSet::Publication publication = schema::RuleSet::Publication::NOT_REQUIRED;
};

// Of a decision taken in that session, or under the body's own rules where there is none (`session` 0): first the steps
// of the rule set, then those of the act. Nothing for what is rejected or imported.
// Refused: kBadValue for steps of agreements, a step that is there twice, or one of the rules' with other terms;
// kUnknownSubject and kWrongKind for a party.
Result<Requirements> requirements_of(Context& c, Number body, Number session, schema::DecisionRecorded::Reader act);
// Of a decision under a delegation: what the body's own rules want of any decision.
Result<Requirements> requirements_of(Context& c, Number body);

void fill_clearances(schema::DecisionState::Builder state, const Requirements& requirements);

}  // namespace jumelage::governance
