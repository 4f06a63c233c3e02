// What an act would change besides what it says: rows that the rules write, compared with those that stand.
#pragma once

#include <cstdint>
#include <vector>

#include "app/correction_effect.h"

namespace jumelage::tools {

// Votes and elections first, then the things that rest on them, each once. `reg`: before the act, which would take
// `position`.
std::vector<Consequence> consequences_of(const governance::Register& reg, std::uint64_t position,
                                         const governance::Effects& effects);

// Positions of earlier acts some finding of which is cured.
std::vector<std::uint64_t> cured_by(const governance::Register& reg, std::uint64_t position,
                                    const governance::Effects& effects);

}  // namespace jumelage::tools
