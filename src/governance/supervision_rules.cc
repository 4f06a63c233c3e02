// SupervisionRecorded: what an authority outside did with a clearance step. Supervisors hold no keys, so the secretary
// tells, or the member that has to obtain the step.
#include <fmt/format.h>

#include <algorithm>

#include "governance/agreement_clearance.h"
#include "governance/authority.h"
#include "governance/clearance.h"
#include "governance/cures.h"
#include "governance/dates.h"
#include "governance/decision_effects.h"
#include "governance/decision_finding_codes.h"
#include "governance/moments.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Supervision = schema::SupervisionRecorded::Reader;

Result<void> check_signers(Context& c, Number body, Number party) {
  const Result<void> by_secretary = need_secretary(c, body);
  if (by_secretary || party == 0 || !by_secretary.error().is(Refusal::kSignatureMissing)) return by_secretary;
  return need_member(c, party);
}

Result<void> check_alive(Context& c, Number decision) {
  const DecisionStatus status = standing_on(c.decision(decision), c.state(decision)->row.getIrregular(), row_day(c));
  if (is_alive(status)) return ok();
  return Error(Refusal::kImpossible, fmt::format("{} is {}; no clearance makes a difference to it any more",
                                                 quoted(c, decision), status_text(status)));
}

Result<std::size_t> find_step(const std::vector<Clearance>& steps, capnp::Text::Reader id) {
  const auto step = std::find_if(steps.begin(), steps.end(), [&](const Clearance& s) { return s.id == view(id); });
  if (step != steps.end()) return static_cast<std::size_t>(step - steps.begin());
  std::string known;
  for (const Clearance& other : steps) known += (known.empty() ? "" : ", ") + other.id;
  return Error(Refusal::kUnknownSubject, fmt::format("there is no clearance step {} here; there {}", quoted(id),
                                                     known.empty() ? "is none at all" : "are: " + known));
}

// What the record says of deadline and silence must be what the step says: that is what counts.
void find_other_terms(Context& c, Supervision act, const Clearance& step) {
  const bool stated = act.getDeadline() != 0;
  if (!stated && act.getEvent() != ClearanceEvent::SILENCE_ELAPSED) return;
  const bool other_deadline = stated && (!step.limited || (step.deadline != 0 && step.deadline != act.getDeadline()));
  if (!other_deadline && act.getSilence() == step.silence) return;
  c.finding(kClearanceTermsDiffer,
            fmt::format("the record has the deadline {} or an effect of silence that step {} doesn't have; by the step "
                        "the last day is {}",
                        stated ? format_day(act.getDeadline()) : "none", quoted(act.getStep()),
                        step.deadline == 0 ? "not known yet, or there is none" : format_day(step.deadline)));
}

// What was found about one record is cured by the next one on the decision that is in order.
void cure_earlier(Context& c, Number decision) {
  if (c.finding_count() != 0) return;
  cure(c, decision, [](const OpenFinding& finding) { return finding.code == kClearanceTermsDiffer; });
}

Result<void> supervise_decision(Context& c, Supervision act, Number decision) {
  std::vector<Clearance> steps = read_clearances(c.decision(decision).getClearances());
  const Result<std::size_t> at = find_step(steps, act.getStep());
  JUMELAGE_TRY(check_signers(c, c.decision(decision).getBody(), at ? steps[at.value()].party : 0));
  if (!at) return at.error();
  JUMELAGE_TRY(check_alive(c, decision));
  JUMELAGE_TRY(need_past(c, act.getAt(), "done"));
  JUMELAGE_TRY(Cleared cleared, after_event(steps[at.value()], act.getEvent(), day_of(act.getAt())));
  find_other_terms(c, act, cleared.step);
  if (cleared.late)
    c.finding(kClearanceAnswerLate,
              fmt::format("the answer came after {}, when silence had approved step {} already; it "
                          "has no effect",
                          format_day(cleared.step.deadline), quoted(act.getStep())));
  cure_earlier(c, decision);
  steps[at.value()] = std::move(cleared.step);
  update_decision(c, decision,
                  [&](schema::SubjectRow::Builder row) { write_clearances(row.getDecision().getClearances(), steps); });
  return ok();
}

}  // namespace

Result<void> supervision_recorded(Context& c, Supervision act) {
  const Number target = c.number_of(view(act.getTarget()));
  if (target != 0 && c.kind_of(target) == SubjectKind::AGREEMENT) return agreement_supervised(c, act, target);
  JUMELAGE_TRY(const Number decision, c.find(act.getTarget(), SubjectKind::DECISION));
  return supervise_decision(c, act, decision);
}

}  // namespace jumelage::governance
