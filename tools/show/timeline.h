// One act in one sentence, as it concerns a subject: the lines of a history. Not escaped.
#pragma once

#include <string>

#include "app/lookup.h"
#include "schema/act.capnp.h"

namespace jumelage::tools {

// Of whatever it is about.
std::string plain_sentence(schema::Act::Reader act);

// Of one that wrote the subject's row: "in consequence" where it is about something else.
std::string timeline_sentence(const Register& reg, Number subject, schema::Act::Reader act);

}  // namespace jumelage::tools
