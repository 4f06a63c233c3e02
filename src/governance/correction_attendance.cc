#include "governance/correction_attendance.h"

#include <algorithm>
#include <optional>

#include "governance/correction.h"
#include "governance/correction_votes.h"
#include "governance/cures.h"
#include "governance/overlay_register.h"
#include "governance/session_finding_codes.h"
#include "governance/session_opening.h"

namespace jumelage::governance {
namespace {

// What the corrected act says.
struct Attended {
  std::vector<AttendanceLine> lines;
  std::optional<Opening> opening;  // of an act that opens a session
  std::vector<Finding> findings;
};

capnp::Text::Reader session_of(const event::Act& act) {
  const auto reader = act.reader();
  return reader.isSessionOpened() ? reader.getSessionOpened().getSession() : reader.getAttendanceChanged().getSession();
}

capnp::List<schema::Attendance>::Reader lines_of(const event::Act& act) {
  const auto reader = act.reader();
  return reader.isSessionOpened() ? reader.getSessionOpened().getAttendance()
                                  : reader.getAttendanceChanged().getChanges();
}

Result<Attended> read(Context& c, std::uint64_t target, const event::Act& act, Number session) {
  Attended out;
  const auto look = [&](Context& then) -> Result<void> {
    if (act.reader().isSessionOpened()) {
      JUMELAGE_TRY(out.opening, judge_opening(then, session, act.reader().getSessionOpened()));
      out.lines = out.opening->lines;
      return ok();
    }
    const auto state = then.session(session);
    JUMELAGE_TRY(out.lines, read_attendance(then, lines_of(act), state.getBody(), session, state.getOpenedDate()));
    find_unchanged(then, session, out.lines);
    return ok();
  };
  JUMELAGE_TRY(out.findings, look_back(c, c.reader(), target, act, look));
  return out;
}

// The rows of the act are written over: whoever asks how a seat was filled then is to get the truth. What the act said
// first stays in the log.
void write_lines(Context& c, OverlayRegister& after, std::uint64_t target, Number session,
                 const std::vector<AttendanceLine>& lines) {
  for (const AttendanceLine& line : lines) {
    RowBuilder row;
    auto attendance = row.init<schema::AttendanceRow>();
    attendance.setPresence(line.presence);
    attendance.setBy(line.by);
    attendance.setCorrectedAt(c.position());
    const Key key = attendance_key(session, line.mandate, target);
    after.put(Table::kAttendance, key, row.bytes());
    c.put(Table::kAttendance, key, row.bytes());
  }
}

// With the seats that it should not have named, as they were before it.
Result<std::vector<AttendanceLine>> all_lines(const Context& c, std::uint64_t target, const event::Act& act,
                                              Number session, const std::vector<AttendanceLine>& now) {
  std::vector<AttendanceLine> lines = now;
  for (const auto line : lines_of(act)) {
    JUMELAGE_TRY(const Number mandate, c.find(line.getMandate(), SubjectKind::MANDATE));
    if (std::ranges::find(now, mandate, &AttendanceLine::mandate) == now.end())
      lines.push_back(attendance_before(c, session, mandate, target));
  }
  return lines;
}

// For what is counted again: the session as its opening should have left it, in every row since.
void rewrite_session(const Context& c, OverlayRegister& after, std::uint64_t target, Number session,
                     const Opening& opening) {
  c.reader().scan(Table::kRows, Key().u32(session), [&](Register::Item item) {
    const std::uint64_t position = read_big_endian(item.key.subspan(4));
    if (position < target || position >= c.position()) return true;
    RowMessage stored(item.value);
    RowBuilder row;
    write_opening(row.copy(stored.root<schema::SubjectRow>()).getSession(), opening);
    after.put(Table::kRows, item.key, row.bytes());
    return true;
  });
}

// The records that count in this session and were made after the act, of one item, in the order of their rounds.
std::vector<std::uint64_t> records_after(const Context& c, Number item, Number session, std::uint64_t target) {
  std::vector<std::uint64_t> records;
  c.reader().scan(Table::kVotes, Key().u32(item), [&](Register::Item stored) {
    const Row<schema::VoteRow> row(stored.value);
    const auto vote = row.reader();
    if (vote.getSession() == session && !vote.getSuperseded() && vote.getRecordAt() > target)
      records.push_back(vote.getRecordAt());
    return true;
  });
  return records;
}

Result<void> recount_item(Context& c, const Register& after, const std::vector<std::uint64_t>& records) {
  std::vector<event::Act> acts;  // outlive what is counted of them
  std::vector<Recount> recounts;
  for (const std::uint64_t record : records) acts.push_back(as_corrected(c, record));
  for (std::size_t i = 0; i < records.size(); ++i) {
    JUMELAGE_TRY(Recount counted, recount(c, after, records[i], acts[i]));
    if (changes(c, counted)) recounts.push_back(std::move(counted));
  }
  if (!recounts.empty()) write_recounts(c, recounts, false);
  return ok();
}

// What is found in the lines themselves.
bool of_lines(std::string_view code) {
  return code == kSessionNotAnAlternate || code == kProxyNotRecorded || code == kSessionAttendanceUnchanged;
}

void write_session(Context& c, std::uint64_t target, Number session, const Attended& attended) {
  const bool opens = attended.opening.has_value();
  const auto corrections = corrections_of(c, target);
  const bool left = cure(c, session, [&](const OpenFinding& finding) {
    if (finding.subject != session) return false;
    const bool earlier = std::ranges::find(corrections, finding.position) != corrections.end();
    return (finding.position == target || earlier) && (opens || of_lines(finding.code));
  });
  for (const Finding& finding : attended.findings) c.finding(finding.code, finding.text, finding.subject);
  c.update_state(session, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(left);
    if (opens) write_opening(row.getSession(), *attended.opening);
  });
}

}  // namespace

Result<void> correct_attendance(Context& c, std::uint64_t target, const event::Act& act, const event::Act& next) {
  JUMELAGE_TRY(const Number session, c.find(session_of(act), SubjectKind::SESSION));
  JUMELAGE_TRY(const Attended attended, read(c, target, next, session));
  OverlayRegister after(c.reader());
  JUMELAGE_TRY(const auto lines, all_lines(c, target, act, session, attended.lines));
  write_lines(c, after, target, session, lines);
  if (attended.opening) rewrite_session(c, after, target, session, *attended.opening);
  std::vector<Number> agenda;
  for (const Number item : c.session(session).getAgenda()) agenda.push_back(item);
  for (const Number item : agenda) {
    JUMELAGE_TRY(recount_item(c, after, records_after(c, item, session, target)));
  }
  write_session(c, target, session, attended);
  return ok();
}

}  // namespace jumelage::governance
