#include "event/json.h"

#include <array>

#include "event/json_reader.h"

namespace jumelage::event {

Result<ActBuilder> act_from_json(std::string_view json) {
  static constexpr std::array<std::string_view, 5> kFilledIn = {"schemaVersion", "ledgerId", "subjects", "recordedAt",
                                                                "signers"};
  JUMELAGE_TRY(const JsonValue value, parse_json(json));
  ActBuilder out;
  JsonReader reader(json, "");
  JUMELAGE_TRY(reader.read(value, out.root(), kFilledIn));
  if (out.root().getSchemaVersion() == 0) out.root().setSchemaVersion(schema::SCHEMA_VERSION);
  return out;
}

Result<void> struct_from_json(std::string_view json, capnp::DynamicStruct::Builder into, std::string_view where) {
  JUMELAGE_TRY(const JsonValue value, parse_json(json));
  return JsonReader(json, where).read(value, into);
}

std::string act_to_json(const Act& act, JsonStyle style) {
  return struct_to_json(act.reader(), style);
}

}  // namespace jumelage::event
