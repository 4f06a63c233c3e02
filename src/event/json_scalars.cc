#include "event/json_scalars.h"

#include <fmt/format.h>

#include <charconv>

#include "base/clock.h"
#include "event/field_rules.h"
#include "event/struct_rules.h"

namespace jumelage::event {
namespace {

std::string_view view_of(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

struct WallTime {
  std::int64_t utc;
  int offset_minutes;
  schema::Precision precision;
};

bool is_offset(std::string_view text) {
  return text == "Z" || (text.size() == 6 && (text[0] == '+' || text[0] == '-'));
}

// "…T10:30+01:00": RFC 3339 once the seconds are put in.
bool lacks_seconds(std::string_view text) {
  return text.size() > 16 && text[10] == 'T' && is_offset(text.substr(16));
}

std::optional<WallTime> parse_wall_time(std::string_view text) {
  std::string full(text);
  auto precision = schema::Precision::MILLISECOND;
  if (text.size() == 10 || (text.size() > 10 && is_offset(text.substr(10)))) {
    precision = schema::Precision::DAY;
    full.insert(10, "T00:00:00");
    if (text.size() == 10) full += 'Z';
  } else if (lacks_seconds(text)) {
    precision = schema::Precision::MINUTE;
    full.insert(16, ":00");
  }
  const auto time = parse_rfc3339(full);
  if (!time) return std::nullopt;
  return WallTime{time->time, time->offset_minutes, precision};
}

}  // namespace

template <class Number>
std::optional<Number> parse_integer(std::string_view text) {
  Number out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}
template std::optional<std::int8_t> parse_integer(std::string_view);
template std::optional<std::int16_t> parse_integer(std::string_view);
template std::optional<std::int32_t> parse_integer(std::string_view);
template std::optional<std::int64_t> parse_integer(std::string_view);
template std::optional<std::uint8_t> parse_integer(std::string_view);
template std::optional<std::uint16_t> parse_integer(std::string_view);
template std::optional<std::uint32_t> parse_integer(std::string_view);
template std::optional<std::uint64_t> parse_integer(std::string_view);

std::optional<std::uint32_t> parse_day(std::string_view text) {
  const auto days = parse_date(text);
  if (!days) return std::nullopt;
  return static_cast<std::uint32_t>(*days + kRataDieOfEpoch);
}

std::string format_day(std::uint32_t day) {
  if (day == 0 || day > kLastDay) return fmt::format("{}", day);
  return format_date(static_cast<std::int32_t>(day) - kRataDieOfEpoch);
}

std::optional<std::int64_t> parse_instant(std::string_view text) {
  if (!text.ends_with('Z')) return std::nullopt;
  const auto time = parse_rfc3339(text);
  if (!time) return std::nullopt;
  return time->time;
}

std::string format_instant(std::int64_t millis) {
  return complain_about_instant(millis) ? fmt::format("{}", millis) : format_utc(millis);
}

bool parse_moment(std::string_view text, schema::Moment::Builder out) {
  const std::size_t bracket = text.find('[');
  if (bracket != std::string_view::npos) {
    if (text.back() != ']') return false;
    const std::string zone(text.substr(bracket + 1, text.size() - bracket - 2));
    if (!is_zone_name(zone)) return false;
    out.setZone(zone);
  }
  const auto time = parse_wall_time(text.substr(0, bracket));
  if (!time) return false;
  out.setUtc(time->utc);
  out.setOffsetMinutes(static_cast<std::int16_t>(time->offset_minutes));
  out.setPrecision(time->precision);
  return true;
}

std::string format_moment(schema::Moment::Reader moment) {
  const auto precision = moment.getPrecision();
  const int offset = moment.getOffsetMinutes();
  if (complain_about_moment(moment.getUtc(), offset, static_cast<MomentPrecision>(precision)))
    return fmt::format("{}", moment.getUtc());
  std::string out = format_with_offset(moment.getUtc(), offset);
  if (precision == schema::Precision::MINUTE) out.erase(16, 3);
  if (precision == schema::Precision::DAY) out.erase(10, offset == 0 ? std::string::npos : 9);
  if (moment.hasZone()) out += fmt::format("[{}]", view_of(moment.getZone()));
  return out;
}

bool parse_fraction(std::string_view text, schema::Fraction::Builder out) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const auto numerator = parse_integer<std::uint32_t>(text.substr(0, slash));
  const auto denominator = parse_integer<std::uint32_t>(text.substr(slash + 1));
  if (!numerator || !denominator) return false;
  out.setNumerator(*numerator);
  out.setDenominator(*denominator);
  return true;
}

std::string format_fraction(schema::Fraction::Reader fraction) {
  return fmt::format("{}/{}", fraction.getNumerator(), fraction.getDenominator());
}

}  // namespace jumelage::event
