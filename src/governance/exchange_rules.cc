// ExpertiseOffered and ExchangeReported: what members can teach one another, and what they did.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Standing = schema::MemberChanged::Standing;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}
Error impossible(std::string message) {
  return Error(Refusal::kImpossible, std::move(message));
}

Result<void> withdraw(Context& c, schema::ExpertiseOffered::Reader act, Number member) {
  JUMELAGE_TRY(const Number offer, c.find(act.getId(), SubjectKind::EXPERTISE));
  if (c.expertise(offer).getMember() != member)
    return bad(fmt::format("offer {} is not one of {}", quoted(act.getId()), quoted(act.getMember())));
  if (c.expertise(offer).getWithdrawn())
    return impossible(fmt::format("offer {} was withdrawn already", quoted(act.getId())));
  c.update_state(offer, [](schema::SubjectRow::Builder row) { row.getExpertise().setWithdrawn(true); });
  return ok();
}

Result<void> check_offer(Context& c, schema::ExpertiseOffered::Reader act, Number member) {
  const Standing standing = c.member(member).getStanding();
  if (standing != Standing::ACTIVE && standing != Standing::SUSPENDED)
    return impossible(fmt::format("member {} has left; it offers nothing here", quoted(act.getMember())));
  if (act.getUntil() == 0 || act.getUntil() >= c.day()) return ok();
  return bad(fmt::format("the offer would have ended on {}, before it is made", format_day(act.getUntil())));
}

struct Exchange {
  Number host = 0;
  Number project = 0;
  std::vector<Number> guests;
};

Result<Exchange> find_all(Context& c, schema::ExchangeReported::Reader act) {
  Exchange exchange;
  JUMELAGE_TRY(exchange.host, c.find(act.getHost(), SubjectKind::MEMBER));
  JUMELAGE_TRY(exchange.project, c.find_optional(act.getProject(), SubjectKind::PROJECT));
  for (const auto id : act.getGuests()) {
    JUMELAGE_TRY(const Number guest, c.find(id, SubjectKind::MEMBER));
    const auto& known = exchange.guests;
    if (guest == exchange.host || std::find(known.begin(), known.end(), guest) != known.end())
      return bad(fmt::format("{} is named twice; the host is no guest, and each guest stands once", quoted(id)));
    exchange.guests.push_back(guest);
  }
  if (exchange.guests.empty()) return bad("an exchange has guests; name the members that came");
  return exchange;
}

// Any of those who took part.
Result<void> check_signers(Context& c, const Exchange& exchange) {
  for (const Number guest : exchange.guests)
    if (c.roles().acts_for(guest) || attested_for(c, guest)) return ok();
  return need_member(c, exchange.host);
}

Result<void> check_days(Context& c, schema::ExchangeReported::Reader act) {
  if (act.getUntil() < act.getFrom())
    return bad(
        fmt::format("an exchange cannot last from {} to {}", format_day(act.getFrom()), format_day(act.getUntil())));
  if (act.getUntil() <= day_of(c.act().getRecordedAt())) return ok();
  return Error(Refusal::kTimeImpossible, fmt::format("the exchange lasts until {}; report it once it has taken place",
                                                     format_day(act.getUntil())));
}

}  // namespace

Result<void> expertise_offered(Context& c, schema::ExpertiseOffered::Reader act) {
  JUMELAGE_TRY(const Number member, c.find(act.getMember(), SubjectKind::MEMBER));
  JUMELAGE_TRY(need_member(c, member));
  if (act.getWithdrawn()) return withdraw(c, act, member);
  JUMELAGE_TRY(check_offer(c, act, member));
  JUMELAGE_TRY(const Number offer, c.create(act.getId(), SubjectKind::EXPERTISE));
  c.link(kLedgerNumber, SubjectKind::EXPERTISE, offer);
  c.link(member, SubjectKind::EXPERTISE, offer);
  c.put_state(offer, [&](schema::SubjectRow::Builder row) {
    auto state = row.initExpertise();
    state.setTitleAt(c.position());
    state.setMember(member);
    state.setUntil(act.getUntil());
  });
  return ok();
}

Result<void> exchange_reported(Context& c, schema::ExchangeReported::Reader act) {
  JUMELAGE_TRY(const Exchange exchange, find_all(c, act));
  JUMELAGE_TRY(check_signers(c, exchange));
  JUMELAGE_TRY(check_days(c, act));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::EXCHANGE));
  c.link(kLedgerNumber, SubjectKind::EXCHANGE, number);
  c.link(exchange.host, SubjectKind::EXCHANGE, number);
  for (const Number guest : exchange.guests) c.link(guest, SubjectKind::EXCHANGE, number);
  if (exchange.project != 0) c.link(exchange.project, SubjectKind::EXCHANGE, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initExchange();
    state.setTitleAt(c.position());
    state.setHost(exchange.host);
    state.setGuests({exchange.guests.data(), exchange.guests.size()});
    state.setProject(exchange.project);
    state.setFrom(act.getFrom());
    state.setUntil(act.getUntil());
  });
  return ok();
}

}  // namespace jumelage::governance
