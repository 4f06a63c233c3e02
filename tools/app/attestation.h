// For acts that somebody vouches for: recorded for someone without a key, or from paper. The options, and what they
// become in the act.
#pragma once

#include <string>

#include "app/act_options.h"
#include "app/ui.h"
#include "governance/register.h"

namespace jumelage::tools {

// --attested, --attested-by, --on-behalf-of, --grounds and --evidence.
void add_attestation_options(cli::Command& command);

// As --basis says; --attested says it in one word with its statement.
std::string basis_of(const cli::Arguments& arguments);

// Gives the act its member "attestation" when the options ask for one, and the files of --evidence to its documents.
// Who attests when nobody is named: the one secretary of a council. ToolError::kUsage when the options do not go
// together, or do not say enough.
Result<void> attest(const cli::Arguments& arguments, const governance::Register& reg, Made& made);

}  // namespace jumelage::tools
