// One legal act of every kind of the catalogue, each at a place in a log where nothing stands against it: for what is
// asked of every kind alike. Most are the first of their kind in the life of the council of tests/support.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "unit/governance/club_test_support.h"

namespace jumelage::governance {

// A log up to an act, as the rules see it. A value: copies go on independently.
struct Stage {
  MemoryRegister reg;
  std::shared_ptr<test::ClubHistory> history = std::make_shared<test::ClubHistory>();
  std::uint64_t size = 0;
  UnixMillis now = 0;
  LedgerId ledger = {};

  static Stage of(const Club& club);

  Result<Effects> judge(const event::Act& act) const;
  void record(const event::Act& act);  // which must be legal
  // An act at this place, its envelope filled in as a careful secretary would.
  event::Act draft(const std::vector<Signs>& signers, const Club::Fill& fill) const;
};

struct LegalAct {
  Stage stage;  // before the act
  event::Act act;
};

// The same act by other signers.
event::Act signed_by(const event::Act& act, const std::vector<Signs>& signers);

// By the name of the kind. Of some kinds there are others too, whose signers differ: "agreementRenewed, tacit".
const std::map<std::string, LegalAct, std::less<>>& legal_acts();

// The mandate of a committee that has a key and no office, of es-semara.
inline constexpr const char* kSeatWithKey = "seat-00001-0";

}  // namespace jumelage::governance
