// ProxyGranted and ProxyRevoked: who votes for whom. Whether a proxy counts is looked at whenever a vote is counted
// (session_proxies.h); here it is held against the rules for giving one.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/envelope.h"
#include "governance/rules.h"
#include "governance/session_anchor.h"
#include "governance/session_finding_codes.h"
#include "governance/session_notice.h"
#include "governance/session_proxies.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Phase = schema::SessionState::Phase;

struct Grant {
  Number session = 0;
  Number principal = 0;
  Number holder = 0;
  std::vector<Number> items;  // none: the whole session
};

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> check_coming(Context& c, Number session) {
  const Phase phase = c.session(session).getPhase();
  if (phase == Phase::CONVENED || phase == Phase::POSTPONED || phase == Phase::OPEN || phase == Phase::ADJOURNED)
    return ok();
  return Error(Refusal::kImpossible,
               fmt::format("session {} is {}; nobody votes in it any more", quoted(c, session), phase_text(phase)));
}

// The principal has a vote to give, and the holder could be there to cast it.
Result<void> check_parties(Context& c, const Grant& grant) {
  const Number body = c.session(grant.session).getBody();
  if (grant.principal == grant.holder) return bad(fmt::format("{} cannot vote for itself", quoted(c, grant.holder)));
  for (const Number mandate : {grant.principal, grant.holder}) {
    const auto state = c.mandate(mandate);
    if (state.getBody() != body) return bad(fmt::format("{} is a mandate of another body", quoted(c, mandate)));
    if (state.getCollege().size() == 0)
      return bad(fmt::format("{} has no seat in that body, so no part in its votes", quoted(c, mandate)));
    if (state.getStatus() == schema::MandateState::Status::ENDED)
      return Error(Refusal::kImpossible, fmt::format("mandate {} has ended", quoted(c, mandate)));
  }
  if (c.mandate(grant.principal).getAlternateOf() == 0) return ok();
  return bad(
      fmt::format("{} is an alternate; the vote is its titular's, who may give a proxy", quoted(c, grant.principal)));
}

Result<std::vector<Number>> read_items(Context& c, schema::ProxyGranted::Reader act, Number session) {
  std::vector<Number> items;
  for (const auto id : act.getItems()) {
    JUMELAGE_TRY(const Number item, c.find(id, SubjectKind::PROPOSAL));
    if (!on_agenda(c.session(session), item)) {
      return Error(Refusal::kImpossible,
                   fmt::format("{} is not on the agenda of session {}", quoted(id), quoted(c, session)));
    }
    if (std::find(items.begin(), items.end(), item) != items.end())
      return bad(fmt::format("the proxy names {} twice", quoted(id)));
    items.push_back(item);
  }
  return items;
}

Result<void> check_received(const Context& c, schema::ProxyGranted::Reader act) {
  if (act.getReceived().getUtc() <= c.act().getRecordedAt().getUtc() + kClockTolerance_ms) return ok();
  return Error(Refusal::kTimeImpossible, "the proxy would be received only after it is recorded; look at received");
}

// Whether two proxies of one principal are for the same item.
bool overlap(const Grant& grant, schema::ProxyState::Reader other) {
  if (grant.items.empty() || other.getItems().size() == 0) return true;
  return std::any_of(grant.items.begin(), grant.items.end(), [&](Number item) { return covers(other, item); });
}

// A holder's proxies are counted by the principals who gave them: two for different items are one person's vote.
void find_too_many(Context& c, const Grant& grant, schema::ProxyRule::Reader rule, Number number) {
  std::vector<Number> principals = {grant.principal};
  for (const Number other : proxies_of(c, grant.session)) {
    const auto proxy = c.proxy(other);
    if (!holds(c, other)) continue;
    if (proxy.getPrincipal() == grant.principal && overlap(grant, proxy)) {
      c.finding(kProxyGivenTwice,
                fmt::format("{} gave proxy {} for the same session already, which stands; revoke it first",
                            quoted(c, grant.principal), quoted(c, other)),
                number);
    }
    const bool known = std::find(principals.begin(), principals.end(), proxy.getPrincipal()) != principals.end();
    if (proxy.getHolder() == grant.holder && !known) principals.push_back(proxy.getPrincipal());
  }
  if (principals.size() <= rule.getPerHolder()) return;
  c.finding(kProxyTooMany,
            fmt::format("{} would vote for {} others, but the rules allow {}; give the proxy to somebody else",
                        quoted(c, grant.holder), principals.size(), rule.getPerHolder()),
            number);
}

