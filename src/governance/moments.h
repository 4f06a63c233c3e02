// Moments that an act tells of besides its own.
#pragma once

#include <string_view>

#include "governance/context.h"

namespace jumelage::governance {

// Refused with kTimeImpossible when it lies after the day on which the act was recorded, kBadValue when it is on no day
// of the calendar. `what` says what happened: "published".
Result<void> need_past(const Context& c, schema::Moment::Reader at, std::string_view what);

}  // namespace jumelage::governance
