// A thing as it stands, whatever kind it is.
#pragma once

#include <string>

#include "app/lookup.h"
#include "app/ui.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

Result<std::string> subject_sheet(const ledger::Snapshot& snapshot, Number subject, const Ui& ui);
// With its history.
Result<std::string> subject_json(const ledger::Snapshot& snapshot, Number subject);

}  // namespace jumelage::tools
