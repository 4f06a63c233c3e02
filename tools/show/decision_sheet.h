// A decision on one page: number, title, outcome as announced and as computed, what is irregular about it and what
// cures that, and where it stands in the log.
#pragma once

#include <string>

#include "app/json_output.h"
#include "app/lookup.h"
#include "app/ui.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

Result<std::string> decision_sheet(const ledger::Snapshot& snapshot, Number decision, const Ui& ui);
Result<std::string> decision_json(const ledger::Snapshot& snapshot, Number decision);

}  // namespace jumelage::tools
