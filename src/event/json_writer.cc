#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/hex.h"
#include "event/field_rules.h"
#include "event/json.h"
#include "event/json_scalars.h"
#include "event/json_string.h"
#include "schema/common.capnp.h"
#include "schema/decisions.capnp.h"

namespace jumelage::event {
namespace {

using capnp::DynamicValue;
using Field = capnp::StructSchema::Field;

template <class Writer>
class StructWriter {
 public:
  explicit StructWriter(Writer& out) : out_(&out) {}

  void structure(capnp::DynamicStruct::Reader value) {
    const auto schema = value.getSchema();
    if (schema == capnp::Schema::from<schema::Moment>()) return text(format_moment(value.as<schema::Moment>()));
    if (schema == capnp::Schema::from<schema::Fraction>()) return text(format_fraction(value.as<schema::Fraction>()));
    if (schema == capnp::Schema::from<schema::Count>()) return count(value.as<schema::Count>());
    object(value);
  }

  void object(capnp::DynamicStruct::Reader value) {
    out_->StartObject();
    for (const auto f : value.getSchema().getNonUnionFields()) field(value, f);
    KJ_IF_MAYBE (member, value.which()) field(value, *member);
    out_->EndObject();
  }

 private:
  void field(capnp::DynamicStruct::Reader value, Field field) {
    const FieldRules rules = rules_of(field);
    if (!is_there(value, field, rules)) return;
    text(name_of(field));
    if (field.getType().isVoid()) return void(out_->Null());
    any(value.get(field), rules);
  }

  static bool is_there(capnp::DynamicStruct::Reader value, Field field, const FieldRules& rules) {
    if (field.getType().isVoid()) return true;
    const bool may_be_out = rules.optional || rules.date;  // zero says that there is none
    return value.has(field, may_be_out ? capnp::HasMode::NON_DEFAULT : capnp::HasMode::NON_NULL);
  }

  void any(DynamicValue::Reader value, const FieldRules& rules) {
    switch (value.getType()) {
      case DynamicValue::BOOL: return void(out_->Bool(value.as<bool>()));
      case DynamicValue::INT:
        if (rules.instant) return text(format_instant(value.as<std::int64_t>()));
        return void(out_->Int64(value.as<std::int64_t>()));
      case DynamicValue::UINT:
        if (rules.date) return text(format_day(value.as<std::uint32_t>()));
        return void(out_->Uint64(value.as<std::uint64_t>()));
      case DynamicValue::TEXT: return text({value.as<capnp::Text>().begin(), value.as<capnp::Text>().size()});
      case DynamicValue::DATA: return text(to_hex({value.as<capnp::Data>().begin(), value.as<capnp::Data>().size()}));
      case DynamicValue::ENUM: return enumerant(value.as<capnp::DynamicEnum>());
      case DynamicValue::STRUCT: return structure(value.as<capnp::DynamicStruct>());
      case DynamicValue::LIST: return list(value.as<capnp::DynamicList>(), rules);
      default: return void(out_->Null());
    }
  }

  void list(capnp::DynamicList::Reader list, const FieldRules& rules) {
    out_->StartArray();
    for (const auto item : list) any(item, rules);
    out_->EndArray();
  }

  void enumerant(capnp::DynamicEnum value) {
    KJ_IF_MAYBE (known, value.getEnumerant()) {
      const auto name = known->getProto().getName();
      return text({name.begin(), name.size()});
    }
    out_->Uint(value.getRaw());
  }

  void count(schema::Count::Reader count) {
    if (count.getUnknown()) return text("unknown");
    out_->Uint(count.getValue());
  }

  void text(std::string_view plain) {
    const std::string quoted = json_string(plain);
    out_->RawValue(quoted.data(), quoted.size(), rapidjson::kStringType);
  }

  Writer* out_;
};

template <class Writer>
std::string write(capnp::DynamicStruct::Reader value, rapidjson::StringBuffer& buffer, Writer& writer) {
  StructWriter<Writer>(writer).object(value);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

std::string struct_to_json(capnp::DynamicStruct::Reader value, JsonStyle style) {
  rapidjson::StringBuffer buffer;
  if (!style.pretty) {
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    return write(value, buffer, writer);
  }
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  return write(value, buffer, writer) + "\n";
}

}  // namespace jumelage::event
