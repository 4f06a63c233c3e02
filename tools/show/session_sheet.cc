#include "show/session_sheet.h"

#include <fmt/format.h>

#include "base/text.h"
#include "show/attendance_sheet.h"
#include "show/session_data.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;

std::string head(const ShownSession& s, const Ui& ui) {
  cli::Fields fields;
  fields.field("session", fmt::format("{}, number {} of its body, call {}", s.id, s.number, s.call));
  fields.field("called for", fmt::format("{}, {}", s.scheduled, s.mode));
  fields.field("state", s.phase + (s.is_irregular ? ", irregular" : ""), s.is_irregular ? Tone::kWarning : Tone::kGood);
  if (!s.opened.empty()) {
    fields.field("opened", fmt::format("{}, presided by {}, minutes by {}", s.opened, s.presider, s.secretary));
    fields.field("quorum", s.quorum, s.is_quorate ? Tone::kGood : Tone::kWarning);
  }
  fields.field("rules", s.rules);
  for (const LaterRecord& record : s.later_records)
    fields.field("not live", fmt::format("#{} {}: {}", record.position, record.kind, record.basis), Tone::kWarning);
  add_marked(s.marked_records, fields);
  add_findings(s.findings, fields);
  return fields.render(ui.look);
}

std::string attendance(const ShownSession& s, const Ui& ui) {
  if (s.attendance.empty()) return {};
  cli::Table table({{"seat"}, {"for"}, {"attendance"}, {"by"}});
  for (const ShownAttendance& line : s.attendance) {
    table.row({line.mandate, line.member.empty() ? "in own right" : line.member, line.presence, line.by});
    if (line.presence == "absent" || line.presence == "excused") table.tone(Tone::kFaint);
  }
  return "\n" + cli::heading("Attendance", ui.look) + table.render(ui.look);
}

void add_vote(const ShownVote& vote, cli::Fields& fields) {
  if (vote.is_superseded)
    return fields.field(fmt::format("   vote {}", vote.round), fate_text(vote) + ": " + vote.arithmetic, Tone::kFaint);
  add_arithmetic(fmt::format("   vote {}", vote.round), vote.arithmetic, fields);
  const bool differs = vote.announced != vote.outcome && vote.announced != "not announced";
  fields.field("   announced", vote.announced + (differs ? fmt::format(" (by the rules: {})", vote.outcome) : ""),
               differs ? Tone::kWarning : Tone::kGood);
  if (const std::string fate = fate_text(vote); !fate.empty()) fields.field("   counted", fate, Tone::kWarning);
  if (!vote.basis.empty()) fields.field("   basis", vote.basis, Tone::kWarning);
}

// "1. twinning-charter — decided, CCI-2026-001", the title, and a line for each vote.
std::string item(const ShownItem& item, std::size_t place, const Ui& ui) {
  const std::string number = item.number.empty() ? "" : ", " + ui.tone(for_terminal(item.number), Tone::kHeading);
  std::string out = fmt::format("{}. {}: {}{}\n", place, ui.tone(for_terminal(item.id), Tone::kHeading),
                                for_terminal(item.status), number);
  cli::Fields fields;
  for (const auto& [language, text] : item.titles) fields.field("   title (" + language + ")", one_line(text));
  for (const ShownVote& vote : item.votes) add_vote(vote, fields);
  if (!item.decision.empty()) fields.field("   decision", item.decision);
  return out + fields.render(ui.look);
}

void write_item(const ShownItem& item, JsonOutput& out) {
  out.object().text("id", item.id).object("title");
  for (const auto& [language, text] : item.titles) out.text(language, text);
  out.end().text("status", item.status);
  out.optional_text("decision", item.decision).optional_text("number", item.number).list("votes");
  for (const ShownVote& vote : item.votes) {
    out.object().number("round", vote.round).number("position", vote.position).text("announced", vote.announced);
    out.text("computed", vote.outcome).text("arithmetic", vote.arithmetic).flag("superseded", vote.is_superseded);
    if (vote.record_at != vote.position) out.number("recordedAt", vote.record_at);
    if (vote.next_at != 0) out.number(vote.is_counted_again ? "correctedBy" : "replacedBy", vote.next_at);
    out.optional_text("basis", vote.basis).end();
  }
  out.end().end();
}

}  // namespace

Result<std::string> session_sheet(const ledger::Snapshot& snapshot, Number session, const Ui& ui) {
  JUMELAGE_TRY(const ShownSession s, gather_session(snapshot, session));
  std::string out = cli::heading(s.body, ui.look) + head(s, ui);
  out += attendance(s, ui);
  JUMELAGE_TRY(const std::string over_time, attendance_over_time(snapshot, session, ui));
  out += over_time;
  if (!s.items.empty()) out += "\n" + cli::heading("Agenda", ui.look);
  for (std::size_t i = 0; i < s.items.size(); ++i) out += item(s.items[i], i + 1, ui);
  return out;
}

Result<void> write_session(const ledger::Snapshot& snapshot, Number session, JsonOutput& out) {
  JUMELAGE_TRY(const ShownSession s, gather_session(snapshot, session));
  out.object().text("id", s.id).text("body", s.body).number("number", s.number).number("call", s.call);
  out.text("phase", s.phase).text("mode", s.mode).text("scheduled", s.scheduled).optional_text("opened", s.opened);
  out.text("rules", s.rules).optional_text("presider", s.presider).optional_text("secretary", s.secretary);
  out.optional_text("quorum", s.quorum).flag("quorate", s.is_quorate).flag("irregular", s.is_irregular);
  if (s.acts != 0) out.number("acts", s.acts);
  out.list("attendance");
  for (const ShownAttendance& line : s.attendance) {
    out.object().text("mandate", line.mandate).optional_text("member", line.member).text("presence", line.presence);
    out.optional_text("by", line.by).end();
  }
  out.end();
  JUMELAGE_TRY(write_attendance_over_time(snapshot, session, out));
  out.list("items");
  for (const ShownItem& item : s.items) write_item(item, out);
  out.end().list("notLive");
  for (const LaterRecord& record : s.later_records)
    out.object().number("position", record.position).text("kind", record.kind).text("basis", record.basis).end();
  out.end();
  write_marked(s.marked_records, out);
  write_findings(s.findings, out);
  out.end();
  return ok();
}

}  // namespace jumelage::tools
