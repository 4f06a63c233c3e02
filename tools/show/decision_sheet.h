// A decision on one page: number, title, outcome as announced and as computed, what is irregular about it and what
// cures that, what it does to other decisions and they to it, whether it still stands, and where it is in the log.
#pragma once

#include <string>

#include "app/json_output.h"
#include "app/lookup.h"
#include "app/ui.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

// `day`: on which it is asked whether it stands (Rata Die). `row`: its row at the time that is looked at.
Result<std::string> decision_sheet(const ledger::Snapshot& snapshot, Number decision, schema::SubjectRow::Reader row,
                                   std::uint32_t day, const Ui& ui);
Result<std::string> decision_json(const ledger::Snapshot& snapshot, Number decision, schema::SubjectRow::Reader row,
                                  std::uint32_t day);

}  // namespace jumelage::tools
