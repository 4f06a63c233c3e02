// What records of votes and elections have in common: the row that each leaves, and how one gives way to another.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// The record of that round made at that position no longer stands, and neither do its findings: this act cures them.
void supersede_vote(Context& c, Number item, std::uint16_t round, std::uint64_t position);

// The greatest count that a row holds, for any that is greater.
std::uint32_t clamp_count(std::uint64_t count);

}  // namespace jumelage::governance
