// The values that JSON writes as one text: dates, instants, moments, fractions, data (docs/formats/act-json.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/common.capnp.h"

namespace jumelage::event {

// "2026-03-12", from and to Rata Die days. Text of a day outside the years 1 to 9999: the number itself.
std::optional<std::uint32_t> parse_day(std::string_view text);
std::string format_day(std::uint32_t day);

// "2026-03-12T09:30:00Z": in UTC only, so that an instant has one spelling.
std::optional<std::int64_t> parse_instant(std::string_view text);
std::string format_instant(std::int64_t millis);

// "2026-03-12T10:30:00+01:00[Africa/Casablanca]", "2026-03-12T10:30+01:00", "2026-03-12+01:00", "2026-03-12".
// False: not a moment.
bool parse_moment(std::string_view text, schema::Moment::Builder out);
std::string format_moment(schema::Moment::Reader moment);

// "2/3"
bool parse_fraction(std::string_view text, schema::Fraction::Builder out);
std::string format_fraction(schema::Fraction::Reader fraction);

// Decimal digits, with a minus sign for signed types, that are a number of type Number and nothing else.
template <class Number>
std::optional<Number> parse_integer(std::string_view text);

}  // namespace jumelage::event
