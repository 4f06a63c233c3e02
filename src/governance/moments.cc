#include "governance/moments.h"

#include <fmt/format.h>

#include "governance/dates.h"

namespace jumelage::governance {

Result<void> need_past(const Context& c, schema::Moment::Reader at, std::string_view what) {
  const std::uint32_t day = day_of(at);
  const std::uint32_t recorded = day_of(c.act().getRecordedAt());
  if (day == 0) return Error(Refusal::kBadValue, fmt::format("it was {} on no day of the calendar; correct at", what));
  if (day <= recorded) return ok();
  return Error(Refusal::kTimeImpossible, fmt::format("it was {} on {}, after the act was recorded on {}", what,
                                                     format_day(day), format_day(recorded)));
}

}  // namespace jumelage::governance
