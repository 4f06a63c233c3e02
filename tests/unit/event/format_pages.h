// The examples in docs/formats, so that what the pages say is what the program does.
#pragma once

#include <map>
#include <string>

#include "base/bytes.h"

namespace jumelage::event {

// A page whole. Stops the test program if there is none.
std::string format_page(const std::string& name);

// Its blocks "```hex NAME": lines of an offset, two spaces, eight bytes, and words for people; "= NAME" in place of
// the bytes is another block. `known` holds the blocks of pages read before, and takes these. Stops the test program
// on a wrong offset.
void read_hex_blocks(const std::string& page, std::map<std::string, Bytes>& known);

}  // namespace jumelage::event
