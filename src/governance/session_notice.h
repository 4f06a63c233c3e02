// Whether a call went out early enough. Pure. Public holidays are unknown here: a working day is Monday to Friday.
#pragma once

#include <cstdint>
#include <string>

#include "schema/common.capnp.h"

namespace jumelage::governance {

struct DayAndInstant {
  std::uint32_t day = 0;  // Rata Die, on the wall clock there
  std::int64_t utc = 0;   // milliseconds
};

struct Notice {
  std::uint32_t count = 0;
  schema::Period::Unit unit = schema::Period::Unit::CALENDAR_DAYS;
};

// Calendar days: the session's day counts. Clear days: neither end counts. Working days: those after the notice, the
// session's included. Months and years: by the calendar, a missing day being the last of its month.
bool early_enough(const DayAndInstant& notified, const DayAndInstant& session, const Notice& notice);

std::string notice_text(const Notice& notice);  // "5 clear days"

}  // namespace jumelage::governance
