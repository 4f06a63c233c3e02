// What the schema files say about their fields: compiled schemas don't carry comments.
#pragma once

#include <capnp/schema.h>

#include <string>
#include <vector>

namespace jumelage::event {

// The comment lines under a declaration, without their `#`.
std::vector<std::string> docs_of(capnp::StructSchema::Field field);
std::vector<std::string> docs_of(capnp::StructSchema schema);

}  // namespace jumelage::event
