// Who signed before, and in what capacity they were found to sign: most acts of a council are signed by the same few
// people. What is remembered follows from a few rows of the register, and is forgotten as soon as one of them changes.
//
// Belongs to whoever applies the effects of acts, one after the other, and must see all of them. It is never part of
// what is judged: with or without it, the same signers hold the same roles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "governance/effects.h"
#include "governance/roles.h"

namespace jumelage::governance {

// The days on which somebody must be in office to sign an act.
struct SigningDays {
  std::uint32_t day = 0;
  std::uint32_t tolerance = 0;  // either way
  bool operator==(const SigningDays&) const = default;
};

class SignerMemory {
 public:
  static constexpr std::size_t kMost = 1024;  // signers; beyond it all are forgotten

  struct Known {
    Number key = 0;
    SigningMandate role;
    SigningDays days;  // on which they were found to be in office
  };

  // Good until the next call of another function. `who`: key, capacity and what it is of, in one.
  const Known* find(std::string_view who, const SigningDays& days) const;
  void keep(std::string_view who, const Known& known);
  // An act was applied: whoever's rows it wrote may not be who they were.
  void see(const Effects& effects);
  void forget();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
  std::unordered_set<Number> rests_on_;  // the subjects whose rows all of it follows from
};

}  // namespace jumelage::governance
