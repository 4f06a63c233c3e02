#include "governance/agreement_state.h"

#include <fmt/format.h>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Renewal = schema::AgreementDrafted::Renewal;

std::string outside_name(unsigned place) {
  return fmt::format("party-{}", place + 1);
}

// Attested as the whole act, by a secretary: there is no key to sign with and no id to speak for.
bool attested_outside(Context& c) {
  return c.act().getBasis() == schema::Basis::ATTESTED && has_secretary(c, 0);
}

}  // namespace

std::string_view phase_text(AgreementPhase phase) {
  switch (phase) {
    case AgreementPhase::DRAFT: return "a draft that not all parties have approved";
    case AgreementPhase::APPROVED: return "approved, and not signed by all parties";
    case AgreementPhase::SIGNED: return "signed, and not in force yet";
    case AgreementPhase::IN_FORCE: return "in force";
    case AgreementPhase::DORMANT: return "dormant";
    case AgreementPhase::NOTICE_GIVEN: return "under notice";
    case AgreementPhase::EXPIRED: return "expired";
    case AgreementPhase::DENOUNCED: return "denounced";
    case AgreementPhase::ENDED_BY_CONSENT: return "ended by consent";
    case AgreementPhase::ANNULLED: return "annulled";
  }
  return "unknown";
}

bool is_in_force(AgreementPhase phase) {
  return phase == AgreementPhase::IN_FORCE || phase == AgreementPhase::DORMANT || phase == AgreementPhase::NOTICE_GIVEN;
}

bool is_over(AgreementPhase phase) {
  return phase >= AgreementPhase::EXPIRED;
}

AgreementPhase phase_on(schema::AgreementState::Reader agreement, std::uint32_t day) {
  const AgreementPhase phase = agreement.getPhase();
  if (!is_in_force(phase)) return phase;
  if (day < agreement.getFrom()) return AgreementPhase::SIGNED;
  const bool noticed = phase == AgreementPhase::NOTICE_GIVEN;
  if (noticed && day > agreement.getEnds()) return AgreementPhase::DENOUNCED;
  const bool renews = !noticed && agreement.getTerms().getRenewal() == Renewal::TACIT;
  const bool run_out = agreement.getUntil() != 0 && day > agreement.getUntil();
  return run_out && !renews ? AgreementPhase::EXPIRED : phase;
}

Result<schema::AgreementText::Reader> draft_under_way(Context& c, Number agreement, std::uint16_t draft) {
  const auto state = c.agreement(agreement);
  if (!state.hasProposed() || is_over(state.getPhase())) {
    return Error(Refusal::kImpossible, fmt::format("agreement {} is {}, and no new draft of it is under way",
                                                   quoted(c, agreement), phase_text(state.getPhase())));
  }
  if (state.getProposed().getDraft() == draft) return state.getProposed();
  return Error(Refusal::kBadValue, fmt::format("the draft of {} under way is number {}, not {}; look at that one",
                                               quoted(c, agreement), state.getProposed().getDraft(), draft));
}

Result<unsigned> find_party(Context& c, schema::AgreementText::Reader text, capnp::Text::Reader id) {
  const auto parties = text.getParties();
  const Number number = c.number_of(view(id));
  for (unsigned place = 0; place < parties.size(); ++place) {
    const Number member = parties[place].getMember();
    if (member != 0 ? member == number : number == 0 && view(id) == outside_name(place)) return place;
  }
  if (number == 0) {
    return Error(Refusal::kUnknownSubject,
                 fmt::format("nothing here has the id {}; a party is a member, or \"party-\" and its place in the "
                             "draft for an outside one",
                             quoted(id)));
  }
  return Error(Refusal::kBadValue, fmt::format("{} is no party to this agreement; name one that is", quoted(id)));
}

std::string party_name(Context& c, schema::AgreementText::Reader text, unsigned place) {
  const Number member = text.getParties()[place].getMember();
  return member == 0 ? fmt::format("\"{}\"", outside_name(place)) : quoted(c, member);
}

Result<void> need_party(Context& c, schema::AgreementText::Reader text, unsigned place) {
  const Number member = text.getParties()[place].getMember();
  if (member != 0) return need_member(c, member);
  if (attested_outside(c)) return ok();
  return Error(Refusal::kSignatureMissing,
               fmt::format("{} is an outside party and holds no key here; record it with basis \"attested\", signed by "
                           "a secretary",
                           party_name(c, text, place)));
}

bool speaks_for(Context& c, schema::AgreementText::Reader text, unsigned place) {
  const Number member = text.getParties()[place].getMember();
  if (member == 0) return attested_outside(c);
  for (const SigningMandate& m : c.roles().mandates)
    if (m.member == member && m.office == 0) return true;
  return attested_for(c, member);
}

Result<void> need_all_parties(Context& c, schema::AgreementText::Reader text) {
  for (unsigned place = 0; place < text.getParties().size(); ++place) {
    if (speaks_for(c, text, place)) continue;
    return Error(
        Refusal::kSignatureMissing,
        fmt::format("this act needs the signature of all parties; {} has not signed", party_name(c, text, place)));
  }
  return ok();
}

bool all_approved(schema::AgreementText::Reader text) {
  return !any_in(text.getParties(), [](auto party) { return party.getApprovedAt() == 0; });
}

bool all_signed(schema::AgreementText::Reader text) {
  return !any_in(text.getParties(), [](auto party) { return party.getSignedAt() == 0; });
}

}  // namespace jumelage::governance
