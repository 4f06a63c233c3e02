// AgendaAmended, and the agenda that it shares with SessionConvened.
#include "governance/session_agenda.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_anchor.h"
#include "governance/session_finding_codes.h"
#include "governance/session_notice.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Phase = schema::SessionState::Phase;
using ItemStatus = schema::ProposalState::Status;

bool contains(const std::vector<Number>& in, Number n) {
  return std::find(in.begin(), in.end(), n) != in.end();
}

Result<void> check_free(Context& c, Number item) {
  const auto state = c.proposal(item);
  const ItemStatus status = state.getStatus();
  if (status == ItemStatus::DECIDED || status == ItemStatus::WITHDRAWN) {
    return Error(Refusal::kImpossible,
                 fmt::format("{} is {} and cannot be on an agenda again; table a new proposal", quoted(c, item),
                             status == ItemStatus::DECIDED ? "decided" : "withdrawn"));
  }
  if (state.getSession() == 0 || over(c.session(state.getSession()))) return ok();
  if (status == ItemStatus::DEFERRED || status == ItemStatus::NOT_REACHED) return ok();
  return Error(Refusal::kImpossible, fmt::format("{} is on the agenda of session {}, which is not over",
                                                 quoted(c, item), quoted(c, state.getSession())));
}

// Whether something happened to the item in that session that its agenda has to show.
bool dealt_with(Context& c, Number item, Number session) {
  const auto state = c.proposal(item);
  if (state.getSession() != session) return false;
  const Phase phase = c.session(session).getPhase();
  const bool opened = phase == Phase::OPEN || phase == Phase::ADJOURNED;
  return opened && state.getStatus() != ItemStatus::TABLED;
}

Result<void> check_phase(Context& c, schema::AgendaAmended::Reader act, Number session) {
  const Phase phase = c.session(session).getPhase();
  if (phase == Phase::CONVENED || phase == Phase::POSTPONED) {
    if (!act.hasAt()) return ok();
    return Error(Refusal::kBadValue,
                 fmt::format("session {} is not open yet, so no point of it can be named; leave out at",
                             quoted(act.getSession())));
  }
  if (phase == Phase::OPEN || phase == Phase::ADJOURNED) return ok();
  return Error(Refusal::kImpossible, fmt::format("session {} is {}; its agenda cannot change any more",
                                                 quoted(act.getSession()), phase_text(phase)));
}

Result<std::vector<Number>> taken_off(Context& c, Number session, const std::vector<Number>& agenda) {
  std::vector<Number> gone;
  for (const Number item : c.session(session).getAgenda()) {
    if (contains(agenda, item)) continue;
    if (dealt_with(c, item, session)) {
      return Error(Refusal::kImpossible,
                   fmt::format("{} was dealt with in this session and stays on its agenda", quoted(c, item)));
    }
    gone.push_back(item);
  }
  return gone;
}

// An item that comes later than a call may go out is one that nobody could prepare for.
void find_late_items(Context& c, Number session, const std::vector<Number>& added, schema::RuleSet::Reader rules) {
  const auto state = c.session(session);
  const auto wanted = wanted_notice(rules, state.getUrgent());
  if (added.empty() || !wanted) return;
  const auto made = c.act().hasDecidedAt() ? c.act().getDecidedAt() : c.act().getRecordedAt();
  const DayAndInstant told{day_of(made), made.getUtc()};
  const DayAndInstant scheduled{state.getScheduledDay(), state.getScheduled()};
  if (early_enough(told, scheduled, *wanted)) return;
  std::string items;
  for (const Number item : added) items += (items.empty() ? "" : ", ") + quoted(c, item);
  c.finding(kSessionLateItem,
            fmt::format("put on the agenda on {} for a session on {}: {}; the rules want {}: put it on a later agenda",
                        format_day(told.day), format_day(scheduled.day), items, notice_text(*wanted)),
            session);
}

}  // namespace

Result<std::vector<Number>> read_agenda(Context& c, capnp::List<capnp::Text>::Reader ids, Number body, Number session) {
  std::vector<Number> agenda;
  for (const auto id : ids) {
    JUMELAGE_TRY(const Number item, c.find(id, SubjectKind::PROPOSAL));
    if (c.proposal(item).getBody() != body) {
      return Error(Refusal::kBadValue, fmt::format("{} was tabled in another body, {}", quoted(c, item),
                                                   quoted(c, c.proposal(item).getBody())));
    }
    if (session == 0 || !on_agenda(c.session(session), item)) {
      JUMELAGE_TRY(check_free(c, item));
    }
    if (contains(agenda, item)) return Error(Refusal::kBadValue, fmt::format("{} is on the agenda twice", quoted(id)));
    agenda.push_back(item);
  }
  return agenda;
}

void place_on_agenda(Context& c, Number item, Number session) {
  c.amend_state(item, [&](schema::SubjectRow::Builder row) {
    auto state = row.getProposal();
    state.setSession(session);
    if (state.getStatus() != ItemStatus::VOTED) state.setStatus(ItemStatus::TABLED);
  });
}

void write_agenda(schema::SessionState::Builder state, const std::vector<Number>& agenda) {
  auto items = state.initAgenda(static_cast<unsigned>(agenda.size()));
  for (unsigned i = 0; i < items.size(); ++i) items.set(i, agenda[i]);
}

Result<void> agenda_amended(Context& c, schema::AgendaAmended::Reader act) {
  JUMELAGE_TRY(const Number session, c.find(act.getSession(), SubjectKind::SESSION));
  const auto state = c.session(session);
  JUMELAGE_TRY(need_secretary_or_chair(c, state.getBody(), session));
  JUMELAGE_TRY(check_phase(c, act, session));
  if (act.hasAt()) {
    JUMELAGE_TRY(read_anchor(c, act.getAt(), session));
  }
  JUMELAGE_TRY(const auto rules, c.rule_set(state.getRuleSet(), state.getRuleSetVersion()));
  JUMELAGE_TRY(const auto agenda, read_agenda(c, act.getAgenda(), state.getBody(), session));
  JUMELAGE_TRY(const auto gone, taken_off(c, session, agenda));
  std::vector<Number> added;
  for (const Number item : agenda)
    if (!on_agenda(state, item)) added.push_back(item);

  find_late_items(c, session, added, rules);
  for (const Number item : added) place_on_agenda(c, item, session);
  for (const Number item : gone) {
    if (c.proposal(item).getSession() != session) continue;  // a later call took it over
    c.amend_state(item, [](schema::SubjectRow::Builder row) { row.getProposal().setSession(0); });
  }
  c.update_state(session, [&](schema::SubjectRow::Builder row) { write_agenda(row.getSession(), agenda); });
  return ok();
}

}  // namespace jumelage::governance
