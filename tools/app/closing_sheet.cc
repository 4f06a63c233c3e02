#include "app/closing_sheet.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/bytes.h"
#include "governance/dates.h"

namespace jumelage::tools {
namespace {

using governance::Table;

std::uint32_t last_number(const Register& reg, const std::string& series, std::uint16_t year) {
  const auto last = reg.get(Table::kSeries, governance::series_key(series, year));
  return last ? static_cast<std::uint32_t>(governance::read_big_endian(*last)) : 0;
}

// Where a volume ended: counter "closed-volume" of docs/formats/register.md, whose lower half is the last number.
std::uint32_t end_of_volume(const Register& reg, Number body, std::uint16_t year, std::uint16_t volume) {
  const auto key = governance::Key().bytes(as_bytes("closed-volume")).u8(0).u32(body).u16(year).u16(volume);
  const auto counter = reg.get(Table::kCounters, key);
  return counter ? static_cast<std::uint32_t>(governance::read_big_endian(*counter)) : 0;
}

void add_opened_in(const Register& reg, Number body, std::uint16_t year, std::set<Number>& sessions) {
  for (const Number session : children_of(reg, body, SubjectKind::SESSION))
    if (governance::year_of((*row_of(reg, session)).getSession().getOpenedDate()) == year) sessions.insert(session);
}

}  // namespace

ClosingSheet closing_sheet(const Register& reg, Number body, std::uint16_t year, std::uint16_t volume,
                           std::optional<std::uint32_t> last) {
  const auto row = row_of(reg, body);
  const std::string series((*row).getBody().getSeries());
  const std::uint32_t before = volume > 1 ? end_of_volume(reg, body, year, static_cast<std::uint16_t>(volume - 1)) : 0;
  const std::uint32_t given = std::max(before, last_number(reg, series, year));
  const std::uint32_t end = std::clamp(last.value_or(given), before, given);
  std::set<Number> sessions;
  for (std::uint32_t number = before + 1; number <= end; ++number) {
    const auto decision = reg.get(Table::kNumbers, governance::number_key(series, year, number));
    if (!decision) continue;
    const auto decided = row_of(reg, static_cast<Number>(governance::read_big_endian(*decision)));
    sessions.insert((*decided).getDecision().getSession());
  }
  if (volume == 0) add_opened_in(reg, body, year, sessions);
  const bool is_empty = end == before;
  return {is_empty ? 0 : before + 1, is_empty ? 0 : end, end - before, static_cast<std::uint32_t>(sessions.size())};
}

}  // namespace jumelage::tools
