// The outcome of a vote, from its figures and the rule that it ran under, with the arithmetic written out. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "governance/vote_fraction.h"
#include "schema/decisions.capnp.h"
#include "schema/rules.capnp.h"

namespace jumelage::governance {

using Outcome = schema::Outcome;
using Choice = schema::Choice;

struct CollegeRule {
  std::string college;
  schema::Majority::Base base = schema::Majority::Base::CAST;
  Threshold threshold;
};

struct MajorityRule {
  using Base = schema::Majority::Base;
  using Direction = schema::Majority::Direction;
  using Unanimity = schema::Majority::Unanimity;
  using Tie = schema::Majority::Tie;
  using Secrecy = schema::Majority::Secrecy;
  using Silence = schema::ClearanceStep::Silence;

  Base base = Base::CAST;
  Threshold threshold;
  // Never adopted with fewer votes for. Where enough votes *for* adopt, one is always needed: nobody adopts nothing.
  std::uint32_t min_for = 1;
  Direction direction = Direction::ADOPTED_IF_ENOUGH_FOR;
  bool abstentions_are_cast = false;
  bool blanks_are_cast = false;  // spoilt ones as well
  Unanimity unanimity = Unanimity::NONE;
  std::vector<CollegeRule> colleges;  // each must hold too, in the same direction
  Tie tie = Tie::REJECTED;
  std::uint8_t max_rounds = 0;  // 0: no limit
  Secrecy secret = Secrecy::PUBLIC;
  Silence silence = Silence::MEANS_NOTHING;
};

// By weight.
struct Votes {
  std::uint64_t in_favour = 0;
  std::uint64_t against = 0;
  std::uint64_t abstain = 0;
  std::uint64_t blank = 0;
  std::uint64_t spoilt = 0;
  std::uint64_t not_taking_part = 0;

  void add(Choice choice, std::uint64_t weight);  // absent and recused add nothing
  std::uint64_t all() const { return in_favour + against + abstain + blank + spoilt + not_taking_part; }
  bool operator==(const Votes&) const = default;
};

// What was counted in the whole body, or in one college.
struct Group {
  Votes votes;
  std::uint64_t present = 0;      // weight of all who could take part in this vote, by proxy too
  std::uint64_t in_exercise = 0;  // weight of all seats in exercise
};

struct VoteCount {
  Group whole;
  struct College {
    std::string_view name;
    Group group;
  };
  std::vector<College> colleges;
  bool secret = false;
  std::optional<Choice> presider;  // how the presider voted, where that is known
  std::optional<Outcome> drawn;    // what the lot or the elder gave, as announced
};

struct VoteResult {
  Outcome outcome = Outcome::NOT_ANNOUNCED;
  std::string text;           // "for 4, against 2, abstain 1; 4 > 6/2 of votes cast: adopted"
  bool casting_vote = false;  // the presider's vote decided a tie
};

VoteResult decide(const MajorityRule& rule, const VoteCount& count);

std::string_view outcome_text(Outcome outcome);  // "adopted", "not announced"

}  // namespace jumelage::governance
