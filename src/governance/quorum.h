// Whether enough of a body is there. Pure arithmetic over heads: weights of votes don't enter.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "governance/vote_fraction.h"
#include "schema/rules.capnp.h"

namespace jumelage::governance {

struct QuorumRule {
  using Base = schema::Quorum::Base;
  using Recusal = schema::Quorum::Recusal;
  struct Call {
    std::uint8_t call = 0;
    Threshold threshold;
  };

  Base base = Base::IN_EXERCISE;
  Threshold threshold;
  std::vector<Call> later_calls;  // the last one whose `call` is not above the session's holds
  bool remote_counts = false;
  bool proxies_count = false;
  bool alternates_count = false;
  Recusal recusal = Recusal::COUNTS;
};

// Members by the way they are there. Each is in one of these only.
struct Attending {
  std::uint32_t in_person = 0;
  std::uint32_t remote = 0;
  std::uint32_t represented = 0;  // by a proxy whose holder is there
  std::uint32_t replaced = 0;     // by the alternate
};

struct QuorumCounts {
  std::uint32_t base = 0;  // as the rule's base says
  Attending here;
  Attending recused;               // those among `here` who are recused
  std::uint32_t recused_base = 0;  // recused members of the base, there or not
};

struct QuorumResult {
  bool met = false;
  std::string text;  // "quorum 7/9 ≥ 5 (in exercise, call 1)"
};

QuorumResult test_quorum(const QuorumRule& rule, const QuorumCounts& counts, std::uint8_t call);

}  // namespace jumelage::governance
