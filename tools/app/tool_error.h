// What the programs themselves find wrong, beyond what the ledger's modules say.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.h"

namespace jumelage::tools {

enum class ToolError : std::uint8_t {
  kUsage,         // options that do not go together, or a value that cannot be read
  kNotFound,      // what was asked for is not in this ledger or folder
  kAmbiguous,     // a name that could be several things
  kNoReason,      // findings, and nobody to ask why to go on
  kBadReference,  // "@key:", "@file:" or "@personal:" in a JSON file that leads nowhere
  kBadKeyFolder,  // private and public part of a key do not belong together
  kBadDocument,   // not a personal document, or no text
  kErased,        // a document that an act destroyed
  kLost,          // a document that should be here, and is not
  kBadPaper,      // a key typed from paper that is not as it was printed
  kBadDraft,      // a draft file that is damaged, changed, or of something else
  kNotSigned,     // a draft that somebody has still to sign
  kZoneDiffers,   // a time whose offset is not its zone's
  kFaultyFile,    // a file to import has errors that nobody accepted
};
std::string_view code_name(ToolError code);  // "tool.not_found"

}  // namespace jumelage::tools
