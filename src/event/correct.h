// An act as it would read with some of its fields put right. Works on the JSON form (docs/formats/act-json.md), because
// that is what people see, name and sign for: "voteRecorded.ballots[3].choice".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "event/act.h"

namespace jumelage::event {

struct FieldCorrection {
  std::string_view path;                // fields joined by '.', items of lists by their place from 0 in brackets
  std::optional<std::string_view> was;  // the field's JSON; none: the field is absent
  std::optional<std::string_view> is;   // what takes its place; none: the field is to be absent
};

// All corrections speak of the act as it is: a list's places are those before anything is taken out. An item one past
// the end may be added. Errors: kUnknownField, a path that leads nowhere; kDuplicateField, one named twice; kBadField,
// `was` is not what the act says; and those of act_from_json and Act::parse for what the act would become.
Result<Act> corrected(const Act& act, std::span<const FieldCorrection> corrections);

}  // namespace jumelage::event
