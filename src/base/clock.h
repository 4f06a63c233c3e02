// Time enters the program here and nowhere else. Rules never see a clock: they read times from the log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jumelage {

using UnixMillis = std::int64_t;  // milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted

class Clock {
 public:
  virtual ~Clock() = default;
  virtual UnixMillis now() const = 0;  // thread-safe
};

// The machine's wall clock.
const Clock& system_clock();

// "2026-03-12T09:30:00Z"; milliseconds are shown only when not zero.
std::string format_utc(UnixMillis time);
// The same instant as a wall clock at that offset shows it: "2026-03-12T10:30:00+01:00".
std::string format_with_offset(UnixMillis time, int offset_minutes);

struct InstantWithOffset {
  UnixMillis time = 0;
  int offset_minutes = 0;
};
// RFC 3339 with seconds and an offset ("Z" or "+01:00"); nothing else. Years 0001 to 9999.
std::optional<InstantWithOffset> parse_rfc3339(std::string_view text);

// Civil dates as days since 1970-01-01 (proleptic Gregorian calendar): "2026-03-12".
std::string format_date(std::int32_t days);
std::optional<std::int32_t> parse_date(std::string_view text);

}  // namespace jumelage
