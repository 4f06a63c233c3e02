#include "app/tool_error.h"

namespace jumelage::tools {

std::string_view code_name(ToolError code) {
  switch (code) {
    case ToolError::kUsage: return "tool.usage";
    case ToolError::kNotFound: return "tool.not_found";
    case ToolError::kAmbiguous: return "tool.ambiguous";
    case ToolError::kNoReason: return "tool.no_reason";
    case ToolError::kBadReference: return "tool.bad_reference";
    case ToolError::kBadKeyFolder: return "tool.bad_key_folder";
    case ToolError::kBadDocument: return "tool.bad_document";
    case ToolError::kErased: return "tool.erased";
    case ToolError::kLost: return "tool.lost";
    case ToolError::kBadPaper: return "tool.bad_paper";
    case ToolError::kBadDraft: return "tool.bad_draft";
    case ToolError::kNotSigned: return "tool.not_signed";
    case ToolError::kZoneDiffers: return "tool.zone_differs";
    case ToolError::kFaultyFile: return "tool.faulty_file";
  }
  return "tool.unknown";
}

}  // namespace jumelage::tools
