// Proxies as they were granted by acts of their own, and what they make of an absent seat.
#pragma once

#include <span>
#include <vector>

#include "governance/context.h"
#include "governance/vote_tally.h"

namespace jumelage::governance {

// All proxies granted for a session, in the order in which they were granted.
std::vector<Number> proxies_of(Context& c, Number session);

// Neither revoked nor irregular.
bool holds(Context& c, Number proxy);
// Whether it is for that item; item 0: for the session as a whole.
bool covers(schema::ProxyState::Reader proxy, Number item);

// A seat whose principal is away, without an alternate there, is represented by the holder of a proxy that holds and
// covers the item, whatever the attendance says of it, and by nobody else. (A source that was imported without its
// proxies tells what it tells.)
void apply_proxies(Context& c, Number session, Number item, std::span<Seat> seats);

// Whether no proxy that holds gives the principal's voice to that holder.
bool lacks_proxy(Context& c, Number session, Number principal, Number holder);

}  // namespace jumelage::governance
