// DelegatedDecision: what a delegate decided, held against what it was allowed to decide.
//
// It is a decision of the body whose power it is: it needs the clearances and the publication that the body's rules
// want of every decision. It has no definitive number: these count what the body itself adopted.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/decision_clearances.h"
#include "governance/decision_effects.h"
#include "governance/decision_finding_codes.h"
#include "governance/own_hand.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Delegation = schema::DelegationState::Reader;

Result<void> need_office(Context& c, Number office) {
  for (const SigningMandate& m : c.roles().mandates)
    if (m.office == office) return ok();
  return Error(
      Refusal::kSignatureMissing,
      fmt::format("this act needs the signature of the holder of office {}, in that office", quoted(c, office)));
}

Result<void> need_delegate(Context& c, Number delegate) {
  switch (c.kind_of(delegate)) {
    case SubjectKind::OFFICE: return need_office(c, delegate);
    case SubjectKind::MANDATE: return need_own_hand(c, delegate);
    default: return need_chair_and_secretary(c, delegate);
  }
}

Result<void> check_date(const Context& c, std::uint32_t date) {
  const std::uint32_t recorded = day_of(c.act().getRecordedAt());
  if (date <= recorded) return ok();
  return Error(Refusal::kTimeImpossible, fmt::format("the decision is dated {}, but it was recorded on {}",
                                                     format_day(date), format_day(recorded)));
}

bool covers(Delegation delegation, schema::Matter::Reader matter) {
  if (delegation.getMatters().size() == 0) return true;
  // A matter without a code stands for all of its scheme.
  return any_in(delegation.getMatters(), [&](schema::Matter::Reader allowed) {
    const bool any_code = allowed.getCode().size() == 0;
    return allowed.getScheme() == matter.getScheme() && (any_code || allowed.getCode() == matter.getCode());
  });
}

bool within_ceiling(Delegation delegation, schema::DelegatedDecision::Reader act) {
  if (!delegation.getLimited() || !act.hasAmount()) return true;
  return act.getAmount().getCurrency() == delegation.getCurrency() &&
         act.getAmount().getMinorUnits() <= delegation.getCeiling();
}

// What lies outside the power itself.
void find_excess(Context& c, schema::DelegatedDecision::Reader act, Delegation delegation, Number decision) {
  if (!in_term(delegation.getFrom(), delegation.getUntil(), act.getDate()))
    c.finding(kDelegationOutOfTerm,
              fmt::format("delegation {} held from {} to {}, not on {}", quoted(act.getDelegation()),
                          format_day(delegation.getFrom()),
                          delegation.getUntil() == 0 ? "no end" : format_day(delegation.getUntil()),
                          format_day(act.getDate())),
              decision);
  if (!covers(delegation, act.getMatter()))
    c.finding(kDelegationOtherMatter,
              fmt::format("delegation {} is for other matters; have the body decide", quoted(act.getDelegation())),
              decision);
  if (!within_ceiling(delegation, act))
    c.finding(kDelegationAboveCeiling,
              fmt::format("delegation {} goes up to {} {} in the smallest unit, and this is about {} {}; have the body "
                          "decide",
                          quoted(act.getDelegation()), delegation.getCeiling(), view(delegation.getCurrency()),
                          act.getAmount().getMinorUnits(), quoted(act.getAmount().getCurrency())),
              decision);
}

// Whether the power was there: a delegation lives on the decision that granted it.
void find_without_power(Context& c, Number delegation, std::uint32_t date, Number decision) {
  const auto row = c.state(delegation)->row;
  if (row.getIrregular()) {
    c.finding(kDelegationIrregular,
              fmt::format("delegation {} is irregular; cure its findings first", quoted(c, delegation)), decision,
              delegation);
    return;
  }
  const Number ground = row.getDelegation().getDecision();
  const DecisionStatus status = standing_on(c.decision(ground), c.state(ground)->row.getIrregular(), date);
  if (status == DecisionStatus::EXECUTORY) return;
  c.finding(kDelegationWithoutForce,
            fmt::format("decision {}, which grants the power, is {} on {}", quoted(c, ground), status_text(status),
                        format_day(date)),
            decision);
}

void fill(const Context& c, schema::DelegatedDecision::Reader act, Number delegation, Number body,
          schema::DecisionState::Builder state) {
  state.setBody(body);
  state.setAnnounced(schema::Outcome::ADOPTED);
  state.setComputed(schema::Outcome::ADOPTED);
  state.setGround(schema::DecisionState::Ground::DELEGATION);
  state.setDelegation(delegation);
  state.setDate(act.getDate());
  state.setTitleAt(c.position());
}

}  // namespace

Result<void> delegated_decision(Context& c, schema::DelegatedDecision::Reader act) {
  JUMELAGE_TRY(const Number delegation, c.find(act.getDelegation(), SubjectKind::DELEGATION));
  const Delegation power = c.state(delegation)->row.getDelegation();
  JUMELAGE_TRY(need_delegate(c, power.getDelegate()));
  JUMELAGE_TRY(check_date(c, act.getDate()));
  JUMELAGE_TRY(const Requirements requirements, requirements_of(c, power.getBody()));
  JUMELAGE_TRY(const Number decision, c.create(act.getId(), SubjectKind::DECISION));
  JUMELAGE_TRY(c.register_documents(act.getTexts()));
  find_excess(c, act, power, decision);
  find_without_power(c, delegation, act.getDate(), decision);
  c.link(power.getBody(), SubjectKind::DECISION, decision);
  c.link(delegation, SubjectKind::NONE, decision);
  put_decision(c, decision, act.getDate(), [&](schema::SubjectRow::Builder row) {
    auto state = row.initDecision();
    fill(c, act, delegation, power.getBody(), state);
    fill_clearances(state, requirements);
  });
  return ok();
}

}  // namespace jumelage::governance
