// What would cure a finding, in the words of docs/findings.md, which is part of the program.
#pragma once

#include <string_view>

namespace jumelage::tools {

// "Vote again in the right form."; empty for a code that the page does not have.
std::string_view cure_of(std::string_view code);

}  // namespace jumelage::tools
