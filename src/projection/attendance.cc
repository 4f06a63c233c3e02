#include "projection/attendance.h"

#include <fmt/format.h>

#include <map>

#include "event/act.h"
#include "governance/context.h"
#include "governance/session_proxies.h"
#include "governance/session_quorum.h"
#include "governance/session_seats.h"
#include "projection/corrections.h"
#include "projection/past_register.h"

namespace jumelage::projection {
namespace {

using governance::read_big_endian;
using governance::Table;

// By the rules' own functions, on the register as it was when the act had been recorded.
void find_quorum(const Register& reg, const governance::History& history, Number session, AttendanceStep& step) {
  const PastRegister then(reg, step.position + 1);
  const auto act = event::Act::parse(history.act(step.position));
  if (!act) throw governance::RegisterFault("the log holds an act that cannot be read");
  const governance::Place place{.index = EntryIndex{step.position + 1},
                                .sequenced_at = history.sequenced_at(step.position),
                                .ledger_id = {},
                                .history = &history};
  governance::Effects effects;
  governance::Context c(then, place, act.value(), effects, {});
  const auto state = c.session(session);
  if (c.imported() || state.getMode() == schema::SessionMode::WRITTEN) return;
  const auto rules = c.rule_set(state.getRuleSet(), state.getRuleSetVersion());
  if (!rules) return;
  auto seats = governance::seats_in_exercise(c, state.getBody(), state.getOpenedDate());
  governance::take_attendance(c, session, state.getOpenedDate(), seats);
  governance::apply_proxies(c, session, 0, seats);
  const auto quorum = governance::quorum_of(c, state, rules.value(), seats);
  step.is_quorum_known = true;
  step.is_quorate = quorum.met;
  step.quorum = quorum.text;
}

capnp::List<schema::Attendance>::Reader lines_of(schema::Act::Reader act) {
  if (act.isSessionOpened()) return act.getSessionOpened().getAttendance();
  if (act.isAttendanceChanged()) return act.getAttendanceChanged().getChanges();
  return {};
}

// Every seat of an act that was corrected is written anew; those are marked that the act had filled in another way, or
// had not named.
void find_corrected(const Register& reg, const governance::History& history, AttendanceStep& step) {
  step.corrected_by = corrections_of(reg, step.position);
  if (step.corrected_by.empty()) return;
  const auto act = event::Act::parse(history.act(step.position));
  if (!act) throw governance::RegisterFault("the log holds an act that cannot be read");
  for (AttendanceStep::Line& line : step.lines) {
    const std::string mandate = slug_of(reg, line.mandate);
    line.corrected = true;
    for (const auto said : lines_of(act.value().reader()))
      if (governance::view(said.getMandate()) == mandate)
        line.corrected = said.getPresence() != line.presence || governance::view(said.getBy()) != slug_of(reg, line.by);
  }
}

}  // namespace

std::vector<AttendanceStep> attendance_over_time(const Register& reg, const governance::History& history,
                                                 Number session) {
  std::map<std::uint64_t, AttendanceStep> steps;
  reg.scan(Table::kAttendance, governance::Key().u32(session), [&](Register::Item item) {
    const governance::Row<schema::AttendanceRow> row(item.value);
    const std::uint64_t position = read_big_endian(item.key.subspan(8));
    steps[position].position = position;
    steps[position].lines.push_back({static_cast<Number>(read_big_endian(item.key.subspan(4, 4))),
                                     row.reader().getPresence(), row.reader().getBy()});
    return true;
  });
  std::vector<AttendanceStep> out;
  for (auto& [position, step] : steps) {
    find_quorum(reg, history, session, step);
    find_corrected(reg, history, step);
    out.push_back(std::move(step));
  }
  return out;
}

std::string anchor_text(schema::Anchor::Reader anchor) {
  using Position = schema::Anchor::Position;
  const std::string what = anchor.hasItem() ? std::string(governance::view(anchor.getItem())) : "the session";
  const unsigned round = anchor.getVoteRound() == 0 ? 1U : anchor.getVoteRound();
  switch (anchor.getPosition()) {
    case Position::BEFORE: return "before " + what;
    case Position::DURING: return "during " + what;
    case Position::AFTER: return "after " + what;
    case Position::BEFORE_VOTE: return fmt::format("before vote {} on {}", round, what);
    case Position::AFTER_VOTE: return fmt::format("after vote {} on {}", round, what);
  }
  return "at a point of a newer version";
}

}  // namespace jumelage::projection
