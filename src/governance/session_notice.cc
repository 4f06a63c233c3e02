#include "governance/session_notice.h"

#include <fmt/format.h>

#include "governance/periods.h"

namespace jumelage::governance {
namespace {

using Unit = schema::Period::Unit;

constexpr std::int64_t kHourMs = 3'600'000;

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
