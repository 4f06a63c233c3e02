// One entry of the log: the act, who signed it, what the rules found, and the proof that it is in the log.
#pragma once

#include <string>

#include "app/ui.h"
#include "base/ids.h"
#include "base/result.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

Result<std::string> entry_sheet(const ledger::Snapshot& snapshot, EntryIndex index, const Ui& ui);
Result<std::string> entry_json(const ledger::Snapshot& snapshot, EntryIndex index);

}  // namespace jumelage::tools
