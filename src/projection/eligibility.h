// Who could sign or vote, as the rules would see it now, and why somebody could not. For people who prepare an act:
// what counts in the end is what the rules say of the act itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "governance/history.h"
#include "projection/query.h"

namespace jumelage::projection {

// A mandate, and what stands between it and a signature in any capacity; empty: nothing does.
struct Signatory {
  Number mandate = 0;
  std::vector<Number> offices;  // that it holds on that day
  std::vector<Number> keys;     // with which it can sign at the next position
  std::string obstacle;
};
// Of the bodies given, in the order of their mandates.
std::vector<Signatory> signatories(const Register& reg, const std::vector<Number>& bodies, std::uint32_t day,
                                   std::uint64_t next_position);

// Why no vote can be taken on a proposal now, whoever is there: "charter is decided already". Empty: one can.
std::string vote_obstacle(const Register& reg, Number proposal);

struct Voter {
  Number mandate = 0;
  bool may_vote = false;
  Number by = 0;       // who votes for the seat: an alternate, or the holder of a proxy
  std::string reason;  // in words: how, or why not
};
// Everybody with a mandate in the body of a proposal, as of a day: seats in the session that the proposal is on, with
// its attendance, if that has been opened. Nobody may vote while there is a vote_obstacle(); what a seat would do
// without it stands beside that in `reason` before the session is open.
std::vector<Voter> voters_on(const Register& reg, const governance::History& history, Number proposal,
                             std::uint32_t day, std::uint64_t size);

}  // namespace jumelage::projection
