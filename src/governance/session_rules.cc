// SessionConvened: a session is called, with its number, its agenda and the rules that it runs under.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_agenda.h"
#include "governance/session_finding_codes.h"
#include "governance/session_notice.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Key number_counter(Number body) {
  return Key().bytes(as_bytes("session-numbers")).u8(0).u32(body);
}

// Gapless per body. An imported register counts as its source does.
Result<void> check_number(Context& c, Number body, std::uint32_t number) {
  if (c.imported()) return ok();
  const std::uint64_t next = c.counter(number_counter(body)) + 1;
  if (number == next) return ok();
  return Error(Refusal::kNumberTaken,
               fmt::format("sessions of {} are numbered without gaps: the next number is {}, not {}", quoted(c, body),
                           next, number));
}

// A second or third call follows a session of the same body, one call before, that had no quorum and was not called
// again yet. Returns that session; 0 for a first call.
Result<Number> find_earlier_call(Context& c, schema::SessionConvened::Reader act, Number body) {
  if (act.getCall() == 0) return Error(Refusal::kBadValue, "calls count from 1; call is 0");
  if (act.getCall() == 1) {
    if (!act.hasFollows()) return Number{0};
    return Error(Refusal::kBadValue, "a first call follows no session; leave out follows, or say which call it is");
  }
  if (!act.hasFollows()) {
    return Error(Refusal::kImpossible,
                 fmt::format("call {} repeats a session that had no quorum; name it in follows", act.getCall()));
  }
  JUMELAGE_TRY(const Number number, c.find(act.getFollows(), SubjectKind::SESSION));
  const auto earlier = c.session(number);
  if (earlier.getBody() != body || earlier.getCall() + 1 != act.getCall() || !lacked_quorum(earlier)) {
    return Error(
        Refusal::kImpossible,
        fmt::format("call {} can follow only call {} of the same body, where that had no quorum; {} is call {} and {}",
                    act.getCall(), act.getCall() - 1, quoted(act.getFollows()), earlier.getCall(),
                    lacked_quorum(earlier) ? "had none" : "was not inquorate"));
  }
  const Number next = earlier.getNextCall();
  if (next == 0 || c.session(next).getPhase() == schema::SessionState::Phase::CANCELLED) return number;
  return Error(Refusal::kImpossible,
               fmt::format("{} was called again already, by session {}; a further call follows that",
                           quoted(act.getFollows()), quoted(c, next)));
}

// When the last of those who were called was told; without particulars, when the call was made.
DayAndInstant notified(schema::Act::Reader act, schema::SessionConvened::Reader convened) {
  const auto made = act.hasDecidedAt() ? act.getDecidedAt() : act.getRecordedAt();
  DayAndInstant latest{day_of(made), made.getUtc()};
  bool told = false;
  for (const auto notice : convened.getNotices()) {
    const auto at = notice.getAt();
    if (!told || at.getUtc() > latest.utc) latest = {day_of(at), at.getUtc()};
    told = true;
  }
  return latest;
}

Result<void> check_notices(const Context& c, schema::SessionConvened::Reader act) {
  for (const auto notice : act.getNotices()) {
    const Number to = c.number_of(view(notice.getTo()));
    const auto kind = to == 0 ? SubjectKind::NONE : c.kind_of(to);
    if (kind == SubjectKind::MANDATE || kind == SubjectKind::MEMBER) continue;
    return Error(to == 0 ? Refusal::kUnknownSubject : Refusal::kWrongKind,
                 fmt::format("a notice went to {}, which is no mandate or member", quoted(notice.getTo())));
  }
  return ok();
}

void find_short_notice(Context& c, schema::SessionConvened::Reader act, schema::RuleSet::Reader rules, Number session) {
  if (c.imported()) return;
  if (act.getUrgent() && act.getUrgencyReason().size() == 0)
    c.finding(kSessionUrgencyUnexplained, "the session is called as urgent without a reason; say why", session);
  const auto wanted = wanted_notice(rules, act.getUrgent());
  if (!wanted) return;
  const DayAndInstant scheduled{day_of(act.getScheduled()), act.getScheduled().getUtc()};
  const DayAndInstant told = notified(c.act(), act);
  if (early_enough(told, scheduled, *wanted)) return;
  c.finding(kSessionShortNotice,
            fmt::format("the call went out on {} for a session on {}; the rules want {}: call it again for a later day",
                        format_day(told.day), format_day(scheduled.day), notice_text(*wanted)),
            session);
}

void find_other_rules(Context& c, schema::RuleRef::Reader pinned, Number rules, Number body, Number session) {
  const auto state = c.body(body);
  if (rules == state.getRuleSet() && pinned.getVersion() == state.getRuleSetVersion()) return;
  c.finding(kSessionRuleSetDiffers,
            fmt::format("the session is to run under {} version {}, but the body is under {} version {}",
                        quoted(pinned.getId()), pinned.getVersion(), quoted(c, state.getRuleSet()),
                        state.getRuleSetVersion()),
            session);
}

}  // namespace

Result<void> session_convened(Context& c, schema::SessionConvened::Reader act) {
  JUMELAGE_TRY(const Number body, c.find(act.getBody(), SubjectKind::BODY));
  JUMELAGE_TRY(need_secretary_or_chair(c, body));
  if (c.body(body).getDissolved())
    return Error(Refusal::kImpossible, fmt::format("body {} is dissolved", quoted(c, body)));
  JUMELAGE_TRY(check_number(c, body, act.getNumber()));
  JUMELAGE_TRY(const Number earlier, find_earlier_call(c, act, body));
  JUMELAGE_TRY(check_notices(c, act));
  const auto pinned = act.getRuleSet();
  JUMELAGE_TRY(const Number rules, c.find(pinned.getId(), SubjectKind::RULE_SET));
  JUMELAGE_TRY(const auto rule_set, c.rule_set(rules, pinned.getVersion()));
  JUMELAGE_TRY(const auto agenda, read_agenda(c, act.getAgenda(), body));
  JUMELAGE_TRY(const Number session, c.create(act.getId(), SubjectKind::SESSION));

  find_short_notice(c, act, rule_set, session);
  find_other_rules(c, pinned, rules, body, session);
  if (!c.imported()) c.set_counter(number_counter(body), act.getNumber());
  c.link(body, SubjectKind::SESSION, session);
  if (earlier != 0)
    c.amend_state(earlier, [session](schema::SubjectRow::Builder row) { row.getSession().setNextCall(session); });
  for (const Number item : agenda) place_on_agenda(c, item, session);
  c.put_state(session, [&](schema::SubjectRow::Builder row) {
    auto state = row.initSession();
    state.setBody(body);
    state.setNumber(act.getNumber());
    state.setCall(act.getCall());
    state.setMode(act.getMode());
    state.setScheduled(act.getScheduled().getUtc());
    state.setScheduledDay(day_of(act.getScheduled()));
    state.setUrgent(act.getUrgent());
    state.setRuleSet(rules);
    state.setRuleSetVersion(pinned.getVersion());
    write_agenda(state, agenda);
  });
  return ok();
}

}  // namespace jumelage::governance
