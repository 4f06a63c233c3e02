// RegisterClosed: the closing sheet of a year, or of a volume of it, compared with the register.
//
// A year is one volume, or volumes in order. A sheet that differs from the register is recorded and closes nothing;
// the right one, recorded later, cures it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/dates.h"
#include "governance/foundation_finding_codes.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Sheet = schema::RegisterClosed::Reader;

Error impossible(std::string message) {
  return Error(Refusal::kImpossible, std::move(message));
}

Key volume_key(std::string_view what, Number body, std::uint16_t year, std::uint16_t volume) {
  return Key().bytes(as_bytes(what)).u8(0).u32(body).u16(year).u16(volume);
}
// The newest sheet of a volume, closing or not.
Key sheet_key(Number body, Sheet act, std::uint16_t volume) {
  return volume_key("closing-sheet", body, act.getYear(), volume);
}
// Of a closed volume: 1, and its last number.
Key closed_key(Number body, Sheet act, std::uint16_t volume) {
  return volume_key("closed-volume", body, act.getYear(), volume);
}
constexpr std::uint64_t kClosed = 1ULL << 32;

std::string volume_text(Sheet act) {
  if (act.getVolume() == 0) return fmt::format("the year {}", act.getYear());
  return fmt::format("volume {} of {}", act.getVolume(), act.getYear());
}

Result<void> check_order(Context& c, Sheet act, Number body) {
  const std::uint16_t volume = act.getVolume();
  if (c.counter(closed_key(body, act, volume)) != 0) {
    return impossible(fmt::format("{} of {} was closed already, by the act at position {}", volume_text(act),
                                  quoted(c, body), c.counter(sheet_key(body, act, volume))));
  }
  if (volume == 0 ? c.counter(closed_key(body, act, 1)) != 0 : c.counter(closed_key(body, act, 0)) != 0)
    return impossible(fmt::format("the register of {} is closed {}; go on in that way", act.getYear(),
                                  volume == 0 ? "by volumes" : "as one volume"));
  if (volume > 1 && c.counter(closed_key(body, act, volume - 1)) == 0)
    return impossible(fmt::format("volume {} of {} is not closed yet; close it first", volume - 1, act.getYear()));
  return ok();
}

Result<void> check_year(const Context& c, Sheet act) {
  const std::uint16_t now = year_of(day_of(c.act().getRecordedAt()));
  if (act.getYear() != 0 && act.getYear() <= now) return ok();
  return Error(Refusal::kTimeImpossible, fmt::format("the register of {} cannot be closed in {}", act.getYear(), now));
}

struct Counted {
  std::uint32_t before = 0;  // the last number of the volume before
  std::uint32_t first = 0;   // 0: none is in it
  std::uint32_t last = 0;
  std::uint32_t decisions = 0;
  std::set<Number> sessions;  // in which those decisions were taken
};

std::uint32_t last_number(Context& c, Number body, Sheet act) {
  const auto last = c.reader().get(Table::kSeries, series_key(view(c.body(body).getSeries()), act.getYear()));
  return last ? static_cast<std::uint32_t>(read_big_endian(*last)) : 0;
}

// What the volume holds by the register: a year all its numbers; a volume those that follow the volume before, up to
// the one that the sheet names, if there is one.
Counted count(Context& c, Number body, Sheet act) {
  Counted counted;
  if (act.getVolume() > 1)
    counted.before = static_cast<std::uint32_t>(c.counter(closed_key(body, act, act.getVolume() - 1)));
  const std::uint32_t given = last_number(c, body, act);
  const std::uint32_t last = act.getVolume() == 0 ? given : std::clamp(act.getLastNumber(), counted.before, given);
  counted.decisions = last - counted.before;
  if (counted.decisions != 0) {
    counted.first = counted.before + 1;
    counted.last = last;
  }
  const std::string series(view(c.body(body).getSeries()));
  for (std::uint32_t number = counted.before + 1; number <= last; ++number) {
    const auto decision = c.reader().get(Table::kNumbers, number_key(series, act.getYear(), number));
    if (!decision) throw RegisterFault(fmt::format("nothing has the number {}-{}-{}", series, act.getYear(), number));
    counted.sessions.insert(c.decision(static_cast<Number>(read_big_endian(*decision))).getSession());
  }
  if (act.getVolume() != 0) return counted;
  std::vector<Number> sessions;
  c.children(body, SubjectKind::SESSION, [&](Number session) {
    sessions.push_back(session);
    return true;
  });
  for (const Number session : sessions)
    if (year_of(c.session(session).getOpenedDate()) == act.getYear()) counted.sessions.insert(session);
  return counted;
}

// A volume also holds sessions that adopted nothing, and no number tells in which volume these stand.
bool sessions_agree(Sheet act, const Counted& counted) {
  if (act.getVolume() == 0) return act.getSessions() == counted.sessions.size();
  return act.getSessions() >= counted.sessions.size();
}

void find_differences(Context& c, Sheet act, const Counted& counted) {
  if (act.getFirstNumber() != counted.first || act.getLastNumber() != counted.last) {
    c.finding(kRegisterNumbersDiffer,
              fmt::format("the sheet says numbers {} to {}, but {} holds {} to {}; print it again and close it anew",
                          act.getFirstNumber(), act.getLastNumber(), volume_text(act), counted.first, counted.last));
  }
  if (act.getDecisions() != counted.decisions) {
    c.finding(kRegisterDecisionsDiffer, fmt::format("the sheet counts {} decisions, but {} holds {}",
                                                    act.getDecisions(), volume_text(act), counted.decisions));
  }
  if (!sessions_agree(act, counted)) {
    c.finding(kRegisterSessionsDiffer,
              fmt::format("the sheet counts {} sessions, but {} holds {}{}", act.getSessions(), volume_text(act),
                          act.getVolume() == 0 ? "" : "at least ", counted.sessions.size()));
  }
  if (act.getVolume() == 0 && act.getYear() == year_of(c.day())) {
    c.finding(kRegisterYearNotOver,
              fmt::format("the year {} is not over: close a volume of it, or wait", act.getYear()));
  }
}

}  // namespace

Result<void> register_closed(Context& c, Sheet act) {
  JUMELAGE_TRY(const Number body, c.find(act.getBody(), SubjectKind::BODY));
  JUMELAGE_TRY(need_chair_and_secretary(c, body));
  JUMELAGE_TRY(check_year(c, act));
  JUMELAGE_TRY(check_order(c, act, body));
  JUMELAGE_TRY(c.register_document(act.getPrinted()));
  const std::size_t findings = c.finding_count();
  const Counted counted = count(c, body, act);
  find_differences(c, act, counted);
  const Key sheet = sheet_key(body, act, act.getVolume());
  if (const std::uint64_t earlier = c.counter(sheet); earlier != 0) cure_act(c, earlier);
  c.set_counter(sheet, c.position());
  if (c.finding_count() == findings)
    c.set_counter(closed_key(body, act, act.getVolume()), kClosed + counted.before + counted.decisions);
  c.touch(body);
  return ok();
}

}  // namespace jumelage::governance
