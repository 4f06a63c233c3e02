// From seats and ballots to figures: who could vote, who did, and which ballots don't count. Pure.
//
// A seat has one vote, whoever casts it: its titular when there, else the alternate, else a proxy. A ballot that its
// seat could not cast is set aside with the reason, and never counted.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "governance/quorum.h"
#include "governance/vote.h"
#include "schema/sessions.capnp.h"

namespace jumelage::governance {

using Presence = schema::Presence;

// A seat in exercise, as it stood when the vote was opened. Mandates are told apart by number; 0: none.
struct Seat {
  std::uint32_t mandate = 0;
  std::uint32_t member = 0;
  std::string_view college;
  std::uint32_t weight = 1;
  Presence presence = Presence::ABSENT;
  std::uint32_t by = 0;  // the alternate who replaces, the proxy who represents
  bool recused = false;
  bool entitled = true;  // voting right held
};

struct CastBallot {
  std::uint32_t mandate = 0;
  Choice choice = Choice::NOT_TAKING_PART;
  std::uint32_t cast_by = 0;  // 0: in person
};

struct ProxyLimits {
  bool allowed = false;
  std::uint8_t per_holder = 1;
  bool same_member_only = false;
};

enum class BallotFault : std::uint8_t {
  kNoSeat,             // the mandate has no seat here, or an alternate's titular is there
  kTwice,              // the seat has voted already
  kAbsent,             // not there, and nobody there for it
  kRecused,            // recused from the item, or its proxy's holder is
  kNotEntitled,        // no voting right
  kWrongHand,          // cast by someone who doesn't act for the seat
  kPrincipalPresent,   // a proxy lapses while the principal is there
  kHolderAway,         // the proxy's holder isn't there
  kProxiesNotAllowed,  // the rules know no proxies
  kTooManyProxies,     // more than one person may hold
  kOtherMember,        // the rules want a holder from the same member
  kPresent,            // said to be absent, while the session knows the seat as present
};
std::string_view describe(BallotFault fault);  // "is recused from this item"

struct FaultyBallot {
  std::size_t ballot = 0;  // its place in the list
  BallotFault fault = BallotFault::kNoSeat;
};

struct Tallied {
  Group whole;
  std::vector<VoteCount::College> colleges;  // in the order in which seats name them
  std::vector<FaultyBallot> faults;
  std::vector<std::uint32_t> silent;  // mandates that could vote and of which no ballot speaks
};

// Heads for the quorum. `all_seats` is the body's number of seats, for a rule that counts the empty ones too.
QuorumCounts count_heads(std::span<const Seat> seats, QuorumRule::Base base, std::uint32_t all_seats);

// Marks as recused every seat whose ballot says so, declared beforehand or not.
void apply_recusals(std::span<Seat> seats, std::span<const CastBallot> ballots);

// Ballots count in their order. Without any, what is left is who could vote: `whole.present` and `silent`.
Tallied tally(std::span<const Seat> seats, const ProxyLimits& proxies, std::span<const CastBallot> ballots);

}  // namespace jumelage::governance
