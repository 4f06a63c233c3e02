// A session on one page: the call, who was there, the quorum, each item with its votes and what became of it.
#pragma once

#include <string>

#include "app/json_output.h"
#include "app/lookup.h"
#include "app/ui.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

Result<std::string> session_sheet(const ledger::Snapshot& snapshot, Number session, const Ui& ui);
Result<void> write_session(const ledger::Snapshot& snapshot, Number session, JsonOutput& out);

}  // namespace jumelage::tools
