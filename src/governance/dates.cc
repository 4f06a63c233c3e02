#include "governance/dates.h"

#include <chrono>

#include "base/clock.h"

namespace jumelage::governance {
namespace {

constexpr std::int64_t kUnixEpochDay = 719'163;  // 1970-01-01
constexpr std::int64_t kMillisADay = 86'400'000;
constexpr std::int64_t kMillisAMinute = 60'000;
constexpr std::int64_t kLastDay = 3'652'059;  // 9999-12-31

}  // namespace

std::uint32_t day_of(schema::Moment::Reader moment) {
  const std::int64_t utc = moment.getUtc();
  const std::int64_t of_day = (utc % kMillisADay + kMillisADay) % kMillisADay;
  std::int64_t day = utc / kMillisADay - (utc % kMillisADay < 0 ? 1 : 0) + kUnixEpochDay;
  const std::int64_t local = of_day + moment.getOffsetMinutes() * kMillisAMinute;
  if (local < 0) --day;
  if (local >= kMillisADay) ++day;
  return day < 1 || day > kLastDay ? 0 : static_cast<std::uint32_t>(day);
}

std::uint32_t decision_day(schema::Act::Reader act) {
  return day_of(act.hasDecidedAt() ? act.getDecidedAt() : act.getRecordedAt());
}

std::uint16_t year_of(std::uint32_t day) {
  using namespace std::chrono;
  if (day == 0) return 0;
  const year_month_day date{sys_days{days{std::int64_t{day} - kUnixEpochDay}}};
  return static_cast<std::uint16_t>(int{date.year()});
}

std::string format_day(std::uint32_t day) {
  if (day == 0 || day > kLastDay) return "no date";
  return format_date(static_cast<std::int32_t>(static_cast<std::int64_t>(day) - kUnixEpochDay));
}

}  // namespace jumelage::governance
