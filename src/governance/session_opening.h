// What the opening of a session comes to by the rules: for the act that records it, and for one that corrects that.
#pragma once

#include <vector>

#include "governance/quorum.h"
#include "governance/session_attendance.h"

namespace jumelage::governance {

struct Opening {
  Number presider = 0;
  Number secretary = 0;
  std::uint32_t day = 0;
  std::vector<AttendanceLine> lines;
  QuorumResult quorum;
};

// Refused like read_attendance(), and when a seat in exercise is not accounted for. Findings are about the session.
Result<Opening> judge_opening(Context& c, Number session, schema::SessionOpened::Reader act);

// All of it but the lines of attendance.
void write_opening(schema::SessionState::Builder session, const Opening& opening);

}  // namespace jumelage::governance
