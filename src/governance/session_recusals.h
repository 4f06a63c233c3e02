// Who takes no part in something because of an interest in it.
#pragma once

#include <span>

#include "governance/context.h"
#include "governance/vote_tally.h"

namespace jumelage::governance {

// Entered in `counters`: the position from which on that mandate is recused from that proposal or agreement, in one
// session or (0) in all.
Key recusal_key(Number target, Number mandate, Number session);

// Marks the seats whose holder, or the alternate who sits for the holder, is recused from that item in that session.
void mark_recused(Context& c, Number session, Number item, std::span<Seat> seats);

}  // namespace jumelage::governance
