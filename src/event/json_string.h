#pragma once

#include <string>
#include <string_view>

namespace jumelage::event {

// Valid UTF-8 as a JSON string with its quotes. What would end a line or change how it is laid out is escaped:
// control characters (C0, DEL, C1), U+2028, U+2029, and the directional formatting characters.
std::string json_string(std::string_view text);

}  // namespace jumelage::event
