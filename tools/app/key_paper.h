// A key on paper: the encrypted private key so that it can be typed or scanned back, each line with a check of its own
// (docs/formats/key-file.md).
#pragma once

#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"

namespace jumelage::tools {

struct PaperKey {
  KeyId id;
  std::string pem;  // of the encrypted private key
};

// A page to print. `name`: what the key is called, for people.
std::string key_paper(std::string_view name, const PaperKey& key);

// The key of such a page. What stands around its numbered lines does not matter, nor do blanks between the parts of a
// line. ToolError::kBadPaper names the first line that is missing or was not typed as it was printed.
Result<PaperKey> read_key_paper(std::string_view text);

}  // namespace jumelage::tools
