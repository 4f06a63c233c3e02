// Witnesses, administrators and their quorums (docs/finality.md).
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// No witnesses and quorum 0, or distinct witnesses of distinct members of whom twice the quorum is more than all.
// Refused: kWitnessRule.
Result<void> check_finality(schema::FinalityRule::Reader rule);

// At least one administrator; 1 <= quorum <= their number; the same for recovery keys, where there are any.
// Refused: kWitnessRule.
Result<void> check_administration(schema::Administration::Reader administration);

// Whether this member may leave the club: enough others witness and administer without it. Refused: kWitnessRule.
Result<void> check_leaving(Context& c, Number member);

// Every key that these name is enrolled for that purpose and that member. Refused: kWitnessRule.
Result<void> check_listed_keys(Context& c, schema::LedgerConstituted::Reader act);

}  // namespace jumelage::governance
