// Entries of the log, a line each.
#pragma once

#include <string>
#include <vector>

#include "app/json_output.h"
#include "app/ui.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

Result<std::string> log_table(const ledger::Snapshot& snapshot, const std::vector<std::uint64_t>& positions,
                              const Ui& ui);
// Items of a list that is open.
Result<void> write_log(const ledger::Snapshot& snapshot, const std::vector<std::uint64_t>& positions, JsonOutput& out);

}  // namespace jumelage::tools
