#include "show/attendance_sheet.h"

#include <fmt/format.h>

#include "projection/attendance.h"
#include "show/act_marks.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using projection::AttendanceStep;

// "timbuktu-1 present, vijayawada-1 represented by timbuktu-1"
std::string lines_text(const Register& reg, const AttendanceStep& step) {
  std::string out;
  for (const AttendanceStep::Line& line : step.lines) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", projection::slug_of(reg, line.mandate),
                       words(schema::Presence{line.presence}));
    if (line.by != 0) out += " by " + projection::slug_of(reg, line.by);
    if (line.corrected) out += " (corrected)";
  }
  return out;
}

// Where in the session, in words.
Result<std::string> moment_of(const ledger::Snapshot& snapshot, const AttendanceStep& step) {
  JUMELAGE_TRY(const event::Entry entry, snapshot.entry(EntryIndex{step.position}));
  const auto act = entry.sealed.act().reader();
  if (act.isAttendanceChanged()) return projection::anchor_text(act.getAttendanceChanged().getAt());
  if (act.isSessionOpened()) return "at the opening, " + moment_text(act.getSessionOpened().getAt());
  return std::string("as corrected");
}

std::string quorum_text(const AttendanceStep& step) {
  if (!step.is_quorum_known) return "-";
  return step.quorum + (step.is_quorate ? "" : ": none");
}

}  // namespace

Result<std::string> attendance_over_time(const ledger::Snapshot& snapshot, Number session, const Ui& ui) {
  const auto steps = projection::attendance_over_time(snapshot.reg(), snapshot.history(), session);
  if (steps.empty()) return std::string();
  cli::Table table({{"#", cli::Align::kRight}, {"when"}, {"who"}, {"quorum by then"}});
  for (const AttendanceStep& step : steps) {
    JUMELAGE_TRY(std::string when, moment_of(snapshot, step));
    when = with_marks(std::move(when), {step.corrected_by, {}});
    table.row({std::to_string(step.position), when, lines_text(snapshot.reg(), step), quorum_text(step)});
    if (step.is_quorum_known && !step.is_quorate) table.tone(cli::Tone::kWarning);
  }
  return "\n" + cli::heading("Attendance over time", ui.look) + table.render(ui.look);
}

Result<void> write_attendance_over_time(const ledger::Snapshot& snapshot, Number session, JsonOutput& out) {
  const Register& reg = snapshot.reg();
  out.list("attendanceOverTime");
  for (const AttendanceStep& step : projection::attendance_over_time(reg, snapshot.history(), session)) {
    JUMELAGE_TRY(const std::string when, moment_of(snapshot, step));
    out.object().number("index", step.position).text("when", when).list("changes");
    for (const AttendanceStep::Line& line : step.lines) {
      out.object()
          .text("mandate", projection::slug_of(reg, line.mandate))
          .text("presence", words(schema::Presence{line.presence}));
      out.optional_text("by", projection::slug_of(reg, line.by));
      if (line.corrected) out.flag("corrected", true);
      out.end();
    }
    out.end();
    write_marks({step.corrected_by, {}}, out);
    if (step.is_quorum_known) out.text("quorum", step.quorum).flag("quorate", step.is_quorate);
    out.end();
  }
  out.end();
  return ok();
}

}  // namespace jumelage::tools
