// A session's attendance over time: who was there at the opening, who came and went, and the quorum after each change.
#pragma once

#include <string>
#include <vector>

#include "governance/history.h"
#include "projection/query.h"
#include "schema/sessions.capnp.h"

namespace jumelage::projection {

struct AttendanceStep {
  std::uint64_t position = 0;  // of the act: the opening or a change
  struct Line {
    Number mandate = 0;
    schema::Presence presence = schema::Presence::ABSENT;
    Number by = 0;           // who acts for the seat
    bool corrected = false;  // it is not what the act said
  };
  std::vector<Line> lines;                  // the seats that it is about
  std::vector<std::uint64_t> corrected_by;  // positions of the corrections of the act, oldest first
  // By those who were there once it was recorded, whatever the rules test it for. Not known of an imported session, or
  // one in writing.
  bool is_quorum_known = false;
  bool is_quorate = false;
  std::string quorum;  // the arithmetic
};

// Oldest first; none before the session is opened.
std::vector<AttendanceStep> attendance_over_time(const Register& reg, const governance::History& history,
                                                 Number session);

// "before the session", "after item charter", "before vote 2 on charter"
std::string anchor_text(schema::Anchor::Reader anchor);

}  // namespace jumelage::projection
