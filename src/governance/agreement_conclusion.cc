// AgreementApproved and AgreementSigned: each party approves the draft at home, obtains what it needs there, and signs.
// A signature counts once that party's own approval and clearances came before it.
#include <fmt/format.h>

#include "base/text.h"
#include "governance/agreement_clearance.h"
#include "governance/agreement_finding_codes.h"
#include "governance/agreement_unsettled.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}
Error impossible(std::string message) {
  return Error(Refusal::kImpossible, std::move(message));
}

// The draft under way, and the party's place in it.
struct Step {
  Number agreement = 0;
  schema::AgreementText::Reader text;
  unsigned place = 0;

  schema::AgreementParty::Reader party() const { return text.getParties()[place]; }
};

template <class Act>
Result<Step> find_step(Context& c, Act act) {
  Step step;
  JUMELAGE_TRY(step.agreement, c.find(act.getAgreement(), SubjectKind::AGREEMENT));
  JUMELAGE_TRY(step.text, draft_under_way(c, step.agreement, act.getDraft()));
  JUMELAGE_TRY(step.place, find_party(c, step.text, act.getParty()));
  return step;
}

Result<void> check_day(Context& c, std::uint32_t day, std::string_view what) {
  if (day <= day_of(c.act().getRecordedAt())) return ok();
  return Error(Refusal::kTimeImpossible,
               fmt::format("the {} is dated {}, after it was recorded", what, format_day(day)));
}

// Signed includes approved: a signature counts only after its party's approval.
AgreementPhase phase_of(schema::AgreementText::Reader text) {
  if (all_signed(text)) return AgreementPhase::SIGNED;
  return all_approved(text) ? AgreementPhase::APPROVED : AgreementPhase::DRAFT;
}

template <class Fill>
void write(Context& c, const Step& step, AgreementMatter matter, bool regular, Fill&& fill) {
  UnsettledMatters unsettled(c, step.agreement);
  regular ? unsettled.settle(matter, step.place) : unsettled.leave(matter, step.place);
  c.update_state(step.agreement, [&](schema::SubjectRow::Builder row) {
    unsettled.write(row);
    if (!regular) return;
    auto state = row.getAgreement();
    fill(state.getProposed().getParties()[step.place]);
    if (!is_in_force(state.getPhase())) state.setPhase(phase_of(state.getProposed().asReader()));
  });
}

// A signatory named as a person signs here with any of their mandates for that member.
bool signs_as_person(Context& c, Number person, Number member) {
  for (const SigningMandate& m : c.roles().mandates)
    if (m.member == member && c.mandate(m.mandate).getPerson() == person) return true;
  return false;
}

Result<Number> find_signatory(Context& c, schema::AgreementSigned::Reader act, Number member) {
  if (!act.hasSignatory()) {
    if (member == 0) return Number{0};
    return bad("several could sign for the member; name who signed as signatory: a mandate or a person");
  }
  const Number signatory = c.number_of(view(act.getSignatory()));
  if (signatory == 0) {
    return Error(Refusal::kUnknownSubject, fmt::format("nothing here has the id {}", quoted(act.getSignatory())));
  }
  const SubjectKind kind = c.kind_of(signatory);
  if (kind == SubjectKind::PERSON) return signatory;
  if (kind != SubjectKind::MANDATE) {
    return Error(Refusal::kWrongKind,
                 fmt::format("{} signs nothing: a signatory is a mandate or a person", quoted(act.getSignatory())));
  }
  if (c.mandate(signatory).getMember() == member && member != 0) return signatory;
  return bad(fmt::format("mandate {} is not held for the party that signs", quoted(act.getSignatory())));
}

Result<void> check_signatory(Context& c, const Step& step, Number signatory) {
  const Number member = step.party().getMember();
  if (member == 0) return need_party(c, step.text, step.place);
  if (attested_for(c, member)) return ok();
  const bool person = c.kind_of(signatory) == SubjectKind::PERSON;
  if (person ? signs_as_person(c, signatory, member) : c.roles().holds(signatory)) return ok();
  return Error(Refusal::kSignatureMissing,
               fmt::format("this act needs the signature of {}, who signed the agreement, or "
                           "basis \"attested\" on behalf of {}",
                           quoted(c, signatory), quoted(c, member)));
}

