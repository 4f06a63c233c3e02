// Fills a struct of the schema from JSON.
#pragma once

#include <capnp/dynamic.h>

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "event/event_error.h"
#include "event/field_rules.h"
#include "event/json_value.h"
#include "schema/common.capnp.h"
#include "schema/decisions.capnp.h"

namespace jumelage::event {

class JsonReader {
 public:
  // `where` names the root in messages; empty: paths begin with its fields.
  JsonReader(std::string_view json, std::string_view where) : json_(json), path_(where) {}

  // Fields named in `may_lack` need not be there, whatever the schema says.
  Result<void> read(const JsonValue& value, capnp::DynamicStruct::Builder into,
                    std::span<const std::string_view> may_lack = {});

 private:
  using Field = capnp::StructSchema::Field;

  Error fail(EventError code, const JsonValue& value, std::string_view what) const;
  Error wrong_type(const JsonValue& value, std::string_view wanted) const;
  Result<void> must_be(JsonValue::Type type, const JsonValue& value) const;

  Result<void> read_structure(const JsonValue& value, capnp::DynamicStruct::Builder into);
  Result<void> read_members(const JsonValue& value, capnp::DynamicStruct::Builder into);
  Result<void> check_complete(const JsonValue& value, capnp::StructSchema schema,
                              std::span<const std::string_view> may_lack) const;
  Result<void> read_field(const JsonMember& member, Field field, capnp::DynamicStruct::Builder into);
  Result<void> read_list(const JsonValue& value, Field field, const FieldRules& rules,
                         capnp::DynamicStruct::Builder into);
  Result<void> read_items(const JsonValue& value, const FieldRules& rules, capnp::DynamicList::Builder into);
  Result<void> check_together(const JsonValue& value, capnp::DynamicList::Reader items) const;
  // What fits into a slot by itself: numbers, booleans, enums, texts, data. The text or data is held by `scratch_`.
  Result<capnp::DynamicValue::Reader> read_scalar(const JsonValue& value, capnp::Type type, const FieldRules& rules);
  Result<capnp::DynamicValue::Reader> read_number(const JsonValue& value, capnp::Type type, const FieldRules& rules);
  Result<capnp::DynamicValue::Reader> read_enum(const JsonValue& value, capnp::EnumSchema schema);
  Result<capnp::DynamicValue::Reader> read_text(const JsonValue& value, const FieldRules& rules);
  Result<capnp::DynamicValue::Reader> read_data(const JsonValue& value, const FieldRules& rules);
  Result<void> read_moment(const JsonValue& value, schema::Moment::Builder into);
  Result<void> read_fraction(const JsonValue& value, schema::Fraction::Builder into);
  Result<void> read_count(const JsonValue& value, schema::Count::Builder into);

  std::string_view json_;
  std::string path_;
  std::string scratch_;
};

}  // namespace jumelage::event
