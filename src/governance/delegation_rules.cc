// DelegationGranted: a power that a body hands to an office, mandate or body, and takes back.
#include <fmt/format.h>

#include <algorithm>

#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}
Error impossible(std::string message) {
  return Error(Refusal::kImpossible, std::move(message));
}

Result<Number> find_delegate(const Context& c, capnp::Text::Reader id) {
  const Number number = c.number_of(view(id));
  if (number == 0) return Error(Refusal::kUnknownSubject, fmt::format("nothing here has the id {}", quoted(id)));
  const SubjectKind kind = c.kind_of(number);
  if (kind == SubjectKind::OFFICE || kind == SubjectKind::MANDATE || kind == SubjectKind::BODY) return number;
  return Error(Refusal::kWrongKind,
               fmt::format("{} decides nothing: a delegate is an office, mandate or body", quoted(id)));
}

Result<void> check_grant(schema::DelegationGranted::Reader act, Number delegate, Number body) {
  if (delegate == body) return bad("a body does not delegate to itself");
  if (act.getPowers().size() == 0) return bad("a delegation says what may be decided; fill in powers");
  if (act.getUntil() == 0 || act.getUntil() >= act.getFrom()) return ok();
  return bad(fmt::format("the delegation would end on {}, before it begins on {}", format_day(act.getUntil()),
                         format_day(act.getFrom())));
}

void fill(schema::DelegationGranted::Reader act, schema::DelegationState::Builder state) {
  auto matters = state.initMatters(act.getMatters().size());
  for (unsigned i = 0; i < matters.size(); ++i) {
    matters[i].setScheme(act.getMatters()[i].getScheme());
    if (act.getMatters()[i].hasCode()) matters[i].setCode(act.getMatters()[i].getCode());
  }
  state.setLimited(act.hasCeiling());
  if (act.hasCeiling()) {
    state.setCeiling(act.getCeiling().getMinorUnits());
    state.setCurrency(act.getCeiling().getCurrency());
  }
  state.setFrom(act.getFrom());
  state.setUntil(act.getUntil());
}

Result<void> grant(Context& c, schema::DelegationGranted::Reader act, Number decision, Number delegate) {
  const Number body = c.decision(decision).getBody();
  JUMELAGE_TRY(check_grant(act, delegate, body));
  JUMELAGE_TRY(const Number delegation, c.create(act.getId(), SubjectKind::DELEGATION));
  JUMELAGE_TRY(c.expect_adopted(act.getDecision(), delegation));
  c.link(body, SubjectKind::DELEGATION, delegation);
  c.put_state(delegation, [&](schema::SubjectRow::Builder row) {
    auto state = row.initDelegation();
    state.setBody(body);
    state.setDecision(decision);
    state.setDelegate(delegate);
    state.setGrantedAt(c.position());
    fill(act, state);
  });
  return ok();
}

Result<void> check_end(Context& c, schema::DelegationGranted::Reader act, schema::DelegationState::Reader state,
                       Number decision, Number delegate) {
  if (state.getBody() != c.decision(decision).getBody())
    return bad(fmt::format("the power is that of {}, which takes it back by a decision of its own",
                           quoted(c, state.getBody())));
  if (state.getDelegate() != delegate)
    return bad(fmt::format("{} was delegated to {}; name the same delegate", quoted(act.getId()),
                           quoted(c, state.getDelegate())));
  if (state.getEndedBy() != 0) return impossible(fmt::format("delegation {} has ended already", quoted(act.getId())));
  if (act.getFrom() >= state.getFrom()) return ok();
  return bad(fmt::format("delegation {} begins on {}; with `ended`, from is the first day without it",
                         quoted(act.getId()), format_day(state.getFrom())));
}

// An end without a decision in force has no effect, and leaves the delegation as regular as it was.
Result<void> end(Context& c, schema::DelegationGranted::Reader act, Number decision, Number delegate) {
  JUMELAGE_TRY(const Number delegation, c.find(act.getId(), SubjectKind::DELEGATION));
  JUMELAGE_TRY(check_end(c, act, c.state(delegation)->row.getDelegation(), decision, delegate));
  JUMELAGE_TRY(c.expect_adopted(act.getDecision(), 0));
  if (c.finding_count() != 0) {
    c.touch(delegation);
    return ok();
  }
  cure_attempts(c, delegation);
  c.update_state(delegation, [&](schema::SubjectRow::Builder row) {
    auto state = row.getDelegation();
    const std::uint32_t last = act.getFrom() - 1;
    state.setUntil(state.getUntil() == 0 ? last : std::min(last, state.getUntil()));
    state.setEndedBy(decision);
  });
  return ok();
}

}  // namespace

Result<void> delegation_granted(Context& c, schema::DelegationGranted::Reader act) {
  JUMELAGE_TRY(const Number decision, c.find(act.getDecision(), SubjectKind::DECISION));
  JUMELAGE_TRY(need_chair_and_secretary(c, c.decision(decision).getBody()));
  JUMELAGE_TRY(const Number delegate, find_delegate(c, act.getDelegate()));
  return act.getEnded() ? end(c, act, decision, delegate) : grant(c, act, decision, delegate);
}

}  // namespace jumelage::governance
