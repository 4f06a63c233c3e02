#include "governance/periods.h"

#include <algorithm>
#include <chrono>

namespace jumelage::governance {
namespace {

using Unit = schema::Period::Unit;

constexpr std::int64_t kRataDieOfEpoch = 719'163;  // 1970-01-01
constexpr std::int64_t kLastDay = 3'652'059;       // 9999-12-31
constexpr std::int64_t kDaysAWeek = 7;
constexpr std::int64_t kWorkingDaysAWeek = 5;
constexpr std::int64_t kHoursADay = 24;

// The day on which that many working days are over.
std::int64_t day_of_working_day(std::int64_t count) {
  return (count - 1) / kWorkingDaysAWeek * kDaysAWeek + (count - 1) % kWorkingDaysAWeek + 1;
}

std::int64_t later(std::int64_t from, std::int64_t count, Unit unit) {
  switch (unit) {
    case Unit::CALENDAR_DAYS: return from + count;
    case Unit::CLEAR_DAYS: return count == 0 ? from : from + count + 1;
    case Unit::WORKING_DAYS: return count == 0 ? from : day_of_working_day(working_days_until(from) + count);
    case Unit::MONTHS: return months_later(from, count);
    case Unit::YEARS: return months_later(from, count * 12);
    case Unit::HOURS: return from + (count + kHoursADay - 1) / kHoursADay;
  }
  return from;
}

}  // namespace

// 0001-01-01 was a Monday.
std::int64_t working_days_until(std::int64_t day) {
  return day / kDaysAWeek * kWorkingDaysAWeek + std::min(day % kDaysAWeek, kWorkingDaysAWeek);
}

std::int64_t months_later(std::int64_t day, std::int64_t months) {
  using namespace std::chrono;
  const year_month_day from{sys_days{days{day - kRataDieOfEpoch}}};
  const std::int64_t month = std::int64_t{int{from.year()}} * 12 + (unsigned{from.month()} - 1) + months;
  const std::int64_t year = month / 12;
  if (year > 9'999) return std::int64_t{10'000} * 366;
  const year_month to{std::chrono::year{static_cast<int>(year)},
                      std::chrono::month{static_cast<unsigned>(month % 12) + 1}};
  const std::chrono::day last = (to / std::chrono::last).day();
  return sys_days{to / std::min(from.day(), last)}.time_since_epoch().count() + kRataDieOfEpoch;
}

std::uint32_t day_after(std::uint32_t from, std::uint32_t count, schema::Period::Unit unit) {
  return static_cast<std::uint32_t>(std::min(later(from, count, unit), kLastDay));
}

bool is_term(schema::Period::Reader period) {
  const Unit unit = period.getUnit();
  return period.getCount() > 0 && (unit == Unit::CALENDAR_DAYS || unit == Unit::MONTHS || unit == Unit::YEARS);
}

}  // namespace jumelage::governance
