#include "governance/closing_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "governance/dates.h"
#include "governance/row.h"
#include "schema/register.capnp.h"

namespace jumelage::governance {
namespace {

Row<schema::SubjectRow> newest_row(const Register& reg, Number number) {
  const auto item = reg.floor(Table::kRows, row_key(number, kNever));
  if (!item || read_big_endian(item->key.first(4)) != number)
    throw RegisterFault(fmt::format("subject {} has no state", number));
  return Row<schema::SubjectRow>(item->value);
}

std::uint32_t lower_half(std::optional<ByteView> value) {
  return value ? static_cast<std::uint32_t>(read_big_endian(*value)) : 0;
}

Number decision_numbered(const Register& reg, const std::string& series, std::uint16_t year, std::uint32_t number) {
  const auto decision = reg.get(Table::kNumbers, number_key(series, year, number));
  if (!decision) throw RegisterFault(fmt::format("nothing has the number {}-{}-{}", series, year, number));
  return static_cast<Number>(read_big_endian(*decision));
}

void add_opened_in(const Register& reg, Number body, std::uint16_t year, std::set<Number>& sessions) {
  std::vector<Number> all;
  reg.scan(Table::kLinks, Key().u32(body).u8(static_cast<std::uint8_t>(schema::SubjectKind::SESSION)),
           [&](Register::Item item) {
             all.push_back(static_cast<Number>(read_big_endian(item.key.subspan(5))));
             return true;
           });
  for (const Number session : all)
    if (year_of(newest_row(reg, session).reader().getSession().getOpenedDate()) == year) sessions.insert(session);
}

}  // namespace

Key closed_volume_key(Number body, std::uint16_t year, std::uint16_t volume) {
  return Key().bytes(as_bytes("closed-volume")).u8(0).u32(body).u16(year).u16(volume);
}

ClosingSheet closing_sheet(const Register& reg, Number body, std::uint16_t year, std::uint16_t volume,
                           std::optional<std::uint32_t> last) {
  const std::string series(newest_row(reg, body).reader().getBody().getSeries());
  ClosingSheet sheet;
  if (volume > 1) {
    const auto earlier = static_cast<std::uint16_t>(volume - 1);
    sheet.before = lower_half(reg.get(Table::kCounters, closed_volume_key(body, year, earlier)));
  }
  const std::uint32_t given = lower_half(reg.get(Table::kSeries, series_key(series, year)));
  const std::uint32_t end = volume == 0 ? given : std::clamp(last.value_or(given), sheet.before, given);
  sheet.decisions = end - sheet.before;
  if (sheet.decisions != 0) {
    sheet.first = sheet.before + 1;
    sheet.last = end;
  }
  std::set<Number> sessions;
  for (std::uint32_t number = sheet.before + 1; number <= end; ++number)
    sessions.insert(newest_row(reg, decision_numbered(reg, series, year, number)).reader().getDecision().getSession());
  if (volume == 0) add_opened_in(reg, body, year, sessions);
  sheet.sessions = static_cast<std::uint32_t>(sessions.size());
  return sheet;
}

}  // namespace jumelage::governance