// In its term on that day. Whether it has ended since says nothing about the signature.
bool held_on(schema::MandateState::Reader mandate, std::uint32_t day) {
  return in_term(mandate.getFrom(), mandate.getUntil(), day);
}

void find_no_power(Context& c, schema::AgreementSigned::Reader act, const Step& step, Number signatory) {
  const std::uint32_t day = day_of(act.getAt());
  if (!act.hasPower()) {
    c.finding(kAgreementNoPower, "nothing shows the signatory's power to sign; record the signature with that document",
              step.agreement);
  } else if (signatory != 0 && c.kind_of(signatory) == SubjectKind::MANDATE && !held_on(c.mandate(signatory), day)) {
    c.finding(kAgreementNoPower,
              fmt::format("mandate {} was not in term on {}; have somebody sign who is", quoted(c, signatory),
                          format_day(day)),
              step.agreement);
  }
}

void find_not_ready(Context& c, schema::AgreementSigned::Reader act, const Step& step) {
  const auto party = step.party();
  const std::uint32_t day = day_of(act.getAt());
  if (party.getApprovedAt() == 0 || party.getApprovedOn() > day) {
    c.finding(kAgreementNotApproved,
              fmt::format("{} had not approved draft {} on {}; record its approval, then a signature that follows it",
                          party_name(c, step.text, step.place), step.text.getDraft(), format_day(day)),
              step.agreement);
  }
  if (const auto missing = missing_step(party, ClearanceStage::BEFORE_SIGNATURE); !missing.empty()) {
    c.finding(
        kAgreementClearanceMissing,
        fmt::format("{} has not obtained \"{}\", which must come before its signature; obtain and record it, then "
                    "the signature again",
                    party_name(c, step.text, step.place), for_terminal(missing)),
        step.agreement);
  }
}

}  // namespace

Result<void> agreement_approved(Context& c, schema::AgreementApproved::Reader act) {
  JUMELAGE_TRY(const Step step, find_step(c, act));
  JUMELAGE_TRY(need_party(c, step.text, step.place));
  if (step.party().getApprovedAt() != 0)
    return impossible(
        fmt::format("{} has approved draft {} already", party_name(c, step.text, step.place), step.text.getDraft()));
  JUMELAGE_TRY(check_day(c, act.getOn(), "deliberation"));
  const bool regular = act.getDeliberation().size() != 0;
  if (!regular) {
    c.finding(kAgreementNoDeliberation,
              "the party's own deliberation is not referred to; record the approval again, naming it", step.agreement);
  }
  write(c, step, AgreementMatter::APPROVAL, regular, [&](schema::AgreementParty::Builder party) {
    party.setApprovedAt(c.position());
    party.setApprovedOn(act.getOn());
  });
  return ok();
}

Result<void> agreement_signed(Context& c, schema::AgreementSigned::Reader act) {
  JUMELAGE_TRY(const Step step, find_step(c, act));
  if (is_in_force(c.agreement(step.agreement).getPhase()))
    return impossible(
        fmt::format("agreement {} is in force; what all parties sign then is an amendment", quoted(c, step.agreement)));
  JUMELAGE_TRY(const Number signatory, find_signatory(c, act, step.party().getMember()));
  JUMELAGE_TRY(check_signatory(c, step, signatory));
  if (step.party().getSignedAt() != 0)
    return impossible(
        fmt::format("{} has signed draft {} already", party_name(c, step.text, step.place), step.text.getDraft()));
  JUMELAGE_TRY(check_day(c, day_of(act.getAt()), "signature"));
  if (act.hasPower()) {
    JUMELAGE_TRY(c.register_document(act.getPower()));
  }
  const std::size_t before = c.finding_count();
  find_not_ready(c, act, step);
  find_no_power(c, act, step, signatory);
  write(c, step, AgreementMatter::SIGNATURE, c.finding_count() == before, [&](schema::AgreementParty::Builder party) {
    party.setSignedAt(c.position());
    party.setSignedOn(day_of(act.getAt()));
  });
  return ok();
}

}  // namespace jumelage::governance
