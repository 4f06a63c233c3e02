// Where in the order of a session something happened, as acts state it.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

struct AnchorPlace {
  Number item = 0;  // 0: the session as a whole
  unsigned round = 1;
  bool after_vote = false;  // of that round
  bool overtaken = false;   // said to come before a vote that is recorded already, and so counted without it
};

// The log's order is the session's order: what comes after a vote is recorded after it. Refused when the item is not on
// the agenda, or when the vote that it is said to follow is not recorded yet.
Result<AnchorPlace> read_anchor(Context& c, schema::Anchor::Reader anchor, Number session);

}  // namespace jumelage::governance
