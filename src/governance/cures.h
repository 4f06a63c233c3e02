// Findings that a later act does away with, and what is left of them.
#pragma once

#include <functional>

#include "governance/context.h"

namespace jumelage::governance {

// The open findings of the act at `position` about the subject are cured by this act. `subject` 0: whatever they are
// about.
void cure_findings_of(Context& c, std::uint64_t position, Number subject = 0);

// The open findings about a subject, whichever acts they are of: those that `chosen` takes are cured by this act.
// Returns whether any is left.
using ChosenFindings = std::function<bool(std::uint64_t position, std::string_view code)>;
bool cure_findings_about(Context& c, Number subject, const ChosenFindings& chosen);

}  // namespace jumelage::governance
