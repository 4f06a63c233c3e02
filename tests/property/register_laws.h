// What holds of every register, whatever acts made it: each law says in sentences where it is broken.
#pragma once

#include <string>
#include <vector>

#include "governance/register.h"

namespace jumelage::test {

using Broken = std::vector<std::string>;

// No id and no number is used twice, and each leads to the other.
Broken ids_and_numbers(const governance::Register& reg);
// Sessions of a body are numbered from 1 without a gap.
Broken session_numbers(const governance::Register& reg);
// Definitive numbers are given from 1 without a gap in each series and year, each to the decision that bears it.
Broken definitive_numbers(const governance::Register& reg);
// A closed session has left none of its items open, as of its closing.
Broken closed_sessions(const governance::Register& reg);
// One record stands of each round of voting; the last of them is the item's, and the item's decision rests on it.
Broken standing_votes(const governance::Register& reg);
// What a finding that is not cured says of items, decisions and bodies is what their rows say.
Broken flags(const governance::Register& reg);
// Enough witnesses and administrators are left for their quorums.
Broken quorums(const governance::Register& reg);

}  // namespace jumelage::test
