#pragma once

#include <string_view>

namespace jumelage::tools {

// The payload of a founding act for a club of three cities, ready to be edited. It founds a ledger as it is, once the
// keys that it names exist.
std::string_view founding_example();

}  // namespace jumelage::tools
