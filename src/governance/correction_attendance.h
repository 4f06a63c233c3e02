// Who was there, put right, and all votes that were counted by it counted again. Steps of correction_rules.cc.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// `act`, which stands at `target` and opens a session or changes its attendance, as it was corrected before; `next`: as
// it is corrected now.
Result<void> correct_attendance(Context& c, std::uint64_t target, const event::Act& act, const event::Act& next);

}  // namespace jumelage::governance
