// For messages: the name that was probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jumelage::event {

// The candidate fewest letters away, or nothing when even that is more than a third of the name off.
std::string_view closest(std::string_view name, const std::vector<std::string_view>& candidates);

// ", did you mean \"session\"?" or nothing.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace jumelage::event
