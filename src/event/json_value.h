// JSON (RFC 8259) as it was written, with the place of everything in it, so that errors can point there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/event_error.h"

namespace jumelage::event {

struct JsonMember;

struct JsonValue {
  enum class Type : std::uint8_t { kNull, kBoolean, kNumber, kString, kList, kObject };
  Type type = Type::kNull;
  bool boolean = false;
  std::size_t at = 0;  // bytes from the start of the input to the value's first one
  std::string text;    // a string's characters; a number exactly as it was written
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  // in the order of the input, no name twice
};

struct JsonMember {
  std::string name;
  std::size_t at = 0;
  JsonValue value;
};

// The whole input is one value: no comments, trailing commas, NaN, byte order marks or bytes after it. Bounded by
// kMaxJsonBytes, kMaxJsonDepth, kMaxJsonValues and kMaxJsonFields; never recurses.
Result<JsonValue> parse_json(std::string_view json);

// "line 3, column 14", both from 1; columns count characters.
std::string place_in(std::string_view json, std::size_t at);

// "a list", for messages.
std::string_view type_name(JsonValue::Type type);

}  // namespace jumelage::event
