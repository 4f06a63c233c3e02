// Whose signatures an act needs. Each function refuses with kSignatureMissing, and says who has to sign.
//
// An office of a body also acts for the bodies below it (committees, imported registers). In the founding act the
// founders' signatures stand for all of these. An act of basis `imported` needs no chair.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// `body` 0: of any council of the ledger. `session`: its own secretary counts too.
Result<void> need_secretary(Context& c, Number body, Number session = 0);
Result<void> need_secretary_or_chair(Context& c, Number body, Number session = 0);
Result<void> need_chair_and_secretary(Context& c, Number body, Number session = 0);
Result<void> need_member(Context& c, Number member);
// The holder of that mandate; or a secretary, for an act of basis `attested` on the holder's or the member's behalf.
Result<void> need_holder(Context& c, Number mandate, Number session = 0);
Result<void> need_administrators(Context& c);
Result<void> need_data_protection_officer(Context& c);

// A secretary vouches for someone of that member who has no key.
bool attested_for(Context& c, Number member);
bool has_secretary(Context& c, Number body, Number session = 0);  // secretary, deputy, or the session's own
bool has_chair(Context& c, Number body);                          // chair or vice-chair
bool has_administrators(Context& c);                              // their quorum, or that of the recovery keys
// The council that a body belongs to: itself, or the nearest council above it. 0: none.
Number council_of(Context& c, Number body);

}  // namespace jumelage::governance
