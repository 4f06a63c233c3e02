// SessionOpened: who presides, who is there, and whether there are enough.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/envelope.h"
#include "governance/rules.h"
#include "governance/session_attendance.h"
#include "governance/session_finding_codes.h"
#include "governance/session_opening.h"
#include "governance/session_proxies.h"
#include "governance/session_quorum.h"
#include "governance/session_seats.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Phase = schema::SessionState::Phase;

constexpr int kMaxBodyDepth = 8;

// Whether a mandate in exercise holds, on that day, an office of the body or of one above it that `fits`.
template <class Fits>
bool holds_office(Context& c, Number body, Number mandate, std::uint32_t day, Fits&& fits) {
  const auto holder = c.mandate(mandate);
  if (holder.getStatus() != schema::MandateState::Status::EFFECTIVE ||
      !in_term(holder.getFrom(), holder.getUntil(), day))
    return false;
  for (int depth = 0; body != 0 && depth <= kMaxBodyDepth; ++depth) {
    std::vector<Number> offices;
    c.children(body, SubjectKind::OFFICE, [&](Number office) {
      offices.push_back(office);
      return true;
    });
    for (const Number number : offices) {
      const auto office = c.office(number);
      if (office.getHolder() == mandate && in_term(office.getFrom(), office.getUntil(), day) && fits(office))
        return true;
    }
    body = c.body(body).getParent();
  }
  return false;
}

bool may_preside(schema::OfficeState::Reader office) {
  return office.getKind() == OfficeKind::CHAIR || office.getKind() == OfficeKind::VICE_CHAIR;
}

// The last instant that a time can mean: a coarser one names a whole minute or day.
UnixMillis latest_of(schema::Moment::Reader moment) {
  constexpr UnixMillis kMinute_ms = 60'000;
  constexpr UnixMillis kDay_ms = 86'400'000;
  switch (moment.getPrecision()) {
    case schema::Precision::DAY: return moment.getUtc() + (kDay_ms - 1);
    case schema::Precision::MINUTE: return moment.getUtc() + (kMinute_ms - 1);
    default: return moment.getUtc();
  }
}

// Notice counts to the time that was called for: whoever could open earlier would need to give none. Nor can it have
// been opened later than the log says that it is.
void find_time(Context& c, schema::SessionOpened::Reader act, Number session) {
  const UnixMillis scheduled = c.session(session).getScheduled();
  const UnixMillis opened = std::min(latest_of(act.getAt()), c.place().sequenced_at + kClockTolerance_ms);
  if (c.imported() || opened >= scheduled) return;
  c.finding(kSessionBeforeItsTime,
            fmt::format("opened at {} (recorded at {}), before the time that it was called for, {}",
                        format_utc(act.getAt().getUtc()), format_utc(c.place().sequenced_at), format_utc(scheduled)),
            session);
}

bool is_away(const std::vector<AttendanceLine>& lines, Number mandate) {
  return std::ranges::any_of(lines, [&](const AttendanceLine& line) {
    return line.mandate == mandate && line.presence != schema::Presence::PRESENT &&
           line.presence != schema::Presence::REMOTE;
  });
}

void find_officers(Context& c, schema::SessionOpened::Reader act, Number session, const Opening& opening) {
  if (c.imported()) return;
  const Number presider = opening.presider;
  const Number secretary = opening.secretary;
  const Number body = c.session(session).getBody();
  const std::uint32_t day = day_of(act.getAt());
  if (!holds_office(c, body, presider, day, may_preside)) {
    c.finding(
        kSessionPresiderNoOffice,
        fmt::format("{} presides without being chair or vice-chair in exercise on that day", quoted(act.getPresider())),
        session);
  }
  const bool in_writing = c.session(session).getMode() == schema::SessionMode::WRITTEN;  // where nobody is there
  if (!in_writing && is_away(opening.lines, presider)) {
    c.finding(kSessionPresiderAbsent,
              fmt::format("{} is said to preside, and not to be there; name who presided, or correct the attendance",
                          quoted(act.getPresider())),
              session);
  }
  const auto may_keep_minutes = [session](schema::OfficeState::Reader office) {
    if (office.getKind() == OfficeKind::SESSION_SECRETARY) return office.getSession() == session;
    return office.getKind() == OfficeKind::SECRETARY || office.getKind() == OfficeKind::DEPUTY_SECRETARY;
  };
  if (!holds_office(c, body, secretary, day, may_keep_minutes)) {
    c.finding(kSessionSecretaryNoOffice,
              fmt::format("{} keeps the minutes without being secretary on that day", quoted(act.getSecretary())),
              session);
  }
}

