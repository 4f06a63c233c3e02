// One act in one sentence, as a secretary would put it. Not escaped.
#pragma once

#include <string>

#include "schema/act.capnp.h"

namespace jumelage::tools {

std::string act_sentence(schema::Act::Reader act);

// How the act came to be recorded: "live", "transcribed from paper", "attested by cci-secretary for timbuktu-1: letter
// of 3 March (1 document)", "imported from another register".
std::string basis_text(schema::Act::Reader act);
// The same in one word or two, for tables; empty for live acts.
std::string basis_mark(schema::Act::Reader act);

// "cci-1, promotion-2026"
std::string subjects_text(schema::Act::Reader act);

// "cci-chair, cci-secretary": the office, mandate or member that each signs as.
std::string signers_text(schema::Act::Reader act);
// "founder es-semara": in full.
std::string signer_text(schema::Signer::Reader signer);

}  // namespace jumelage::tools
