// The one door of the rules. Pure: the same register and the same act give the same answer on every machine.
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "event/act.h"
#include "governance/effects.h"
#include "governance/history.h"
#include "governance/refusal.h"
#include "governance/register.h"

namespace jumelage::governance {

// Which rules these are: raised with every change after which some act would be judged differently, and activated by
// `catalogueActivated`.
inline constexpr std::uint16_t kRuleEngine = 1;

class SignerMemory;

// What the log knows about the place an act is about to take.
struct Place {
  EntryIndex index;
  UnixMillis sequenced_at = 0;
  LedgerId ledger_id;
  UnixMillis previous_at = sequenced_at;  // when the entry before was sequenced
  const History* history = nullptr;       // what stands before; acts that rest on it cannot be judged without
  SignerMemory* signers = nullptr;        // who signed before, if somebody keeps that; without it the rules look anew
  bool hindsight = false;                 // an act is looked at again: the register has gone on since
};

// Judges an act whose signatures are verified already, against the register as it stands before `place.index`.
// Success: `effects` (cleared first) holds every write, finding and number. Refused: the error is a Refusal
// code, `effects` is to be ignored, nothing changes.
Result<void> judge(const Register& reg, const Place& place, const event::Act& act, Effects& effects);

}  // namespace jumelage::governance