// Every seat is accounted for, so that absence is never a gap in a list. A source that was imported tells what it
// tells.
Result<void> check_complete(Context& c, const std::vector<Seat>& seats, const std::vector<AttendanceLine>& lines) {
  if (c.imported()) return ok();
  std::string missing;
  for (const Seat& seat : seats) {
    const bool listed = std::any_of(lines.begin(), lines.end(),
                                    [&](const AttendanceLine& line) { return line.mandate == seat.mandate; });
    if (!listed) missing += (missing.empty() ? "" : ", ") + quoted(c, seat.mandate);
  }
  if (missing.empty()) return ok();
  return Error(Refusal::kBadValue,
               fmt::format("the attendance says nothing of {}; account for every seat in exercise", missing));
}

void seat(Context& c, std::vector<Seat>& seats, const std::vector<AttendanceLine>& lines, std::uint32_t day) {
  for (Seat& seat : seats)
    for (const AttendanceLine& line : lines) {
      if (line.mandate != seat.mandate) continue;
      const bool stranger = line.presence == Presence::REPLACED && !may_replace(c, line.by, line.mandate, day);
      seat.presence = stranger ? Presence::ABSENT : line.presence;
      seat.by = line.by;
    }
}

QuorumResult quorum_at_opening(Context& c, schema::SessionState::Reader session, schema::RuleSet::Reader rules,
                               const std::vector<Seat>& seats) {
  if (session.getMode() == schema::SessionMode::WRITTEN)
    return {true, "written procedure: the quorum is counted by the answers to each item"};
  if (c.imported()) return {true, "imported: the quorum at the opening is not judged"};
  return quorum_of(c, session, rules, seats);
}

}  // namespace

Result<Opening> judge_opening(Context& c, Number session, schema::SessionOpened::Reader act) {
  const auto state = c.session(session);
  Opening opening;
  JUMELAGE_TRY(opening.presider, c.find(act.getPresider(), SubjectKind::MANDATE));
  JUMELAGE_TRY(opening.secretary, c.find(act.getSecretary(), SubjectKind::MANDATE));
  JUMELAGE_TRY(need_all(c, act.getScrutineers(), SubjectKind::MANDATE));
  opening.day = day_of(act.getAt());
  if (opening.day == 0) return Error(Refusal::kBadValue, "a session opens on a day of the calendar; look at its time");
  JUMELAGE_TRY(const auto rules, c.rule_set(state.getRuleSet(), state.getRuleSetVersion()));
  JUMELAGE_TRY(opening.lines, read_attendance(c, act.getAttendance(), state.getBody(), session, opening.day));
  auto seats = seats_in_exercise(c, state.getBody(), opening.day);
  JUMELAGE_TRY(check_complete(c, seats, opening.lines));

  seat(c, seats, opening.lines, opening.day);
  apply_proxies(c, session, 0, seats);
  opening.quorum = quorum_at_opening(c, state, rules, seats);
  if (!opening.quorum.met) {
    c.finding(kQuorumNotMet,
              fmt::format("{}: nothing can be decided; close the session and call it again", opening.quorum.text),
              session);
  }
  find_time(c, act, session);
  find_officers(c, act, session, opening);
  return opening;
}

void write_opening(schema::SessionState::Builder session, const Opening& opening) {
  session.setPresider(opening.presider);
  session.setSecretary(opening.secretary);
  session.setQuorate(opening.quorum.met);
  session.setQuorumText(to_text(opening.quorum.text));
  session.setOpenedDate(opening.day);
}

Result<void> session_opened(Context& c, schema::SessionOpened::Reader act) {
  JUMELAGE_TRY(const Number session, c.find(act.getSession(), SubjectKind::SESSION));
  const auto state = c.session(session);
  JUMELAGE_TRY(need_chair_and_secretary(c, state.getBody(), session));
  if (state.getPhase() != Phase::CONVENED && state.getPhase() != Phase::POSTPONED) {
    return Error(Refusal::kImpossible, fmt::format("session {} is {}; only a session that was convened can be opened",
                                                   quoted(act.getSession()), phase_text(state.getPhase())));
  }
  JUMELAGE_TRY(const Opening opening, judge_opening(c, session, act));
  write_attendance(c, session, opening.lines);
  count_session_act(c, session);
  c.update_state(session, [&](schema::SubjectRow::Builder row) {
    write_opening(row.getSession(), opening);
    row.getSession().setPhase(Phase::OPEN);
    row.getSession().setActs(session_acts(c, session) + 1);
  });
  return ok();
}

}  // namespace jumelage::governance
