// The name that a person probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jumelage::cli {

// The candidate with the fewest changed letters, if it is close enough to be worth suggesting; else empty.
// Names longer than 64 bytes are not compared.
std::string nearest(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace jumelage::cli
