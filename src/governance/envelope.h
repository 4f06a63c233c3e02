// What every act must keep to whatever its kind: its place, its ledger, its times, its basis.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// How far a writer's clock may be ahead of the log's: an act may seem to be recorded, or decided, this much in the
// future. Part of the rules, the same on every machine.
inline constexpr UnixMillis kClockTolerance_ms = 15 * 60 * 1000;

// Refused: kNewerSchema, kBadValue, kNotFounded, kAlreadyFounded, kForeignLedger, kDuplicate, kTimeImpossible.
Result<void> check_envelope(const Context& c);

// After the signers are known: who attests has signed, and the rule set named exists.
Result<void> check_references(Context& c);

// Findings about what every act says of how it came to be recorded: live, and long past; transcribed from nothing. They
// make no subject irregular.
void find_basis_irregularities(Context& c);

// After the rule ran: the act lists exactly the subjects that it is about, each with the newest act that the log
// holds on it. Refused: kSubjectsMismatch, kSubjectMovedOn.
Result<void> check_subjects(Context& c);

}  // namespace jumelage::governance
