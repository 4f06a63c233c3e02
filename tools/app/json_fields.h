// Fields of an act or of a part of it, named by their paths in its JSON form ("voteRecorded.ballots[3].choice"), and
// their values as people type them.
#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>

#include "base/result.h"

namespace jumelage::tools {

// "voteRecorded.ballots[3].choice" -> "/voteRecorded/ballots/3/choice"
std::string pointer_of(std::string_view path);

std::string json_of(const rapidjson::Value& value);

// What was typed as the JSON of a value: a text where a text stood, otherwise JSON if it is some.
std::string value_of(const std::string& typed, const rapidjson::Value* was);

// Puts the value in the place of what is there, or at the end of a list; what is around it must be there.
// ToolError::kUsage names the path.
Result<void> set_field(rapidjson::Document& json, const std::string& path, const std::string& typed);
// Takes away a field or an item. ToolError::kUsage when there is none.
Result<void> remove_field(rapidjson::Document& json, const std::string& path);

}  // namespace jumelage::tools
