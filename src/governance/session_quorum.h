// Whether a session can decide, as far as its rules and its attendance tell.
#pragma once

#include <span>

#include "governance/context.h"
#include "governance/vote_tally.h"

namespace jumelage::governance {

// By those who are there now, whenever the rules test it.
QuorumResult quorum_of(Context& c, schema::SessionState::Reader session, schema::RuleSet::Reader rules,
                       std::span<const Seat> seats);

// As the rules want it for one item: by those who are there now, or as it was found at the opening.
QuorumResult quorum_for_item(Context& c, schema::SessionState::Reader session, schema::RuleSet::Reader rules,
                             std::span<const Seat> seats);

}  // namespace jumelage::governance
