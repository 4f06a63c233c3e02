// AgreementAmended: the parties have agreed on other terms. They are those of a new draft, which every party has
// approved anew and obtained its clearances for; the parties' signatures are those of this act.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "governance/agreement_clearance.h"
#include "governance/agreement_finding_codes.h"
#include "governance/agreement_unsettled.h"
#include "governance/authority.h"
#include "governance/periods.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

std::string_view missing_clearance(schema::AgreementParty::Reader party) {
  const auto before_signature = missing_step(party, ClearanceStage::BEFORE_SIGNATURE);
  return before_signature.empty() ? missing_step(party, ClearanceStage::BEFORE_ENTRY_INTO_FORCE) : before_signature;
}

void find_not_reapproved(Context& c, schema::AgreementText::Reader text, Number amendment) {
  const auto parties = text.getParties();
  for (unsigned place = 0; place < parties.size(); ++place) {
    if (parties[place].getApprovedAt() == 0) {
      c.finding(kAgreementNotReapproved,
                fmt::format("{} has not approved draft {}; record its approval, then the amendment under another id",
                            party_name(c, text, place), text.getDraft()),
                amendment);
    }
    if (const auto step = missing_clearance(parties[place]); !step.empty()) {
      c.finding(kAgreementClearanceMissing,
                fmt::format("{} has not obtained \"{}\" for draft {}; obtain and record it, then the amendment under "
                            "another id",
                            party_name(c, text, place), for_terminal(step), text.getDraft()),
                amendment);
    }
  }
}

void find_irregularities(Context& c, schema::AgreementState::Reader agreement, Number amendment) {
  if (agreement.hasProposed()) return find_not_reapproved(c, agreement.getProposed(), amendment);
  c.finding(kAgreementNotReapproved,
            "no new draft was recorded, so no party has approved the other terms; record the draft and the approvals, "
            "then the amendment under another id",
            amendment);
}

// The term is counted anew from the entry into force, unless it was renewed already: then the present one is finished.
std::uint32_t until_after(schema::AgreementState::Reader before) {
  const auto text = before.getProposed();
  if (!text.hasDuration()) return 0;
  if (before.getRenewals() > 0 && before.getUntil() != 0) return before.getUntil();
  return last_day_of_term(before.getFrom(), text.getDuration());
}

// The rules go by the new terms from here on, whatever day the amendment states.
void write_agreement(Context& c, Number agreement) {
  UnsettledMatters unsettled(c, agreement);
  unsettled.settle_all({AgreementMatter::DRAFT, AgreementMatter::APPROVAL, AgreementMatter::SIGNATURE});
  const auto before = c.agreement(agreement);
  const auto text = before.getProposed();
  c.put_state(agreement, [&](schema::SubjectRow::Builder row) {
    auto state = row.initAgreement();
    state.setPhase(before.getPhase());
    state.setSince(before.getSince());
    state.setDrafts(before.getDrafts());
    state.setTerms(text);
    state.setFrom(before.getFrom());
    state.setRenewals(before.getRenewals());
    state.setUntil(until_after(before));
    for (auto party : state.getTerms().getParties()) {
      party.setSignedAt(c.position());
      party.setSignedOn(c.day());
    }
    unsettled.write(row);
  });
}

Result<void> check_phase(Context& c, Number agreement) {
  const AgreementPhase phase = phase_on(c.agreement(agreement), c.day());
  if (phase == AgreementPhase::IN_FORCE || phase == AgreementPhase::DORMANT) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("agreement {} is {}; only one in force is amended, and one that is not yet is drafted anew",
                           quoted(c, agreement), phase_text(phase)));
}

}  // namespace

Result<void> agreement_amended(Context& c, schema::AgreementAmended::Reader act) {
  JUMELAGE_TRY(const Number agreement, c.find(act.getAgreement(), SubjectKind::AGREEMENT));
  JUMELAGE_TRY(check_phase(c, agreement));
  const auto state = c.agreement(agreement);
  JUMELAGE_TRY(need_all_parties(c, state.getTerms()));
  if (state.hasProposed()) {
    JUMELAGE_TRY(need_all_parties(c, state.getProposed()));
  }
  JUMELAGE_TRY(const Number amendment, c.create(act.getAmendment(), SubjectKind::AMENDMENT));
  JUMELAGE_TRY(c.register_documents(act.getTexts()));
  const std::size_t before = c.finding_count();
  find_irregularities(c, state, amendment);
  const bool regular = c.finding_count() == before;
  c.link(agreement, SubjectKind::AMENDMENT, amendment);
  c.put_state(amendment, [&](schema::SubjectRow::Builder row) {
    auto amended = row.initAmendment();
    amended.setAgreement(agreement);
    amended.setDraft(regular ? state.getProposed().getDraft() : 0);
    amended.setTitleAt(c.position());
    amended.setFrom(act.getFrom());
  });
  regular ? write_agreement(c, agreement) : c.touch(agreement);
  return ok();
}

}  // namespace jumelage::governance
