// Which acts were put right, and by which: from the counters "correction" (docs/formats/register.md).
#pragma once

#include <cstdint>
#include <vector>

#include "projection/query.h"

namespace jumelage::projection {

// Positions of the corrections of the act at `target` that have taken effect, oldest first.
std::vector<std::uint64_t> corrections_of(const Register& reg, std::uint64_t target);

}  // namespace jumelage::projection
