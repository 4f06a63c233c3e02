// Findings that a later act cures.
#pragma once

#include <span>
#include <string_view>

#include "governance/context.h"

namespace jumelage::governance {

// This act cures all findings about the act at that position.
void cure_findings_at(Context& c, std::uint64_t position);

// This act cures the findings of these codes about a subject, wherever its history has them. Returns whether others
// about it are left that nothing has cured.
bool cure_findings(Context& c, Number subject, std::span<const std::string_view> codes);

}  // namespace jumelage::governance
