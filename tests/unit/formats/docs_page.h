// The pages under docs/, so that tests can hold what they say against what the program does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace jumelage::test {

// A page whole, such as "formats/tree.md". Stops the test program if there is none.
std::string docs_page(const std::string& path);

// What stands between "```LABEL" and "```". Stops the test program if there is no such block.
std::string fenced(const std::string& page, std::string_view label);

// The block "```hex NAME": lines of an offset, two spaces, bytes, and (two spaces on) words for people. Bytes that no
// line names are zero; the block ends with the last byte named.
Bytes hex_block(const std::string& page, std::string_view name);

// The rows of the page's tables whose first cell is code (between backticks), each as its cells without backticks.
std::vector<std::vector<std::string>> code_rows(const std::string& page);

}  // namespace jumelage::test
