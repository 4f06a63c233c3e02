// AttendanceChanged, and the lists that it shares with SessionOpened.
#include "governance/session_attendance.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/authority.h"
#include "governance/rules.h"
#include "governance/session_anchor.h"
#include "governance/session_finding_codes.h"
#include "governance/session_proxies.h"
#include "governance/session_seats.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

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
    if (read.presence == schema::Presence::REPRESENTED && lacks_proxy(c, session, read.mandate, read.by)) {
      c.finding(kProxyNotRecorded,
                fmt::format("{} is said to be represented by {}, to whom no proxy that holds was given; only recorded "
                            "proxies count: record it, from paper if need be",
                            quoted(line.getMandate()), quoted(line.getBy())),
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

AttendanceLine attendance_before(const Context& c, Number session, Number mandate, std::uint64_t position) {
  AttendanceLine line;
  line.mandate = mandate;
  const auto item = c.reader().floor(Table::kAttendance, attendance_key(session, mandate, position - 1));
  if (!item || !equal(item->key.first(8), Key().u32(session).u32(mandate).view())) return line;
  const Row<schema::AttendanceRow> row(item->value);
  line.presence = row.reader().getPresence();
  line.by = row.reader().getBy();
  return line;
}

// A roll call says again who is there and who is not, beside whoever came or went. But if nobody did, something is
// wrong.
void find_unchanged(Context& c, Number session, const std::vector<AttendanceLine>& lines) {
  const auto stands_already = [&](const AttendanceLine& line) {
    const AttendanceLine before = attendance_before(c, session, line.mandate, c.position());
    return before.presence == line.presence && before.by == line.by;
  };
  if (lines.empty() || !std::all_of(lines.begin(), lines.end(), stands_already)) return;  // none: it was taken back
  c.finding(
      kSessionAttendanceUnchanged,
      fmt::format("{} is recorded so already: nobody leaves who is not there, or arrives who is; look at who it was",
                  quoted(c, lines.front().mandate)),
      session);
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
  JUMELAGE_TRY(const AnchorPlace at, read_anchor(c, act.getAt(), session));
  if (at.overtaken) {
    c.finding(
        kSessionAttendanceLate,
        fmt::format("this change is said to come before vote {} on {}, which was counted without it; correct that vote",
                    at.round, quoted(c, at.item)),
        session);
  }
  JUMELAGE_TRY(const auto lines, read_attendance(c, act.getChanges(), state.getBody(), session, state.getOpenedDate()));
  find_unchanged(c, session, lines);
  write_attendance(c, session, lines);
  count_session_act(c, session);
  c.touch(session);
  return ok();
}

}  // namespace jumelage::governance
