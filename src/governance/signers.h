// From the signers that an act lists to the roles that they hold here and now.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// Every signer must be what they say: an enrolled key, valid at this position, whose holder holds the mandate, office
// or administration named, in term on the day of the act. Signatures themselves are verified elsewhere.
// Refused: kUnknownSigner, kKeyNotValidHere, kWrongCapacity; kUnknownSubject and kWrongKind for `of`.
//
// The day is that of the decision for live and attested acts, and of the recording for what is transcribed or
// imported: old papers are entered by the people of today.
Result<Roles> roles_of(Context& c);

// In the founding act: each signer signs as founder for a member, or shows possession of a key being enrolled.
// Whether the keys belong to those members is for ledger_constituted(), which has enrolled them by then.
Result<Roles> founding_roles(const Context& c);

}  // namespace jumelage::governance
