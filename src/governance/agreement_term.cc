// AgreementRenewed and AgreementNoticeGiven: how an agreement goes on after its term, and how a party ends it.
#include <fmt/format.h>

#include <algorithm>

#include "governance/agreement_finding_codes.h"
#include "governance/agreement_unsettled.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/periods.h"
#include "governance/rules.h"
#include "governance/session_notice.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Renewal = schema::AgreementDrafted::Renewal;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}
Error impossible(Context& c, Number agreement, std::string_view why) {
  return Error(Refusal::kImpossible, fmt::format("agreement {} is {}; {}", quoted(c, agreement),
                                                 phase_text(phase_on(c.agreement(agreement), c.day())), why));
}

// --- Renewal

Result<void> check_renewal(Context& c, schema::AgreementRenewed::Reader act, Number agreement) {
  const auto state = c.agreement(agreement);
  const AgreementPhase phase = state.getPhase();
  if (phase == AgreementPhase::NOTICE_GIVEN)
    return impossible(c, agreement, "it is not renewed while a notice stands; record first that it is withdrawn");
  if (!is_in_force(phase)) return impossible(c, agreement, "only one in force is renewed");
  if (state.getUntil() == 0) return impossible(c, agreement, "it has no term, so there is nothing to renew");
  if (act.getFrom() != state.getUntil() + 1)
    return bad(fmt::format("the term ends on {}, so the new one begins on {}, not on {}", format_day(state.getUntil()),
                           format_day(state.getUntil() + 1), format_day(act.getFrom())));
  if (act.getUntil() != 0 && act.getUntil() < act.getFrom())
    return bad(fmt::format("the new term would end on {}, before it begins", format_day(act.getUntil())));
  if (!act.getTacit() || act.getFrom() <= c.day()) return ok();
  return Error(
      Refusal::kTimeImpossible,
      fmt::format("until {} a party may still give notice; record the tacit renewal once the new term has begun",
                  format_day(state.getUntil())));
}

void find_renewal_irregularities(Context& c, schema::AgreementRenewed::Reader act, Number agreement) {
  const auto terms = c.agreement(agreement).getTerms();
  const Renewal clause = terms.getRenewal();
  if (clause == Renewal::NONE || (act.getTacit() && clause != Renewal::TACIT)) {
    c.finding(kAgreementRenewalNotAllowed,
              clause == Renewal::NONE ? "its text knows no renewal; amend it, or draft another agreement"
                                      : "its text asks for the parties' express word; record the renewal with their "
                                        "signatures",
              agreement);
  }
  const std::uint32_t until = terms.hasRenewalPeriod() ? last_day_of_term(act.getFrom(), terms.getRenewalPeriod()) : 0;
  if (!act.getTacit() || clause != Renewal::TACIT || act.getUntil() == until) return;
  c.finding(kAgreementRenewalTermDiffers,
            fmt::format("by its text the new term {}; record it so",
                        until == 0 ? "is without an end" : "lasts until " + format_day(until)),
            agreement);
}

// --- Notice

struct Notifying {
  Number agreement = 0;
  unsigned place = 0;
};

Result<void> check_notice(Context& c, schema::AgreementNoticeGiven::Reader act, const Notifying& n) {
  const auto state = c.agreement(n.agreement);
  const std::uint32_t received = day_of(act.getReceived());
  if (received > day_of(c.act().getRecordedAt())) {
    return Error(Refusal::kTimeImpossible,
                 fmt::format("the notice was received on {}, after it was recorded", format_day(received)));
  }
  if (!is_in_force(phase_on(state, received)))
    return impossible(c, n.agreement, "notice is given of an agreement in force");
  if (state.getTerms().getParties()[n.place].getNoticeAt() != 0)
    return impossible(c, n.agreement,
                      fmt::format("{} has given notice already", party_name(c, state.getTerms(), n.place)));
  if (act.getEnds() >= received) return ok();
  return bad(fmt::format("the agreement cannot end on {} by a notice received on {}", format_day(act.getEnds()),
                         format_day(received)));
}

