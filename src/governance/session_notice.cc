#include "governance/session_notice.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace jumelage::governance {
namespace {

using Unit = schema::Period::Unit;

constexpr std::int64_t kRataDieOfEpoch = 719'163;  // 1970-01-01
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kLastDay = 3'652'059;  // 9999-12-31

// Days from Monday to Friday among 1..day; 0001-01-01 was a Monday.
std::int64_t working_days_until(std::int64_t day) {
  return day / 7 * 5 + std::min<std::int64_t>(day % 7, 5);
}

// The first day by which that many of them are over.
std::int64_t nth_working_day(std::int64_t count) {
  return (count - 1) / 5 * 7 + (count - 1) % 5 + 1;
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

}  // namespace

bool early_enough(const DayAndInstant& notified, const DayAndInstant& session, const Notice& notice) {
  const std::int64_t from = notified.day;
  const std::int64_t to = session.day;
  const std::int64_t count = notice.count;
  if (to < from || session.utc < notified.utc) return false;
  switch (notice.unit) {
    case Unit::CALENDAR_DAYS: return to - from >= count;
    case Unit::CLEAR_DAYS: return count == 0 || to - from - 1 >= count;
    case Unit::WORKING_DAYS: return working_days_until(to) - working_days_until(from) >= count;
    case Unit::MONTHS: return to >= months_later(from, count);
    case Unit::YEARS: return to >= months_later(from, count * 12);
    case Unit::HOURS: return (session.utc - notified.utc) / kHourMs >= count;
  }
  return false;
}

std::optional<Notice> wanted_notice(schema::RuleSet::Reader rules, bool urgent) {
  if (urgent && !rules.hasUrgentNotice()) return std::nullopt;
  const auto period = urgent ? rules.getUrgentNotice() : rules.getNotice();
  return Notice{period.getCount(), period.getUnit()};
std::uint32_t last_day(std::uint32_t from, const Notice& period) {
  const std::int64_t day = from;
  const std::int64_t count = period.count;
  const std::int64_t last = [&] {
    switch (period.unit) {
      case Unit::CALENDAR_DAYS: return day + count;
      case Unit::CLEAR_DAYS: return count == 0 ? day : day + count + 1;
      case Unit::WORKING_DAYS: return count == 0 ? day : nth_working_day(working_days_until(day) + count);
      case Unit::MONTHS: return months_later(day, count);
      case Unit::YEARS: return months_later(day, count * 12);
      case Unit::HOURS: return day + (count + 23) / 24;
    }
    return day;
  }();
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(last, day, kLastDay));
}

std::string notice_text(const Notice& notice) {
  const auto unit = [&]() -> std::string_view {
    switch (notice.unit) {
      case Unit::CALENDAR_DAYS: return "days";
      case Unit::CLEAR_DAYS: return "clear days";
      case Unit::WORKING_DAYS: return "working days";
      case Unit::MONTHS: return "months";
      case Unit::YEARS: return "years";
      case Unit::HOURS: return "hours";
    }
    return "days";
  }();
  return fmt::format("{} {}", notice.count, notice.count == 1 ? unit.substr(0, unit.size() - 1) : unit);
}

}  // namespace jumelage::governance
