// Findings that a later act settles.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// What the act at `position` was found to lack about `subject` is cured by the act being judged.
void cure_findings(Context& c, std::uint64_t position, Number subject);
// The same for every earlier act that wrote the subject.
void cure_all_findings(Context& c, Number subject);

}  // namespace jumelage::governance
