// Periods as statutes count them: whether a call went out early enough, and when a deadline passes. Pure. Public
// holidays are unknown here: a working day is Monday to Friday.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "schema/common.capnp.h"
#include "schema/rules.capnp.h"

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

// What the rules ask for before a session; none: no notice is asked for.
std::optional<Notice> wanted_notice(schema::RuleSet::Reader rules, bool urgent);
std::string notice_text(const Notice& notice);  // "5 clear days"

}  // namespace jumelage::governance
