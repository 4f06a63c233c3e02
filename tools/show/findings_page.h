// docs/findings.md, as the program was built with it.
#pragma once

#include <string_view>

namespace jumelage::tools {

std::string_view findings_page();

}  // namespace jumelage::tools
