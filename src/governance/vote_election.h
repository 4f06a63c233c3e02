// An election over several rounds: who has won, and by what arithmetic. Pure. In each round whoever has the most votes
// and meets that round's threshold is elected; equal ones in the last round go to the tie policy.
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
  using Base = schema::Majority::Base;
  struct Round {
    Base base = Base::CAST;
    Threshold threshold;
    bool blanks_are_cast = false;  // spoilt ones as well
  };
  static constexpr Threshold kMostVotes = {0, 1, false};  // the most votes are enough

  std::vector<Round> rounds;
  Tie tie = Tie::NOBODY;
  schema::Majority::Secrecy secret = schema::Majority::Secrecy::ON_REQUEST;
};

struct ElectionRound {
  std::vector<std::uint32_t> votes;  // in the order of the candidates
  std::uint32_t blank = 0;
  std::uint32_t spoilt = 0;
  std::uint64_t present = 0;      // the votes of all who could take part
  std::uint64_t in_exercise = 0;  // the votes of all seats in exercise
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
  std::size_t rounds = 0;  // how many were needed, or looked at
  std::string text;
};

// Rounds after the one that decides, or beyond those of the rule, are ignored. Without candidates or votes nobody is
// ever elected.
ElectionResult elect(const ElectionRule& rule, std::span<const ElectionRound> rounds);

// The candidates with the most votes, if any has one.
std::vector<std::size_t> leaders(const ElectionRound& round);

}  // namespace jumelage::governance
