#include "governance/judge.h"

#include <kj/exception.h>
#include <fmt/format.h>

#include "base/check.h"
#include "governance/catalogue.h"
#include "governance/envelope.h"
#include "governance/rules.h"
#include "governance/signers.h"

namespace jumelage::governance {
namespace {

// The rule of each kind.
Result<void> apply_rule(Context& c) {
  using schema::Act;
  const Act::Reader act = c.act();
  switch (act.which()) {
    case Act::LEDGER_CONSTITUTED: return ledger_constituted(c, act.getLedgerConstituted());
    case Act::RULE_SET_ENACTED: return rule_set_enacted(c, act.getRuleSetEnacted());
    case Act::CATALOGUE_ACTIVATED: return catalogue_activated(c, act.getCatalogueActivated());
    case Act::KEY_ENROLLED: return key_enrolled(c, act.getKeyEnrolled());
    case Act::KEY_REVOKED: return key_revoked(c, act.getKeyRevoked());
    case Act::WITNESS_SET_CHANGED: return witness_set_changed(c, act.getWitnessSetChanged());
    case Act::PRIMARY_HANDED_OVER: return primary_handed_over(c, act.getPrimaryHandedOver());
    case Act::CHECKPOINT_ANCHORED: return checkpoint_anchored(c, act.getCheckpointAnchored());
    case Act::RECORD_CORRECTED: return record_corrected(c, act.getRecordCorrected());
    case Act::PERSONAL_DATA_ERASED: return personal_data_erased(c, act.getPersonalDataErased());
    case Act::DOCUMENT_ADDED: return document_added(c, act.getDocumentAdded());
    case Act::VISIBILITY_CHANGED: return visibility_changed(c, act.getVisibilityChanged());
    case Act::REGISTER_CLOSED: return register_closed(c, act.getRegisterClosed());

    case Act::BODY_ESTABLISHED: return body_established(c, act.getBodyEstablished());
    case Act::BODY_CHANGED: return body_changed(c, act.getBodyChanged());
    case Act::PERSON_REGISTERED: return person_registered(c, act.getPersonRegistered());
    case Act::MEMBER_ADMITTED: return member_admitted(c, act.getMemberAdmitted());
    case Act::MEMBER_CHANGED: return member_changed(c, act.getMemberChanged());
    case Act::MANDATE_GRANTED: return mandate_granted(c, act.getMandateGranted());
    case Act::MANDATE_CHANGED: return mandate_changed(c, act.getMandateChanged());
    case Act::OFFICE_CHANGED: return office_changed(c, act.getOfficeChanged());

    case Act::PROPOSAL_TABLED: return proposal_tabled(c, act.getProposalTabled());
    case Act::SESSION_CONVENED: return session_convened(c, act.getSessionConvened());
    case Act::SESSION_OPENED: return session_opened(c, act.getSessionOpened());
    case Act::ATTENDANCE_CHANGED: return attendance_changed(c, act.getAttendanceChanged());
    case Act::ITEM_DISPOSED: return item_disposed(c, act.getItemDisposed());
    case Act::VOTE_RECORDED: return vote_recorded(c, act.getVoteRecorded());
    case Act::DECISION_RECORDED: return decision_recorded(c, act.getDecisionRecorded());
    case Act::PROPOSAL_REVISED: return proposal_revised(c, act.getProposalRevised());
    case Act::LEGAL_OPINION_GIVEN: return legal_opinion_given(c, act.getLegalOpinionGiven());
    case Act::DELEGATION_GRANTED: return delegation_granted(c, act.getDelegationGranted());
    case Act::DELEGATED_DECISION: return delegated_decision(c, act.getDelegatedDecision());
    case Act::SUPERVISION_RECORDED: return supervision_recorded(c, act.getSupervisionRecorded());
    case Act::CHALLENGE_RECORDED: return challenge_recorded(c, act.getChallengeRecorded());
    case Act::PUBLISHED: return published(c, act.getPublished());
    case Act::DECISION_ENDED: return decision_ended(c, act.getDecisionEnded());
    case Act::EXTRACT_ISSUED: return extract_issued(c, act.getExtractIssued());
    case Act::SESSION_CLOSED: return session_closed(c, act.getSessionClosed());
    case Act::AGENDA_AMENDED: return agenda_amended(c, act.getAgendaAmended());
    case Act::SESSION_STATE_CHANGED: return session_state_changed(c, act.getSessionStateChanged());
    case Act::PROXY_GRANTED: return proxy_granted(c, act.getProxyGranted());
    case Act::PROXY_REVOKED: return proxy_revoked(c, act.getProxyRevoked());
    case Act::INTEREST_DECLARED: return interest_declared(c, act.getInterestDeclared());
    case Act::MINUTES_APPROVED: return minutes_approved(c, act.getMinutesApproved());
    case Act::ELECTION_RECORDED: return election_recorded(c, act.getElectionRecorded());

    case Act::AGREEMENT_DRAFTED: return agreement_drafted(c, act.getAgreementDrafted());
    case Act::AGREEMENT_APPROVED: return agreement_approved(c, act.getAgreementApproved());
    case Act::AGREEMENT_SIGNED: return agreement_signed(c, act.getAgreementSigned());
    case Act::AGREEMENT_IN_FORCE: return agreement_in_force(c, act.getAgreementInForce());
    case Act::AGREEMENT_AMENDED: return agreement_amended(c, act.getAgreementAmended());
    case Act::AGREEMENT_RENEWED: return agreement_renewed(c, act.getAgreementRenewed());
    case Act::AGREEMENT_NOTICE_GIVEN: return agreement_notice_given(c, act.getAgreementNoticeGiven());
    case Act::AGREEMENT_STATE_CHANGED: return agreement_state_changed(c, act.getAgreementStateChanged());

    case Act::COMMITMENT_REGISTERED: return commitment_registered(c, act.getCommitmentRegistered());
    case Act::COMMITMENT_CHANGED: return commitment_changed(c, act.getCommitmentChanged());
    case Act::PROJECT_LAUNCHED: return project_launched(c, act.getProjectLaunched());
    case Act::PROJECT_REPORTED: return project_reported(c, act.getProjectReported());
    case Act::PROJECT_STATE_CHANGED: return project_state_changed(c, act.getProjectStateChanged());
    case Act::PROJECT_HANDED_OVER: return project_handed_over(c, act.getProjectHandedOver());
    case Act::EXPERTISE_OFFERED: return expertise_offered(c, act.getExpertiseOffered());
    case Act::EXCHANGE_REPORTED: return exchange_reported(c, act.getExchangeReported());
    case Act::CONSULTATION_OPENED: return consultation_opened(c, act.getConsultationOpened());
    case Act::CONSULTATION_CLOSED: return consultation_closed(c, act.getConsultationClosed());
  }
  stop("a rule for the kind", "an act that was validated is of a kind of the catalogue", __FILE__, __LINE__);
}

// What every recorded act leaves, whatever its kind.
void enter_act(Context& c, Effects& effects) {
  const ActId& id = c.act_id();
  c.put(Table::kActs, act_key(c.act().getRecordedAt().getUtc(), id),
        Key().u64(c.position()).bytes(id.view().subspan(8)));
  for (std::size_t i = 0; i < effects.findings.size(); ++i) {
    const Finding& finding = effects.findings[i];
    const Key key = finding_key(c.position(), static_cast<std::uint16_t>(i));
    c.put_row<schema::FindingRow>(Table::kFindings, key, [&](schema::FindingRow::Builder row) {
      row.setCode(capnp::Text::Reader(finding.code.data(), finding.code.size()));
      row.setText(to_text(finding.text));
      row.setSubject(finding.subject);
      row.setCuredAt(kNever);
      row.setCause(finding.cause);
    });
  }
}

Result<void> judge_act(Context& c, Effects& effects) {
  JUMELAGE_TRY(check_envelope(c));
  if (c.position() != 0) {
    JUMELAGE_TRY(check_catalogue(c));
  }
  JUMELAGE_TRY(auto roles, c.position() == 0 ? founding_roles(c) : roles_of(c));
  c.set_roles(std::move(roles));
  JUMELAGE_TRY(check_references(c));
  JUMELAGE_TRY(apply_rule(c));
  JUMELAGE_TRY(c.register_documents(c.act().getDocuments()));
  JUMELAGE_TRY(check_subjects(c));
  find_basis_irregularities(c);
  enter_act(c, effects);
  return ok();
}

}  // namespace

Result<void> judge(const Register& reg, const Place& place, const event::Act& act, Effects& effects) {
  effects.clear();
  try {
    Context context(reg, place, act, effects, Roles{});
    return judge_act(context, effects);
  } catch (const kj::Exception& fault) {
    // The act was validated, so what could not be read is a row of the register.
    throw RegisterFault(fmt::format("a row of the register cannot be read: {}", fault.getDescription().cStr()));
  }
}

}  // namespace jumelage::governance
