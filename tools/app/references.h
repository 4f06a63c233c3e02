// Words in a JSON file that stand for something that the program knows better:
//   "@key:NAME"         the id of a key in the key folder
//   "@file:PATH;role=minutes;language=fr;title=...;visibility=members;standing=translation;mediaType=...;erasable=true"
//                       a document: where the schema wants a DocumentRef. PATH is seen from the JSON file's folder
//   "@personal:TEXT"    a new personal document with that text (docs/formats/personal-document.md)
// They are replaced value for value on the same line, so that error messages point at the right line. Text that shall
// begin so is written with an escape: "\u0040key:".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/key_folder.h"
#include "app/new_document.h"
#include "base/result.h"

namespace jumelage::tools {

struct Resolved {
  std::string json;
  std::vector<NewDocument> documents;  // not stored yet
};

// `folder`: what relative paths are seen from. ToolError::kBadReference names the line.
Result<Resolved> resolve_references(std::string_view json, const KeyFolder& keys, const std::filesystem::path& folder);

}  // namespace jumelage::tools
