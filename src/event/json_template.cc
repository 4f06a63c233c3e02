#include <fmt/format.h>

#include "event/field_rules.h"
#include "event/json.h"
#include "event/json_string.h"
#include "event/schema_docs.h"
#include "schema/common.capnp.h"
#include "schema/decisions.capnp.h"

namespace jumelage::event {
namespace {

using Field = capnp::StructSchema::Field;

// An example of a value, and what may stand there.
struct Sample {
  std::string value;
  std::string meaning;
};

std::vector<std::string_view> enumerants_of(capnp::EnumSchema schema) {
  std::vector<std::string_view> out;
  for (const auto enumerant : schema.getEnumerants()) {
    const auto name = enumerant.getProto().getName();
    out.emplace_back(name.begin(), name.size());
  }
  return out;
}

Sample text_sample(const FieldRules& rules) {
  if (rules.slug) return {"\"an-id\"", "id"};
  if (rules.language) return {"\"fr\"", "language tag"};
  return {rules.max_bytes < 4 ? "\"XX\"" : "\"text\"",
          fmt::format("{}, at most {} bytes", rules.multiline ? "text of several lines" : "text", rules.max_bytes)};
}

Sample data_sample(const FieldRules& rules) {
  const std::uint32_t size = rules.exact_bytes != 0 ? rules.exact_bytes : 1;
  return {json_string(std::string(2 * size, '0')), rules.exact_bytes != 0
                                                       ? fmt::format("{} bytes in hexadecimal", size)
                                                       : fmt::format("hexadecimal, at most {} bytes", rules.max_bytes)};
}

Sample number_sample(capnp::Type type, const FieldRules& rules) {
  if (rules.date) return {"\"2026-03-12\"", "date"};
  if (rules.instant) return {"\"2026-03-12T09:30:00Z\"", "instant"};
  const auto bits = [type] {
    switch (type.which()) {
      case capnp::schema::Type::INT8:
      case capnp::schema::Type::UINT8: return 8;
      case capnp::schema::Type::INT16:
      case capnp::schema::Type::UINT16: return 16;
      case capnp::schema::Type::INT32:
      case capnp::schema::Type::UINT32: return 32;
      default: return 64;
    }
  };
  return {"1", fmt::format("whole number of {} bits", bits())};
}

Sample scalar_sample(capnp::Type type, const FieldRules& rules) {
  if (type.isText()) return text_sample(rules);
  if (type.isData()) return data_sample(rules);
  if (type.isBool()) return {"false", "true or false"};
  if (type.isEnum()) {
    const auto names = enumerants_of(type.asEnum());
    return {fmt::format("\"{}\"", names[0]), fmt::format("one of {}", fmt::join(names, ", "))};
  }
  return number_sample(type, rules);
}

// The structs that JSON writes as one value.
std::optional<Sample> struct_sample(capnp::StructSchema schema) {
  if (schema == capnp::Schema::from<schema::Moment>())
    return Sample{"\"2026-04-16T10:30:00+01:00[Africa/Casablanca]\"",
                  "time; coarser: \"2026-03-12T10:30+01:00\", \"2026-03-12\""};
  if (schema == capnp::Schema::from<schema::Fraction>()) return Sample{"\"2/3\"", "fraction"};
  if (schema == capnp::Schema::from<schema::Count>()) return Sample{"1", "whole number of 32 bits, or \"unknown\""};
  return std::nullopt;
}

class TemplateWriter {
 public:
  std::string act(Field kind) {
    std::vector<Field> fields;
    for (const auto field : kind.getContainingStruct().getNonUnionFields()) fields.push_back(field);
    fields.push_back(kind);
    object(fields);
    return out_ + "\n";
  }

 private:
  void line(std::string_view text) { out_ += fmt::format("\n{:{}}{}", "", 2 * depth_, text); }

  void object(const std::vector<Field>& fields) {
    out_ += "{";
    ++depth_;
    for (const Field& field : fields) member(field, field == fields.back() ? "" : ",");
    --depth_;
    line("}");
  }
  void object(capnp::StructSchema schema) {
    std::vector<Field> fields;
    for (const auto field : schema.getFields()) fields.push_back(field);
    object(fields);
  }

  void member(Field field, std::string_view comma) {
    const FieldRules rules = rules_of(field);
    if (const auto schema = struct_of(field))
      for (const std::string& doc : docs_of(*schema)) line("// " + doc);
    for (const std::string& doc : docs_of(field)) line("// " + doc);
    line("// " + meaning(field, rules));
    line(fmt::format("\"{}\": ", name_of(field)));
    if (field.getType().isList()) {
      list(field.getType().asList().getElementType(), rules);
    } else {
      value(field.getType(), rules);
    }
    out_ += comma;
  }

  void list(capnp::Type element, const FieldRules& rules) {
    out_ += "[";
    value(element, rules);
    out_ += "]";
  }

  void value(capnp::Type type, const FieldRules& rules) {
    if (!type.isStruct()) {
      out_ += scalar_sample(type, rules).value;
    } else if (const auto sample = struct_sample(type.asStruct())) {
      out_ += sample->value;
    } else {
      object(type.asStruct());
    }
  }

  // What an object is made of, if it is one or a list of them.
  static std::optional<capnp::StructSchema> struct_of(Field field) {
    auto type = field.getType();
    if (type.isList()) type = type.asList().getElementType();
    if (!type.isStruct() || struct_sample(type.asStruct())) return std::nullopt;
    return type.asStruct();
  }

  static std::string meaning(Field field, const FieldRules& rules) {
    std::string out;
    auto type = field.getType();
    if (type.isList()) {
      out = fmt::format("a list of at most {}: ", rules.max_items);
      type = type.asList().getElementType();
    }
    if (!type.isStruct()) {
      out += scalar_sample(type, rules).meaning;
    } else {
      const auto sample = struct_sample(type.asStruct());
      out += sample ? sample->meaning : "object";
    }
    if (!rules.signers.empty()) out += fmt::format(", signed by {}", rules.signers);
    return out + (rules.optional ? ", optional" : "");
  }

  std::string out_;
  int depth_ = 0;
};

}  // namespace

std::string json_template(std::string_view kind) {
  for (const auto field : capnp::Schema::from<schema::Act>().getUnionFields())
    if (name_of(field) == kind) return TemplateWriter().act(field);
  return {};
}

}  // namespace jumelage::event
