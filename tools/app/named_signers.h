// Who signs elsewhere: from an office, a mandate or a member to the key that the ledger knows of them.
#pragma once

#include <string>
#include <vector>

#include "app/signing.h"
#include "governance/register.h"

namespace jumelage::tools {

// Adds who is named in `words`: an office or mandate (the daily key that stands, else the spare one), a member (its
// administrator's key), or a key of the folder. ToolError::kNotFound; kAmbiguous when several keys stand; kUsage when
// one is there already.
Result<void> add_elsewhere(const std::vector<std::string>& words, const governance::Register& reg,
                           const KeyFolder& folder, std::vector<Signatory>& signers);

}  // namespace jumelage::tools
