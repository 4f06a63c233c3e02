// Lists of who is there, as acts state them.
#pragma once

#include <vector>

#include "governance/context.h"

namespace jumelage::governance {

struct AttendanceLine {
  Number mandate = 0;
  schema::Presence presence = schema::Presence::ABSENT;
  Number by = 0;
};

// Every mandate is known and of that body, each is named once, and whoever is represented or replaced has somebody
// named who acts; refused with kUnknownSubject, kWrongKind or kBadValue. An alternate of somebody else, or a proxy that
// the recorded ones gainsay, is a finding about the session, and its presence has no effect.
Result<std::vector<AttendanceLine>> read_attendance(Context& c, capnp::List<schema::Attendance>::Reader lines,
                                                    Number body, Number session, std::uint32_t day);

// How a seat was filled before the act at that position: absent, unless somebody said otherwise.
AttendanceLine attendance_before(const Context& c, Number session, Number mandate, std::uint64_t position);

// Findings about the session for changes that change nothing: who leaves was not there, or who arrives was.
void find_unchanged(Context& c, Number session, const std::vector<AttendanceLine>& lines);

void write_attendance(Context& c, Number session, const std::vector<AttendanceLine>& lines);

}  // namespace jumelage::governance
