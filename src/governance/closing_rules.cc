// RegisterClosed: the closing sheet of a year, or of a volume of it, compared with the register.
//
// A year is one volume, or volumes in order. A sheet that differs from the register is recorded and closes nothing;
// the right one, recorded later, cures it.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/closing_sheet.h"
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

// The newest sheet of a volume, closing or not.
Key sheet_key(Number body, Sheet act, std::uint16_t volume) {
  return Key().bytes(as_bytes("closing-sheet")).u8(0).u32(body).u16(act.getYear()).u16(volume);
}
Key closed_key(Number body, Sheet act, std::uint16_t volume) {
  return closed_volume_key(body, act.getYear(), volume);
}

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

// A volume also holds sessions that adopted nothing, and no number tells in which volume these stand.
bool sessions_agree(Sheet act, const ClosingSheet& counted) {
  if (act.getVolume() == 0) return act.getSessions() == counted.sessions;
  return act.getSessions() >= counted.sessions;
}

void find_differences(Context& c, Sheet act, const ClosingSheet& counted) {
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
                          act.getVolume() == 0 ? "" : "at least ", counted.sessions));
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
  // A year has all its numbers; a volume those up to the one that the sheet names.
  const ClosingSheet counted = closing_sheet(c.reader(), body, act.getYear(), act.getVolume(), act.getLastNumber());
  find_differences(c, act, counted);
  const Key sheet = sheet_key(body, act, act.getVolume());
  if (const std::uint64_t earlier = c.counter(sheet); earlier != 0) cure_act(c, earlier);
  c.set_counter(sheet, c.position());
  if (c.finding_count() == findings)
    c.set_counter(closed_key(body, act, act.getVolume()), kVolumeClosed + counted.before + counted.decisions);
  c.touch(body);
  return ok();
}

}  // namespace jumelage::governance
