// The mark that some editors put before a text in UTF-8 (U+FEFF). It says nothing, and nobody sees it.
#pragma once

#include <string_view>

namespace jumelage::tools {

inline std::string_view without_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xef\xbb\xbf";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text;
}

}  // namespace jumelage::tools
