// For acts that somebody vouches for: recorded for someone without a key, or from paper. The options, and what they
// become in the act.
#pragma once

#include <string>

#include "app/new_document.h"
#include "app/ui.h"
#include "governance/register.h"

namespace jumelage::tools {

// --attested-by, --on-behalf-of, --grounds and --evidence.
void add_attestation_options(cli::Command& command);

// `json`, an act, with its member "attestation", when the options ask for one; the files of --evidence are added to
// `documents`. Who attests when nobody is named: the one secretary of a council. ToolError::kUsage when the options do
// not go together, or do not say enough for --basis attested.
Result<std::string> with_attestation(const cli::Arguments& arguments, const governance::Register& reg, std::string json,
                                     std::vector<NewDocument>& documents);

}  // namespace jumelage::tools
