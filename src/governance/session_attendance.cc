// AttendanceChanged, and the lists that it shares with SessionOpened.
#include "governance/session_attendance.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/authority.h"
#include "governance/rules.h"
#include "governance/session_finding_codes.h"
#include "governance/session_seats.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Position = schema::Anchor::Position;
using ItemStatus = schema::ProposalState::Status;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<AttendanceLine> read_line(Context& c, schema::Attendance::Reader line, Number body) {
  AttendanceLine out;
  out.presence = line.getPresence();
  JUMELAGE_TRY(out.mandate, c.find(line.getMandate(), SubjectKind::MANDATE));
  JUMELAGE_TRY(out.by, c.find_optional(line.getBy(), SubjectKind::MANDATE));
  const bool acted_for = out.presence == schema::Presence::REPRESENTED || out.presence == schema::Presence::REPLACED;
  if (acted_for && out.by == 0)
    return bad(fmt::format("{} is represented or replaced; say by whom", quoted(line.getMandate())));
  if (!acted_for && out.by != 0)
    return bad(fmt::format("{} is neither represented nor replaced, so nobody acts for it", quoted(line.getMandate())));
  for (const Number mandate : {out.mandate, out.by})
    if (mandate != 0 && c.mandate(mandate).getBody() != body)
      return bad(fmt::format("{} is a mandate of another body", quoted(c, mandate)));
  if (out.mandate == out.by) return bad(fmt::format("{} cannot act for itself", quoted(line.getMandate())));
  return out;
}

// The log's order is the session's order. A change that comes after a vote is recorded after it, and one that comes
// before a vote before it, or else that vote was counted without it.
Result<void> check_anchor(Context& c, schema::AttendanceChanged::Reader act, Number session) {
  const auto anchor = act.getAt();
  if (!anchor.hasItem()) return ok();
  JUMELAGE_TRY(const Number item, c.find(anchor.getItem(), SubjectKind::PROPOSAL));
  if (!on_agenda(c.session(session), item)) {
    return Error(Refusal::kImpossible, fmt::format("{} is not on the agenda of session {}", quoted(anchor.getItem()),
                                                   quoted(act.getSession())));
  }
  const auto state = c.proposal(item);
  const unsigned round = std::max<unsigned>(1, anchor.getVoteRound());
  const bool after = anchor.getPosition() == Position::AFTER_VOTE;
  const bool before = anchor.getPosition() == Position::BEFORE || anchor.getPosition() == Position::BEFORE_VOTE;
  if (after && state.getRounds() < round) {
    return Error(Refusal::kImpossible,
                 fmt::format("this change is said to come after vote {} on {}, which is not recorded "
                             "yet; record that vote first",
                             round, quoted(anchor.getItem())));
  }
  if (before && state.getRounds() >= round && state.getStatus() != ItemStatus::TABLED) {
    c.finding(
        kSessionAttendanceLate,
        fmt::format("this change is said to come before vote {} on {}, which was counted without it; correct that vote",
                    round, quoted(anchor.getItem())),
        session);
  }
  return ok();
}

}  // namespace

Result<std::vector<AttendanceLine>> read_attendance(Context& c, capnp::List<schema::Attendance>::Reader lines,
                                                    Number body, Number session, std::uint32_t day) {
  std::vector<AttendanceLine> out;
  out.reserve(lines.size());
  for (const auto line : lines) {
    JUMELAGE_TRY(const AttendanceLine read, read_line(c, line, body));
    out.push_back(read);
    if (read.presence == schema::Presence::REPLACED && !may_replace(c, read.by, read.mandate, day)) {
      c.finding(kSessionNotAnAlternate,
                fmt::format("{} is no alternate in exercise of {} and cannot sit for it", quoted(line.getBy()),
                            quoted(line.getMandate())),
                session);
    }
  }
  std::vector<Number> mandates;
  for (const AttendanceLine& line : out) mandates.push_back(line.mandate);
  std::sort(mandates.begin(), mandates.end());
  const auto twice = std::adjacent_find(mandates.begin(), mandates.end());
  if (twice != mandates.end()) return bad(fmt::format("{} is listed twice in the attendance", quoted(c, *twice)));
  return out;
}

void write_attendance(Context& c, Number session, const std::vector<AttendanceLine>& lines) {
  for (const AttendanceLine& line : lines) {
    c.put_row<schema::AttendanceRow>(Table::kAttendance, attendance_key(session, line.mandate, c.position()),
                                     [&](schema::AttendanceRow::Builder row) {
                                       row.setPresence(line.presence);
                                       row.setBy(line.by);
                                     });
  }
}

Result<void> attendance_changed(Context& c, schema::AttendanceChanged::Reader act) {
  JUMELAGE_TRY(const Number session, c.find(act.getSession(), SubjectKind::SESSION));
  const auto state = c.session(session);
  JUMELAGE_TRY(need_secretary(c, state.getBody(), session));
  JUMELAGE_TRY(need_open(c, session));
  if (act.getChanges().size() == 0) return bad("nobody's attendance is changed; name who arrived or left");
  JUMELAGE_TRY(check_anchor(c, act, session));
  JUMELAGE_TRY(const auto lines, read_attendance(c, act.getChanges(), state.getBody(), session, state.getOpenedDate()));
  write_attendance(c, session, lines);
  count_session_act(c, session);
  c.touch(session);
  return ok();
}

}  // namespace jumelage::governance
