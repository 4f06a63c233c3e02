// What may be said of a person: never a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/reading.h"

namespace jumelage::tools {

// The ids of the mandates that they hold or held, in the order in which they were granted.
std::vector<std::string> mandates_of_person(const Reading& reading, Number person);

// "kept" or "erased": by the record. Whether the document lies here, `document show` tells.
std::string_view document_state_of_person(schema::SubjectRow::Reader row);

}  // namespace jumelage::tools
