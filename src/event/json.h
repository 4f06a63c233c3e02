// Acts as JSON, driven by the schema (docs/formats/act-json.md). Reading is strict: unknown, missing and doubled
// fields, numbers out of range, bad dates and wrong types are errors that name the field and the line.
#pragma once

#include <string>
#include <string_view>

#include <capnp/dynamic.h>

#include "base/result.h"
#include "event/act.h"
#include "event/seal.h"

namespace jumelage::event {

// What the program fills in when a person leaves it out: schemaVersion, ledgerId, subjects, recordedAt, signers.
// Everything else is required as the schema says. The kind is the one field of the union, such as
//   {"basis": "live", "sessionClosed": {"session": "cci-1", ...}}
// Text is normalised to NFC. At most kMaxJsonBytes and kMaxJsonDepth.
Result<ActBuilder> act_from_json(std::string_view json);

// Any other struct of the schema from JSON, such as the payload of one kind, into `into`. `where` names it in messages.
Result<void> struct_from_json(std::string_view json, capnp::DynamicStruct::Builder into, std::string_view where);

struct JsonStyle {
  bool pretty = true;
};
std::string act_to_json(const Act& act, JsonStyle style = {});
std::string struct_to_json(capnp::DynamicStruct::Reader value, JsonStyle style = {});

// A template of one kind with every field, its type, its bounds and its documentation as // comments. Empty: no such
// kind.
std::string json_template(std::string_view kind);

}  // namespace jumelage::event
