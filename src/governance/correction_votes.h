// Votes and elections counted again, after a correction of the record or of who was there. Steps of
// correction_rules.cc.
#pragma once

#include <vector>

#include "governance/context.h"
#include "governance/election_figures.h"
#include "governance/vote_judgement.h"

namespace jumelage::governance {

// A record that stands in `votes`, and what it comes to now: by the rules, the attendance, the proxies and the recusals
// of its own moment.
struct Recount {
  Number item = 0;
  Number election = 0;          // whose record it is; 0: a vote's
  std::uint16_t round = 0;      // for an election the number of its rounds, as they are now
  std::uint16_t stands_as = 0;  // the same as the row that stands has it
  std::uint64_t stands_at = 0;  // the position of that row
  std::uint64_t record_at = 0;  // the position of the act that recorded it
  VoteCase vote;
  JudgedVote judged_vote;
  ElectionCase held;
  JudgedElection judged_election;
  std::vector<Finding> findings;

  Outcome outcome() const { return election == 0 ? judged_vote.result.outcome : judged_election.outcome; }
  const std::string& text() const { return election == 0 ? judged_vote.result.text : judged_election.text; }
  std::uint64_t present() const { return election == 0 ? judged_vote.present : judged_election.present; }
};

// The records on one item, at least one, in the order of their rounds, of which `act` outlives them: superseded by rows
// at this act's position, with their findings; the item's row, the election's, the decision that rests on them and what
// rests on that follow. `own`: the item is among this act's subjects.
void write_recounts(Context& c, const std::vector<Recount>& recounts, bool own);

// The vote or election that `act` (as corrected) records, counted against `reg`, as things were at `record_at`. Refused
// when another record has taken its place.
Result<Recount> recount(Context& c, const Register& reg, std::uint64_t record_at, const event::Act& act);

// Whether it comes to anything else than what stands.
bool changes(const Context& c, const Recount& recount);

}  // namespace jumelage::governance
