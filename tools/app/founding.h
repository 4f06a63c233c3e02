// A new ledger with its founding act in it, or nothing at all.
#pragma once

#include <filesystem>
#include <vector>

#include "app/new_document.h"
#include "base/bytes.h"
#include "ledger/recorded.h"

namespace jumelage::tools {

// When this returns well, the ledger and the documents are on disk. When it fails, the folder is as it was before,
// unless the act may be recorded all the same (ledger/recorded.h). What a crash half-way leaves is taken up by the next
// call. StoreError::kExists: a ledger is founded there already.
Result<ledger::Recorded> found_ledger(const std::filesystem::path& folder, const std::vector<NewDocument>& documents,
                                      Bytes sealed);

}  // namespace jumelage::tools
