// How far a word is from the one that was probably meant.
#pragma once

#include <cstddef>
#include <string_view>

namespace jumelage {

// Names longer than this are nobody's slip of the finger; whoever suggests a name does not compare them.
inline constexpr std::size_t kLongestComparedName = 64;

// Levenshtein's distance: how many bytes to insert, remove or change. Takes time in proportion to the product of the
// lengths, so bound them where they come from outside.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace jumelage
