#include "event/json_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "event/closest.h"
#include "event/struct_rules.h"

namespace jumelage::event {
namespace {

using Field = capnp::StructSchema::Field;

std::string_view view_of(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

std::string shown(std::string_view name) {
  return for_terminal(name.substr(0, 64));
}

bool is_in_union(Field field) {
  return field.getProto().getDiscriminantValue() != capnp::schema::Field::NO_DISCRIMINANT;
}

std::vector<std::string_view> names_of(capnp::StructSchema schema) {
  std::vector<std::string_view> out;
  for (const auto field : schema.getFields()) out.push_back(name_of(field));
  return out;
}

std::optional<Field> find_field(capnp::StructSchema schema, const std::string& name) {
  KJ_IF_MAYBE (field, schema.findFieldByName(name)) return *field;
  return std::nullopt;
}

bool has_member(const JsonValue& value, std::string_view name) {
  return std::ranges::any_of(value.members, [name](const JsonMember& m) { return m.name == name; });
}

template <class Schema>
bool is(capnp::StructSchema schema) {
  return schema == capnp::Schema::from<Schema>();
}

}  // namespace

Error JsonReader::fail(EventError code, const JsonValue& value, std::string_view what) const {
  const std::string_view separator = path_.empty() ? "" : ": ";
  return {code, fmt::format("{}: {}{}{}", place_in(json_, value.at), path_, separator, what)};
}

Error JsonReader::wrong_type(const JsonValue& value, std::string_view wanted) const {
  return fail(EventError::kWrongType, value, fmt::format("must be {}, not {}", wanted, type_name(value.type)));
}

Result<void> JsonReader::must_be(JsonValue::Type type, const JsonValue& value) const {
  if (value.type == type) return ok();
  if (value.type == JsonValue::Type::kNull)
    return fail(EventError::kWrongType, value, "must not be null: leave out what there is not");
  return wrong_type(value, type_name(type));
}

Result<void> JsonReader::read(const JsonValue& value, capnp::DynamicStruct::Builder into,
                              std::span<const std::string_view> may_lack) {
  JUMELAGE_TRY(must_be(JsonValue::Type::kObject, value));
  JUMELAGE_TRY(read_members(value, into));
  return check_complete(value, into.getSchema(), may_lack);
}

Result<void> JsonReader::read_structure(const JsonValue& value, capnp::DynamicStruct::Builder into) {
  const auto schema = into.getSchema();
  if (is<schema::Moment>(schema)) return read_moment(value, into.as<schema::Moment>());
  if (is<schema::Fraction>(schema)) return read_fraction(value, into.as<schema::Fraction>());
  if (is<schema::Count>(schema)) return read_count(value, into.as<schema::Count>());
  return read(value, into);
}

Result<void> JsonReader::read_members(const JsonValue& value, capnp::DynamicStruct::Builder into) {
  const std::size_t outer = path_.size();
  std::string_view chosen;  // of the union
  for (const JsonMember& member : value.members) {
    const auto field = find_field(into.getSchema(), member.name);
    JsonValue place;
    place.at = member.at;
    if (!field)
      return fail(EventError::kUnknownField, place,
                  fmt::format("there is no field \"{}\"{}", shown(member.name),
                              did_you_mean(member.name, names_of(into.getSchema()))));
    if (is_in_union(*field) && !chosen.empty())
      return fail(EventError::kDuplicateField, place,
                  fmt::format("\"{}\" and \"{}\": only one of them can be there", chosen, member.name));
    if (is_in_union(*field)) chosen = member.name;
    path_ += (outer == 0 ? "" : ".") + member.name;
    JUMELAGE_TRY(read_field(member, *field, into));
    path_.resize(outer);
  }
  return ok();
}

Result<void> JsonReader::check_complete(const JsonValue& value, capnp::StructSchema schema,
                                        std::span<const std::string_view> may_lack) const {
  for (const auto field : schema.getNonUnionFields()) {
    const std::string_view name = name_of(field);
    if (has_member(value, name) || field.getType().isList() || rules_of(field).optional) continue;
    if (std::ranges::find(may_lack, name) != may_lack.end()) continue;
    return fail(EventError::kMissingField, value, fmt::format("the field \"{}\" is missing", name));
  }
  const auto members = schema.getUnionFields();
  if (members.size() == 0) return ok();
  for (const auto member : members)
    if (has_member(value, name_of(member))) return ok();
  return fail(
      EventError::kMissingField, value,
      fmt::format("it says nothing of what happened: one field such as \"{}\" is missing", name_of(members[0])));
}

Result<void> JsonReader::read_field(const JsonMember& member, Field field, capnp::DynamicStruct::Builder into) {
  const auto type = field.getType();
  const FieldRules rules = rules_of(field);
  if (type.isStruct()) return read_structure(member.value, into.init(field).as<capnp::DynamicStruct>());
  if (type.isList()) return read_list(member.value, field, rules, into);
  JUMELAGE_TRY(const auto scalar, read_scalar(member.value, type, rules));
  into.set(field, scalar);
  return ok();
}

Result<void> JsonReader::read_list(const JsonValue& value, Field field, const FieldRules& rules,
                                   capnp::DynamicStruct::Builder into) {
  JUMELAGE_TRY(must_be(JsonValue::Type::kList, value));
  if (value.items.size() > rules.max_items)
    return fail(EventError::kBadField, value,
                fmt::format("has {} items; at most {} are allowed", value.items.size(), rules.max_items));
  if (value.items.empty()) return ok();  // stored as nothing
  return read_items(value, rules, into.init(field, static_cast<unsigned>(value.items.size())).as<capnp::DynamicList>());
}

Result<void> JsonReader::read_items(const JsonValue& value, const FieldRules& rules, capnp::DynamicList::Builder into) {
  const auto type = into.getSchema().getElementType();
  const std::size_t outer = path_.size();
  for (unsigned i = 0; i < into.size(); ++i) {
    path_ += fmt::format("[{}]", i);
    if (type.isStruct()) {
      JUMELAGE_TRY(read_structure(value.items[i], into[i].as<capnp::DynamicStruct>()));
    } else {
      JUMELAGE_TRY(const auto scalar, read_scalar(value.items[i], type, rules));
      into.set(i, scalar);
    }
    path_.resize(outer);
  }
  return type.isStruct() ? check_together(value, into.asReader()) : ok();
}

Result<void> JsonReader::check_together(const JsonValue& value, capnp::DynamicList::Reader items) const {
  const auto schema = items.getSchema().getStructElementType();
  std::vector<ItemKey> keys;
  Together together = Together::kAny;
  if (is<schema::LocalText>(schema)) {
    together = Together::kOneALanguage;
    for (const auto item : items.as<capnp::List<schema::LocalText>>())
      keys.push_back({view_of(item.getLanguage()), {}, item.getStanding() == schema::LocalText::Standing::PREVAILING});
  } else if (is<schema::DocumentRef>(schema)) {
    together = Together::kOneADocument;
    for (const auto item : items.as<capnp::List<schema::DocumentRef>>())
      keys.push_back({as_text({item.getDigest().begin(), item.getDigest().size()}), {}, false});
  } else if (is<schema::ExternalId>(schema)) {
    together = Together::kOneAnExternalId;
    for (const auto item : items.as<capnp::List<schema::ExternalId>>())
      keys.push_back({view_of(item.getScheme()), view_of(item.getValue()), false});
  }
  const auto complaint = complain_about_items(together, keys);
  return complaint ? Result<void>(fail(complaint->code, value, complaint->text)) : ok();
}

}  // namespace jumelage::event
