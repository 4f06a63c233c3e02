// The state of a subject as JSON for programs: with ids where the register has numbers of its own, and times as people
// write them.
#pragma once

#include "app/json_output.h"
#include "app/lookup.h"

namespace jumelage::tools {

// The member "state" of the object that is open. What the register calls "none" is left out.
void write_state(const Register& reg, schema::SubjectRow::Reader row, JsonOutput& out);

}  // namespace jumelage::tools
