// AgreementStateChanged: an agreement rests, goes on, or is over.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "governance/agreement_finding_codes.h"
#include "governance/agreement_unsettled.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Change = schema::AgreementStateChanged::State;
using Renewal = schema::AgreementDrafted::Renewal;

std::string_view change_text(Change change) {
  switch (change) {
    case Change::DORMANT: return "become dormant";
    case Change::REVIVED: return "be revived";
    case Change::EXPIRED: return "expire";
    case Change::DENOUNCED: return "be over by notice";
    case Change::ENDED_BY_CONSENT: return "be ended by consent";
    case Change::ANNULLED: return "be annulled";
    case Change::NOTICE_WITHDRAWN: return "have its notice withdrawn";
  }
  return "change so";
}

bool ends(Change change) {
  return change == Change::EXPIRED || change == Change::DENOUNCED || change == Change::ENDED_BY_CONSENT ||
         change == Change::ANNULLED;
}

// The state machine of an agreement in force.
bool can_follow(AgreementPhase phase, Change change) {
  switch (change) {
    case Change::DORMANT: return phase == AgreementPhase::IN_FORCE;
    case Change::REVIVED: return phase == AgreementPhase::DORMANT;
    case Change::DENOUNCED:
    case Change::NOTICE_WITHDRAWN: return phase == AgreementPhase::NOTICE_GIVEN;
    case Change::EXPIRED:
    case Change::ENDED_BY_CONSENT:
    case Change::ANNULLED: return is_in_force(phase);
  }
  return false;
}

Result<void> check_change(Context& c, schema::AgreementStateChanged::Reader act, Number agreement) {
  const auto state = c.agreement(agreement);
  // What only records that the term or notice has run looks at the phase as recorded; all else needs an agreement
  // that hasn't run out.
  const AgreementPhase phase = ends(act.getState()) ? state.getPhase() : phase_on(state, act.getFrom());
  if (!can_follow(phase, act.getState())) {
    return Error(Refusal::kImpossible, fmt::format("agreement {} is {}; it cannot {} from there", quoted(c, agreement),
                                                   phase_text(phase), change_text(act.getState())));
  }
  if (act.getState() == Change::EXPIRED && state.getUntil() == 0) {
    return Error(Refusal::kImpossible,
                 fmt::format("agreement {} has no term, so it cannot expire", quoted(c, agreement)));
  }
  return ok();
}

Result<void> check_day(Context& c, schema::AgreementStateChanged::Reader act, Number agreement) {
  const std::uint32_t since = c.agreement(agreement).getSince();
  if (act.getFrom() > c.day()) {
    return Error(Refusal::kTimeImpossible, fmt::format("it would {} on {} only; record it then",
                                                       change_text(act.getState()), format_day(act.getFrom())));
  }
  // A court may find that it never held.
  if (act.getFrom() >= since || act.getState() == Change::ANNULLED) return ok();
  return Error(Refusal::kBadValue, fmt::format("it is as it is since {}; it cannot {} before that", format_day(since),
                                               change_text(act.getState())));
}

// The withdrawal of a notice is the word of who gave it.
Result<void> check_withdrawing(Context& c, Number agreement) {
  const auto terms = c.agreement(agreement).getTerms();
  const auto parties = terms.getParties();
  for (unsigned place = 0; place < parties.size(); ++place)
    if (parties[place].getNoticeAt() != 0 && speaks_for(c, terms, place)) return ok();
  for (unsigned place = 0; place < parties.size(); ++place) {
    if (parties[place].getNoticeAt() == 0) continue;
    return Error(Refusal::kSignatureMissing,
                 fmt::format("this act needs the signature of {}, who gave the notice", party_name(c, terms, place)));
  }
  return ok();
}

bool all_sign(Context& c, Number agreement) {
  return need_all_parties(c, c.agreement(agreement).getTerms()).has_value();
}

void find_too_early(Context& c, schema::AgreementStateChanged::Reader act, std::uint32_t last, Number agreement) {
  if (act.getFrom() > last) return;
  c.finding(kAgreementTooEarly,
            fmt::format("it cannot {} from {} on, as it holds until {}", change_text(act.getState()),
                        format_day(act.getFrom()), format_day(last)),
            agreement);
}