void find_late(Context& c, const Grant& grant, schema::ProxyGranted::Reader act, schema::ProxyRule::Reader rule,
               Number number) {
  if (!rule.hasReceivedBefore()) return;
  const Notice wanted{rule.getReceivedBefore().getCount(), rule.getReceivedBefore().getUnit()};
  const DayAndInstant received{day_of(act.getReceived()), act.getReceived().getUtc()};
  const auto session = c.session(grant.session);
  if (early_enough(received, {session.getScheduledDay(), session.getScheduled()}, wanted)) return;
  c.finding(kProxyReceivedLate,
            fmt::format("the proxy was received on {} for a session on {}; the rules want it {} before",
                        format_day(received.day), format_day(session.getScheduledDay()), notice_text(wanted)),
            number);
}

void find_irregularities(Context& c, const Grant& grant, schema::ProxyGranted::Reader act,
                         schema::ProxyRule::Reader rule, Number number) {
  if (!rule.getAllowed()) {
    c.finding(kProxyNotAllowed, "the session's rules know no proxies; the principal must come, or send the alternate",
              number);
    return;
  }
  const Number member = c.mandate(grant.principal).getMember();
  if (rule.getSameMemberOnly() && (member == 0 || c.mandate(grant.holder).getMember() != member)) {
    c.finding(kProxyOtherMember,
              fmt::format("the rules want a holder from the member of {}, and {} is not", quoted(c, grant.principal),
                          quoted(c, grant.holder)),
              number);
  }
  find_too_many(c, grant, rule, number);
  find_late(c, grant, act, rule, number);
}

}  // namespace

Result<void> proxy_granted(Context& c, schema::ProxyGranted::Reader act) {
  Grant grant;
  JUMELAGE_TRY(grant.session, c.find(act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(grant.principal, c.find(act.getPrincipal(), SubjectKind::MANDATE));
  JUMELAGE_TRY(grant.holder, c.find(act.getHolder(), SubjectKind::MANDATE));
  JUMELAGE_TRY(need_holder(c, grant.principal, grant.session));
  JUMELAGE_TRY(check_parties(c, grant));
  JUMELAGE_TRY(check_coming(c, grant.session));
  JUMELAGE_TRY(grant.items, read_items(c, act, grant.session));
  JUMELAGE_TRY(check_received(c, act));
  const auto session = c.session(grant.session);
  JUMELAGE_TRY(const auto rules, c.rule_set(session.getRuleSet(), session.getRuleSetVersion()));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::PROXY));
  find_irregularities(c, grant, act, rules.getProxies(), number);
  c.link(grant.session, SubjectKind::PROXY, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initProxy();
    state.setSession(grant.session);
    state.setPrincipal(grant.principal);
    state.setHolder(grant.holder);
    if (!grant.items.empty()) {
      auto items = state.initItems(static_cast<unsigned>(grant.items.size()));
      for (unsigned i = 0; i < items.size(); ++i) items.set(i, grant.items[i]);
    }
    state.setGrantedAt(c.position());
    state.setRevokedAt(kNever);
  });
  return ok();
}

Result<void> proxy_revoked(Context& c, schema::ProxyRevoked::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getProxy(), SubjectKind::PROXY));
  const auto proxy = c.proxy(number);
  JUMELAGE_TRY(need_holder(c, proxy.getPrincipal(), proxy.getSession()));
  if (proxy.getRevokedAt() != kNever) {
    return Error(Refusal::kImpossible, fmt::format("proxy {} was revoked already, at position {}",
                                                   quoted(act.getProxy()), proxy.getRevokedAt()));
  }
  JUMELAGE_TRY(check_coming(c, proxy.getSession()));
  JUMELAGE_TRY(const AnchorPlace at, read_anchor(c, act.getAt(), proxy.getSession()));
  if (at.overtaken) {
    c.finding(kProxyRevokedLate,
              fmt::format("the proxy is said to end before vote {} on {}, which was counted with it; it ends now, so "
                          "replace the record of that vote if it is wrong",
                          at.round, quoted(c, at.item)),
              number);
  }
  c.update_state(number, [&](schema::SubjectRow::Builder row) { row.getProxy().setRevokedAt(c.position()); });
  return ok();
}

}  // namespace jumelage::governance
