// From the signers that an act lists to the roles that they hold here and now.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// Every signer must be what they say: an enrolled key, valid at this position, whose holder holds the mandate, office
// or administration named, in term when it is recorded. Signatures themselves are verified elsewhere.
// Refused: kUnknownSigner, kKeyNotValidHere, kWrongCapacity; kUnknownSubject and kWrongKind for `of`.
//
// The day is that of the log's time (UTC, give or take a day for time zones), whatever dates the act gives: they are of
// the signers' choosing, and those who are out of office sign no more. What is imported has the day that it says it was
// recorded.
Result<Roles> roles_of(Context& c);

// In the founding act: each signer signs as founder for a member, or shows possession of a key being enrolled.
// Whether the keys belong to those members is for ledger_constituted(), which has enrolled them by then.
Result<Roles> founding_roles(const Context& c);

}  // namespace jumelage::governance