void find_short_notice(Context& c, schema::AgreementNoticeGiven::Reader act, const Notifying& n) {
  const auto terms = c.agreement(n.agreement).getTerms();
  if (!terms.hasNotice()) return;
  const Notice wanted{terms.getNotice().getCount(), terms.getNotice().getUnit()};
  const std::int64_t instant = act.getReceived().getUtc();
  if (early_enough({day_of(act.getReceived()), instant}, {act.getEnds(), instant}, wanted)) return;
  c.finding(kAgreementShortNotice,
            fmt::format("its text asks for {} of notice; received on {} it cannot end on {}: have notice given for a "
                        "later day",
                        notice_text(wanted), format_day(day_of(act.getReceived())), format_day(act.getEnds())),
            n.agreement);
}

void write_notice(Context& c, schema::AgreementNoticeGiven::Reader act, const Notifying& n, bool regular) {
  UnsettledMatters unsettled(c, n.agreement);
  regular ? unsettled.settle(AgreementMatter::NOTICE, n.place) : unsettled.leave(AgreementMatter::NOTICE, n.place);
  c.update_state(n.agreement, [&](schema::SubjectRow::Builder row) {
    unsettled.write(row);
    if (!regular) return;
    auto state = row.getAgreement();
    auto party = state.getTerms().getParties()[n.place];
    party.setNoticeAt(c.position());
    party.setNoticeEnds(act.getEnds());
    const bool first = state.getPhase() != AgreementPhase::NOTICE_GIVEN;
    state.setEnds(first ? act.getEnds() : std::min(state.getEnds(), act.getEnds()));
    if (!first) return;
    state.setRestedBefore(state.getPhase() == AgreementPhase::DORMANT);
    state.setPhase(AgreementPhase::NOTICE_GIVEN);
    state.setSince(day_of(act.getReceived()));
  });
}

}  // namespace

Result<void> agreement_renewed(Context& c, schema::AgreementRenewed::Reader act) {
  JUMELAGE_TRY(const Number agreement, c.find(act.getAgreement(), SubjectKind::AGREEMENT));
  if (act.getTacit()) {
    JUMELAGE_TRY(need_secretary(c, 0));
  } else if (c.agreement(agreement).hasTerms()) {
    JUMELAGE_TRY(need_all_parties(c, c.agreement(agreement).getTerms()));
  }
  JUMELAGE_TRY(check_renewal(c, act, agreement));
  const std::size_t before = c.finding_count();
  find_renewal_irregularities(c, act, agreement);
  const bool regular = c.finding_count() == before;
  UnsettledMatters unsettled(c, agreement);
  regular ? unsettled.settle(AgreementMatter::RENEWAL) : unsettled.leave(AgreementMatter::RENEWAL);
  c.update_state(agreement, [&](schema::SubjectRow::Builder row) {
    unsettled.write(row);
    if (!regular) return;
    auto state = row.getAgreement();
    state.setUntil(act.getUntil());
    state.setRenewals(static_cast<std::uint16_t>(state.getRenewals() + 1));
  });
  return ok();
}

Result<void> agreement_notice_given(Context& c, schema::AgreementNoticeGiven::Reader act) {
  Notifying n;
  JUMELAGE_TRY(n.agreement, c.find(act.getAgreement(), SubjectKind::AGREEMENT));
  const auto state = c.agreement(n.agreement);
  if (!state.hasTerms()) return impossible(c, n.agreement, "notice is given of an agreement in force");
  JUMELAGE_TRY(n.place, find_party(c, state.getTerms(), act.getParty()));
  JUMELAGE_TRY(need_party(c, state.getTerms(), n.place));
  JUMELAGE_TRY(check_notice(c, act, n));
  const std::size_t before = c.finding_count();
  find_short_notice(c, act, n);
  write_notice(c, act, n, c.finding_count() == before);
  return ok();
}

}  // namespace jumelage::governance
