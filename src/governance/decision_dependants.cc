#include "governance/decision_dependants.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "governance/cures.h"
#include "governance/decision_effects.h"
#include "governance/decision_finding_codes.h"
#include "governance/finding_codes.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

std::vector<Number> resting_on(Context& c, Number cause) {
  std::vector<Number> out;
  c.children(cause, SubjectKind::NONE, [&](Number dependant) {
    out.push_back(dependant);
    return true;
  });
  return out;
}

bool holds(const std::vector<Number>& numbers, Number number) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

void add(std::vector<Number>& numbers, Number number) {
  if (!holds(numbers, number)) numbers.push_back(number);
}

// Whether others may rest on it once findings with these causes are gone.
bool becomes_sound(Context& c, Number number, const std::vector<Number>& causes) {
  const SubjectKind kind = c.kind_of(number);
  if (kind != SubjectKind::DECISION && kind != SubjectKind::DELEGATION) return false;
  for (const OpenFinding& finding : open_findings(c, number))
    if (finding.subject == number && !holds(causes, finding.cause)) return false;
  return kind == SubjectKind::DELEGATION ||
         standing_on(c.decision(number), false, row_day(c)) == DecisionStatus::EXECUTORY;
}

void set_irregular(Context& c, schema::SubjectRow::Builder row, bool irregular) {
  row.setIrregular(irregular);
  if (row.isDecision()) row.getDecision().setStatus(standing_on(row.getDecision().asReader(), irregular, row_day(c)));
}

}  // namespace

void cure_dependants(Context& c, Number cause) {
  std::vector<Number> causes = {cause};
  std::vector<Number> dependants;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    for (const Number dependant : resting_on(c, causes[i])) {
      add(dependants, dependant);
      if (becomes_sound(c, dependant, causes)) add(causes, dependant);
    }
  }
  const auto cured = [&](const OpenFinding& finding) { return finding.cause != 0 && holds(causes, finding.cause); };
  for (const Number dependant : dependants) {
    const auto open = open_findings(c, dependant);
    const bool concerned = std::any_of(open.begin(), open.end(), cured);
    if (!concerned || c.kind_of(dependant) == SubjectKind::OFFICE) continue;
    const bool irregular = cure(c, dependant, cured);
    c.amend_state(dependant, [&](schema::SubjectRow::Builder row) { set_irregular(c, row, irregular); });
  }
}

void flag_dependants(Context& c, Number cause) {
  const bool delegation = c.kind_of(cause) == SubjectKind::DELEGATION;
  for (const Number dependant : resting_on(c, cause)) {
    c.finding(delegation ? kDelegationIrregular : kDecisionIrregular,
              fmt::format("{} {} has become irregular; cure its findings first", delegation ? "delegation" : "decision",
                          quoted(c, cause)),
              dependant, cause);
    c.amend_state(dependant, [&](schema::SubjectRow::Builder row) { set_irregular(c, row, true); });
    flag_dependants(c, dependant);
  }
}

}  // namespace jumelage::governance
