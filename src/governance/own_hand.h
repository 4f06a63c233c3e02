// Acts that only the holder of one mandate can make: nobody else of the same member, and no office.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// Refused with kSignatureMissing unless the holder signs, in whatever capacity, or a secretary attests the act on
// behalf of that very mandate.
Result<void> need_own_hand(Context& c, Number mandate);

}  // namespace jumelage::governance
