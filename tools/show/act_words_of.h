// The sentences of act_words.h, a group of kinds each. Empty: a kind of another group.
#pragma once

#include <string>

#include "schema/act.capnp.h"

namespace jumelage::tools {

std::string foundation_words(schema::Act::Reader act);
std::string membership_words(schema::Act::Reader act);
std::string session_words(schema::Act::Reader act);
std::string decision_words(schema::Act::Reader act);
std::string agreement_words(schema::Act::Reader act);
std::string cooperation_words(schema::Act::Reader act);

}  // namespace jumelage::tools
