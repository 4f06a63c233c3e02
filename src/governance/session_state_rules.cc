// SessionStateChanged: a session is put off, called off, found without quorum, broken off, or goes on again.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/envelope.h"
#include "governance/rules.h"
#include "governance/session_finding_codes.h"
#include "governance/session_proxies.h"
#include "governance/session_quorum.h"
#include "governance/session_seats.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Phase = schema::SessionState::Phase;
using Change = schema::SessionStateChanged::State;

Phase phase_after(Change change) {
  switch (change) {
    case Change::POSTPONED: return Phase::POSTPONED;
    case Change::CANCELLED: return Phase::CANCELLED;
    case Change::INQUORATE: return Phase::INQUORATE;
    case Change::ADJOURNED: return Phase::ADJOURNED;
    case Change::RESUMED: return Phase::OPEN;
  }
  return Phase::OPEN;
}

std::string_view name(Change change) {
  return change == Change::RESUMED ? "resumed" : phase_text(phase_after(change));
}

bool possible(Change change, Phase from) {
  const bool before_opening = from == Phase::CONVENED || from == Phase::POSTPONED;
  switch (change) {
    case Change::POSTPONED:
    case Change::CANCELLED: return before_opening;
    case Change::INQUORATE: return before_opening || from == Phase::OPEN;
    case Change::ADJOURNED: return from == Phase::OPEN;
    case Change::RESUMED: return from == Phase::ADJOURNED;
  }
  return false;
}

Result<void> check_times(const Context& c, schema::SessionStateChanged::Reader act) {
  if (act.getAt().getUtc() > c.act().getRecordedAt().getUtc() + kClockTolerance_ms) {
    return Error(Refusal::kTimeImpossible,
                 fmt::format("the session would be {} only after that is recorded; look at at", name(act.getState())));
  }
  if (!act.hasUntil()) return ok();
  if (act.getState() != Change::POSTPONED && act.getState() != Change::ADJOURNED) {
    return Error(Refusal::kBadValue, fmt::format("a session that is {} is not put off to a later time; leave out until",
                                                 name(act.getState())));
  }
  if (act.getUntil().getUtc() > act.getAt().getUtc() && day_of(act.getUntil()) != 0) return ok();
  return Error(Refusal::kBadValue, "a session is put off to a later time; until is not after at");
}

// What the attendance says where the session is said to have no quorum. One that never opened has none.
Result<void> find_quorum(Context& c, Number session) {
  const auto state = c.session(session);
  if (state.getPhase() != Phase::OPEN) return ok();
  JUMELAGE_TRY(const auto rules, c.rule_set(state.getRuleSet(), state.getRuleSetVersion()));
  auto seats = seats_in_exercise(c, state.getBody(), state.getOpenedDate());
  take_attendance(c, session, state.getOpenedDate(), seats);
  apply_proxies(c, session, 0, seats);
  const QuorumResult quorum = quorum_for_item(c, state, rules, seats);
  if (!quorum.met) return ok();
  c.finding(kSessionQuorumMet,
            fmt::format("{}: the session has its quorum and stays open; record who left, or adjourn it", quorum.text),
            session);
  return ok();
}

}  // namespace

Result<void> session_state_changed(Context& c, schema::SessionStateChanged::Reader act) {
  JUMELAGE_TRY(const Number session, c.find(act.getSession(), SubjectKind::SESSION));
  const auto state = c.session(session);
  const Change change = act.getState();
  JUMELAGE_TRY(need_chair_and_secretary(c, state.getBody(), session));
  if (!possible(change, state.getPhase())) {
    return Error(Refusal::kImpossible,
                 fmt::format("session {} is {}; it cannot be {} from there", quoted(act.getSession()),
                             phase_text(state.getPhase()), name(change)));
  }
  JUMELAGE_TRY(check_times(c, act));
  if (change == Change::INQUORATE) {
    JUMELAGE_TRY(find_quorum(c, session));
  }
  const bool regular = c.finding_count() == 0;
  c.update_state(session, [&](schema::SubjectRow::Builder row) {
    auto changed = row.getSession();
    if (regular) changed.setPhase(phase_after(change));
    if (change != Change::POSTPONED || !act.hasUntil()) return;
    changed.setScheduled(act.getUntil().getUtc());
    changed.setScheduledDay(day_of(act.getUntil()));
  });
  return ok();
}

}  // namespace jumelage::governance
