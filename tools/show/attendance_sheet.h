// A session's attendance over time: the opening, each arrival and departure, and the quorum as it went.
#pragma once

#include <string>

#include "app/json_output.h"
#include "app/lookup.h"
#include "app/ui.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

// Empty before the session is opened.
Result<std::string> attendance_over_time(const ledger::Snapshot& snapshot, Number session, const Ui& ui);
// Member "attendanceOverTime" of the object that is open.
Result<void> write_attendance_over_time(const ledger::Snapshot& snapshot, Number session, JsonOutput& out);

}  // namespace jumelage::tools
