// Everything that concerned a member, a mandate or a key: acts on it, and acts on what it has.
#pragma once

#include <cstdint>
#include <vector>

#include "projection/query.h"

namespace jumelage::projection {

// Positions of the acts on a subject, oldest first, each once. Of a mandate also of those on its keys, and of those
// that gave it an office or took it away; of a member also of those on its keys and on what concerned the mandates
// that are held for it. Of anything else its own history.
std::vector<std::uint64_t> concerning(const Register& reg, Number number);

}  // namespace jumelage::projection
