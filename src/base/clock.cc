#include "base/clock.h"

#include <fmt/format.h>

#include <chrono>

namespace jumelage {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kMillisPerMinute = 60'000;
constexpr std::int64_t kMillisPerDay = 24 * 60 * kMillisPerMinute;

class SystemClock final : public Clock {
 public:
  UnixMillis now() const override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  }
};

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

// Exactly `width` decimal digits at `at`.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool has(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

// "Z", "+01:00", "-09:30" from `at` to the end.
std::optional<int> parse_offset(std::string_view text, std::size_t at) {
  if (text.substr(at) == "Z") return 0;
  if (text.size() != at + 6 || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') return std::nullopt;
  const auto hours = digits(text, at + 1, 2);
  const auto minutes = digits(text, at + 4, 2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const int value = *hours * 60 + *minutes;
  return text[at] == '-' ? -value : value;
}

std::string date_and_time(UnixMillis local) {
  const std::int64_t day = floor_div(local, kMillisPerDay);
  const std::int64_t ms = local - day * kMillisPerDay;
  std::string out = fmt::format("{}T{:02}:{:02}:{:02}", format_date(static_cast<std::int32_t>(day)), ms / 3'600'000,
                                ms / 60'000 % 60, ms / 1000 % 60);
  if (ms % 1000 != 0) out += fmt::format(".{:03}", ms % 1000);
  return out;
}

}  // namespace

const Clock& system_clock() {
  static const SystemClock clock;
  return clock;
}

std::string format_date(std::int32_t day_number) {
  const year_month_day date{sys_days{days{day_number}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<std::int32_t> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day || *year == 0) return std::nullopt;
  const year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                            std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}

std::string format_utc(UnixMillis time) {
  return date_and_time(time) + "Z";
}

std::string format_with_offset(UnixMillis time, int offset_minutes) {
  if (offset_minutes == 0) return format_utc(time);
  const int magnitude = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  return date_and_time(time + offset_minutes * kMillisPerMinute) +
         fmt::format("{}{:02}:{:02}", offset_minutes < 0 ? '-' : '+', magnitude / 60, magnitude % 60);
}

std::optional<InstantWithOffset> parse_rfc3339(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || !has(text, 13, ':') || !has(text, 16, ':')) return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = digits(text, 17, 2);
  if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  std::size_t at = 19;
  std::int64_t millis = 0;
  if (has(text, at, '.')) {
    std::int64_t unit = 100;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10) {
      if (unit == 0) return std::nullopt;  // finer than a millisecond: say so rather than round it away
      millis += unit * (text[at] - '0');
    }
    if (unit == 100) return std::nullopt;
  }
  const auto offset = parse_offset(text, at);
  if (!offset) return std::nullopt;
  const std::int64_t local = *day * kMillisPerDay + *hour * 3'600'000 + *minute * 60'000 + *second * 1000 + millis;
  return InstantWithOffset{local - *offset * kMillisPerMinute, *offset};
}

}  // namespace jumelage
