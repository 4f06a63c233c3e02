// An election over several rounds: who has won, and by what arithmetic. Pure. In all rounds but the last a candidate
// needs the majority of the votes cast; in the last one the most votes are enough, and equal ones go to the tie policy.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "governance/vote_fraction.h"
#include "schema/rules.capnp.h"

namespace jumelage::governance {

struct ElectionRule {
  using Tie = schema::ElectionRule::TiePolicy;
  Threshold threshold;      // of the votes cast; blank and spoilt ones are not
  std::uint8_t rounds = 3;  // the last one by the most votes
  Tie tie = Tie::NOBODY;
};

struct ElectionRound {
  std::vector<std::uint32_t> votes;  // in the order of the candidates
  std::uint32_t blank = 0;
  std::uint32_t spoilt = 0;
};

struct ElectionResult {
  enum class End : std::uint8_t {
    kOpen,     // no round decided so far, and another may follow
    kElected,  // `candidate` is elected
    kTied,     // the tie policy decides among `tied`
    kNobody,   // the rounds are over and nobody is elected
  };
  End end = End::kOpen;
  std::size_t candidate = 0;
  std::vector<std::size_t> tied;
  std::string text;
};

// Rounds after the one that decides are ignored. Without candidates or votes nobody is ever elected.
ElectionResult elect(const ElectionRule& rule, std::span<const ElectionRound> rounds);

}  // namespace jumelage::governance
