// Votes counted again, after a correction of the vote or of who was there. Steps of correction_rules.cc.
#pragma once

#include <vector>

#include "governance/context.h"
#include "governance/vote_judgement.h"

namespace jumelage::governance {

// A record of a vote that stands in `votes`, and what it comes to now.
struct Recount {
  VoteCase vote;
  std::uint64_t stands_at = 0;  // the position of its row
  std::uint64_t record_at = 0;  // the position of the act that recorded it
  JudgedVote judged;
  std::vector<Finding> findings;
};

// The votes of one item, at least one, in the order of their rounds, of which `act` outlives them: superseded by rows
// at this act's position, with their findings; the item's row, the decision that rests on them and what rests on that
// follow. `own`: the item is among this act's subjects.
void write_recounts(Context& c, std::vector<Recount>& recounts, bool own);

// The vote that `act` (as corrected) records, counted against `reg`, as things were at `record_at`. Refused when
// another record has taken its place.
Result<Recount> recount(Context& c, const Register& reg, std::uint64_t record_at, const event::Act& act);

// Whether it comes to anything else than what stands.
bool changes(const Context& c, const Recount& recount);

}  // namespace jumelage::governance
