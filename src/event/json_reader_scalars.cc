// The part of JsonReader that reads single values.
#include <fmt/format.h>

#include <limits>

#include "base/hex.h"
#include "base/text.h"
#include "event/closest.h"
#include "event/json_reader.h"
#include "event/json_scalars.h"
#include "event/struct_rules.h"
#include "event/text_rules.h"

namespace jumelage::event {
namespace {

using capnp::DynamicValue;
using Type = JsonValue::Type;

template <class Number>
std::optional<DynamicValue::Reader> integer(std::string_view text) {
  const auto number = parse_integer<Number>(text);
  if (!number) return std::nullopt;
  return DynamicValue::Reader(*number);
}

std::optional<DynamicValue::Reader> integer_of(capnp::Type type, std::string_view text) {
  switch (type.which()) {
    case capnp::schema::Type::INT8: return integer<std::int8_t>(text);
    case capnp::schema::Type::INT16: return integer<std::int16_t>(text);
    case capnp::schema::Type::INT32: return integer<std::int32_t>(text);
    case capnp::schema::Type::INT64: return integer<std::int64_t>(text);
    case capnp::schema::Type::UINT8: return integer<std::uint8_t>(text);
    case capnp::schema::Type::UINT16: return integer<std::uint16_t>(text);
    case capnp::schema::Type::UINT32: return integer<std::uint32_t>(text);
    case capnp::schema::Type::UINT64: return integer<std::uint64_t>(text);
    default: return std::nullopt;
  }
}

template <class Number>
std::string range() {
  return fmt::format("{} to {}", std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max());
}

std::string range_of(capnp::Type type) {
  switch (type.which()) {
    case capnp::schema::Type::INT8: return range<std::int8_t>();
    case capnp::schema::Type::INT16: return range<std::int16_t>();
    case capnp::schema::Type::INT32: return range<std::int32_t>();
    case capnp::schema::Type::INT64: return range<std::int64_t>();
    case capnp::schema::Type::UINT8: return range<std::uint8_t>();
    case capnp::schema::Type::UINT16: return range<std::uint16_t>();
    case capnp::schema::Type::UINT32: return range<std::uint32_t>();
    default: return range<std::uint64_t>();
  }
}

}  // namespace

Result<DynamicValue::Reader> JsonReader::read_scalar(const JsonValue& value, capnp::Type type,
                                                     const FieldRules& rules) {
  switch (type.which()) {
    case capnp::schema::Type::TEXT: return read_text(value, rules);
    case capnp::schema::Type::DATA: return read_data(value, rules);
    case capnp::schema::Type::ENUM: return read_enum(value, type.asEnum());
    case capnp::schema::Type::BOOL: {
      JUMELAGE_TRY(must_be(Type::kBoolean, value));
      return DynamicValue::Reader(value.boolean);
    }
    default: return read_number(value, type, rules);
  }
}

Result<DynamicValue::Reader> JsonReader::read_number(const JsonValue& value, capnp::Type type,
                                                     const FieldRules& rules) {
  if (rules.date) {
    JUMELAGE_TRY(must_be(Type::kString, value));
    if (const auto day = parse_day(value.text)) return DynamicValue::Reader(*day);
    return fail(EventError::kBadField, value, "is not a date such as \"2026-03-12\"");
  }
  if (rules.instant) {
    JUMELAGE_TRY(must_be(Type::kString, value));
    if (const auto instant = parse_instant(value.text)) return DynamicValue::Reader(*instant);
    return fail(EventError::kBadField, value, "is not an instant in UTC such as \"2026-03-12T09:30:00Z\"");
  }
  JUMELAGE_TRY(must_be(Type::kNumber, value));
  if (const auto number = integer_of(type, value.text)) return *number;
  return fail(EventError::kBadField, value, fmt::format("must be a whole number from {}", range_of(type)));
}

Result<DynamicValue::Reader> JsonReader::read_enum(const JsonValue& value, capnp::EnumSchema schema) {
  JUMELAGE_TRY(must_be(Type::kString, value));
  KJ_IF_MAYBE (enumerant, schema.findEnumerantByName(value.text))
    return DynamicValue::Reader(capnp::DynamicEnum(*enumerant));
  std::vector<std::string_view> names;
  for (const auto enumerant : schema.getEnumerants()) {
    const auto name = enumerant.getProto().getName();
    names.emplace_back(name.begin(), name.size());
  }
  const std::string meant = did_you_mean(value.text, names);
  return fail(EventError::kBadField, value,
              fmt::format("is \"{}\"{} It must be one of: {}", for_terminal(value.text.substr(0, 64)),
                          meant.empty() ? "." : meant, fmt::join(names, ", ")));
}

Result<DynamicValue::Reader> JsonReader::read_text(const JsonValue& value, const FieldRules& rules) {
  JUMELAGE_TRY(must_be(Type::kString, value));
  scratch_ = rules.language ? canonical_language(value.text) : to_nfc(value.text);
  if (const auto complaint = complain_about_text(scratch_, rules)) return fail(complaint->code, value, complaint->text);
  return DynamicValue::Reader(capnp::Text::Reader(scratch_));
}

Result<DynamicValue::Reader> JsonReader::read_data(const JsonValue& value, const FieldRules& rules) {
  JUMELAGE_TRY(must_be(Type::kString, value));
  const auto bytes = from_hex(value.text);
  if (!bytes) return fail(EventError::kBadField, value, "is not lower-case hexadecimal");
  const bool fits =
      rules.exact_bytes != 0 ? bytes->size() == rules.exact_bytes : !bytes->empty() && bytes->size() <= rules.max_bytes;
  if (!fits)
    return fail(
        EventError::kBadField, value,
        rules.exact_bytes != 0
            ? fmt::format("is {} hexadecimal digits long; {} are required", value.text.size(), 2 * rules.exact_bytes)
            : fmt::format("is {} bytes long; 1 to {} are allowed", bytes->size(), rules.max_bytes));
  scratch_ = as_text(*bytes);
  return DynamicValue::Reader(
      capnp::Data::Reader(reinterpret_cast<const capnp::byte*>(scratch_.data()), scratch_.size()));
}

Result<void> JsonReader::read_moment(const JsonValue& value, schema::Moment::Builder into) {
  JUMELAGE_TRY(must_be(Type::kString, value));
  if (!parse_moment(value.text, into))
    return fail(EventError::kBadField, value,
                "is not a time such as \"2026-04-16T10:30:00+01:00[Africa/Casablanca]\", \"2026-03-12T10:30+01:00\" or "
                "\"2026-03-12\"");
  const auto complaint =
      complain_about_moment(into.getUtc(), into.getOffsetMinutes(), static_cast<MomentPrecision>(into.getPrecision()));
  if (complaint) return fail(complaint->code, value, complaint->text);
  return ok();
}

Result<void> JsonReader::read_fraction(const JsonValue& value, schema::Fraction::Builder into) {
  JUMELAGE_TRY(must_be(Type::kString, value));
  if (parse_fraction(value.text, into)) return ok();
  return fail(EventError::kBadField, value, "is not a fraction such as \"2/3\"");
}

Result<void> JsonReader::read_count(const JsonValue& value, schema::Count::Builder into) {
  if (value.type == Type::kString && value.text == "unknown") {
    into.setUnknown(true);
    return ok();
  }
  if (value.type != Type::kNumber) return wrong_type(value, "a number or \"unknown\"");
  const auto number = parse_integer<std::uint32_t>(value.text);
  if (!number)
    return fail(EventError::kBadField, value, fmt::format("must be a whole number from {}", range<std::uint32_t>()));
  into.setValue(*number);
  return ok();
}

}  // namespace jumelage::event