void find_irregularities(Context& c, schema::AgreementStateChanged::Reader act, Number agreement) {
  const auto state = c.agreement(agreement);
  switch (act.getState()) {
    case Change::EXPIRED:
      find_too_early(c, act, state.getUntil(), agreement);
      if (state.getPhase() != AgreementPhase::NOTICE_GIVEN && state.getTerms().getRenewal() == Renewal::TACIT) {
        c.finding(kAgreementRenewsTacitly,
                  "no notice was given, so by its text it is renewed tacitly; record the renewal", agreement);
      }
      return;
    // The day on which it ends may be called the first without it.
    case Change::DENOUNCED: return find_too_early(c, act, state.getEnds() - 1, agreement);
    case Change::ENDED_BY_CONSENT:
      if (all_sign(c, agreement) || c.act().getDocuments().size() != 0) return;
      c.finding(kAgreementNoConsent,
                "nothing shows that all parties wanted it; record it again with their signatures, or with the document "
                "that shows it",
                agreement);
      return;
    default: return;
  }
}

AgreementPhase phase_after(Change change) {
  switch (change) {
    case Change::DORMANT: return AgreementPhase::DORMANT;
    case Change::EXPIRED: return AgreementPhase::EXPIRED;
    case Change::DENOUNCED: return AgreementPhase::DENOUNCED;
    case Change::ENDED_BY_CONSENT: return AgreementPhase::ENDED_BY_CONSENT;
    case Change::ANNULLED: return AgreementPhase::ANNULLED;
    default: return AgreementPhase::IN_FORCE;
  }
}

// Of several notices, those are withdrawn whose parties sign; the agreement stays under the others.
void withdraw(Context& c, schema::AgreementState::Builder state, std::uint32_t from) {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t first = kNone;
  auto parties = state.getTerms().getParties();
  for (unsigned place = 0; place < parties.size(); ++place) {
    auto party = parties[place];
    if (party.getNoticeAt() == 0) continue;
    if (speaks_for(c, state.getTerms().asReader(), place)) {
      party.setNoticeAt(0);
      party.setNoticeEnds(0);
    } else {
      first = std::min(first, party.getNoticeEnds());
    }
  }
  state.setEnds(first == kNone ? 0 : first);
  if (first != kNone) return;
  state.setPhase(state.getRestedBefore() ? AgreementPhase::DORMANT : AgreementPhase::IN_FORCE);
  state.setRestedBefore(false);
  state.setSince(from);
}

void write(Context& c, schema::AgreementStateChanged::Reader act, Number agreement, bool regular) {
  UnsettledMatters unsettled(c, agreement);
  if (!regular) {
    unsettled.leave(AgreementMatter::ENDING);
  } else if (ends(act.getState())) {
    unsettled.settle_all({AgreementMatter::RENEWAL, AgreementMatter::NOTICE, AgreementMatter::ENDING});
  }
  c.update_state(agreement, [&](schema::SubjectRow::Builder row) {
    unsettled.write(row);
    if (!regular) return;
    auto state = row.getAgreement();
    if (act.getState() == Change::NOTICE_WITHDRAWN) return withdraw(c, state, act.getFrom());
    state.setPhase(phase_after(act.getState()));
    state.setSince(act.getFrom());
  });
}

}  // namespace

Result<void> agreement_state_changed(Context& c, schema::AgreementStateChanged::Reader act) {
  JUMELAGE_TRY(const Number agreement, c.find(act.getAgreement(), SubjectKind::AGREEMENT));
  JUMELAGE_TRY(need_chair_and_secretary(c, 0));
  JUMELAGE_TRY(check_change(c, act, agreement));
  JUMELAGE_TRY(check_day(c, act, agreement));
  if (act.getState() == Change::NOTICE_WITHDRAWN) {
    JUMELAGE_TRY(check_withdrawing(c, agreement));
  }
  const std::size_t before = c.finding_count();
  find_irregularities(c, act, agreement);
  write(c, act, agreement, c.finding_count() == before);
  return ok();
}

}  // namespace jumelage::governance
