// What rests on a decision or delegation: the acts that carry it out, and what is decided under it. Each is linked to
// it when it is recorded (docs/formats/register.md), and its findings about it name it as their cause.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// A decision or delegation has become one in force: findings that it was not are cured, and so on for what rests on
// whatever becomes regular by that. An irregular change of office stays without effect, as it had none: it is recorded
// again.
void cure_dependants(Context& c, Number cause);
// It has become irregular: what rests on it is irregular too.
void flag_dependants(Context& c, Number cause);

}  // namespace jumelage::governance
