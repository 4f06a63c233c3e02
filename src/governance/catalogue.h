// Which catalogue and which rule engine hold at a position (docs/formats/evolution.md).
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// The newest activation that has taken effect at the act's position. The founding makes the first.
schema::LedgerState::Activation::Reader in_force(Context& c);

// Refused with kNewerSchema: the act is of a catalogue that is not activated yet, or this program knows less than what
// is. Not for the founding act.
Result<void> check_catalogue(Context& c);

}  // namespace jumelage::governance
