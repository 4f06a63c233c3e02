// How far periods reach in the calendar, as agreements and authorities state them. Pure. Public holidays are unknown
// here: a working day is Monday to Friday.
#pragma once

#include <cstdint>

#include "schema/common.capnp.h"

namespace jumelage::governance {

// The same day of the month, so many months later; a day that the month doesn't have is its last. Days past 9999 are
// all the same late day.
std::int64_t months_later(std::int64_t day, std::int64_t months);
// Days from Monday to Friday among 0001-01-01 and `day`, both included.
std::int64_t working_days_until(std::int64_t day);

// The last day of a period that is counted from the day `from`, which is not one of its days. Clear days: the day
// after the last of them, if there is any. Hours: whole days, begun ones too.
std::uint32_t day_after(std::uint32_t from, std::uint32_t count, schema::Period::Unit unit);
inline std::uint32_t day_after(std::uint32_t from, schema::Period::Reader period) {
  return day_after(from, period.getCount(), period.getUnit());
}

// The last day of a term whose first day is `from`.
inline std::uint32_t last_day_of_term(std::uint32_t from, schema::Period::Reader term) {
  return day_after(from, term) - 1;
}
// Whether a term can be stated in it: calendar days, months or years, one at least.
bool is_term(schema::Period::Reader period);

}  // namespace jumelage::governance
