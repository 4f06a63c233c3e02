#include "governance/subjects.h"

#include <algorithm>

#include "base/hex.h"
#include "governance/context.h"
#include "governance/document_index.h"

namespace jumelage::governance {

SubjectIds::SubjectIds(const Register& reg, schema::Act::Reader act) {
  collect(reg, act);
  std::sort(ids_.begin(), ids_.end());
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
}

void SubjectIds::add_owned(std::string id) {
  owned_.push_front(std::move(id));
  add(owned_.front());
}

void SubjectIds::add_key(ByteView key) {
  add_owned(to_hex(key));
}

// The persons whose documents are erased. An act that only confirms an erasure is about nobody.
void SubjectIds::add_erased(const Register& reg, schema::PersonalDataErased::Reader act) {
  if (act.hasConfirms()) return;
  for (const auto document : act.getDocuments()) {
    const Number person = person_of_document(reg, view(document));
    const auto subject = person == 0 ? std::nullopt : reg.get(Table::kSubjects, subject_key(person));
    if (subject) add_owned(std::string(as_text(subject->subspan(1))));
  }
}

// One line a kind: the table of docs/acts.md.
void SubjectIds::collect(const Register& reg, schema::Act::Reader act) {
  using schema::Act;
  switch (act.which()) {
    case Act::LEDGER_CONSTITUTED: return add(kLedgerSlug);
    case Act::RULE_SET_ENACTED: return add(view(act.getRuleSetEnacted().getRuleSet().getId()));
    case Act::KEY_ENROLLED: return add_key(view(act.getKeyEnrolled().getKey()));
    case Act::KEY_REVOKED: return add_key(view(act.getKeyRevoked().getKey()));
    case Act::PERSONAL_DATA_ERASED: return add_erased(reg, act.getPersonalDataErased());
    case Act::DOCUMENT_ADDED: return add(view(act.getDocumentAdded().getTo()));
    case Act::BODY_ESTABLISHED: return add(view(act.getBodyEstablished().getId()));
    case Act::PERSON_REGISTERED: return add(view(act.getPersonRegistered().getId()));
    case Act::MEMBER_ADMITTED: return add(view(act.getMemberAdmitted().getId()));
    case Act::MEMBER_CHANGED: return add(view(act.getMemberChanged().getId()));
    case Act::MANDATE_GRANTED: return add(view(act.getMandateGranted().getId()));
    case Act::MANDATE_CHANGED: return add(view(act.getMandateChanged().getId()));
    case Act::OFFICE_CHANGED: return add(view(act.getOfficeChanged().getId()));
    case Act::SESSION_CONVENED: return add(view(act.getSessionConvened().getId()));
    case Act::SESSION_OPENED: return add(view(act.getSessionOpened().getSession()));
    case Act::ATTENDANCE_CHANGED: return add(view(act.getAttendanceChanged().getSession()));
    case Act::SESSION_CLOSED: return add(view(act.getSessionClosed().getSession()));
    case Act::AGENDA_AMENDED: return add(view(act.getAgendaAmended().getSession()));
    case Act::SESSION_STATE_CHANGED: return add(view(act.getSessionStateChanged().getSession()));
    case Act::PROXY_GRANTED: return add(view(act.getProxyGranted().getId()));
    case Act::PROXY_REVOKED: return add(view(act.getProxyRevoked().getProxy()));
    case Act::INTEREST_DECLARED: return add(view(act.getInterestDeclared().getTarget()));
    case Act::MINUTES_APPROVED: return add(view(act.getMinutesApproved().getSession()));
    case Act::PROPOSAL_TABLED: return add(view(act.getProposalTabled().getId()));
    case Act::ITEM_DISPOSED: return add(view(act.getItemDisposed().getItem()));
    case Act::VOTE_RECORDED: return add(view(act.getVoteRecorded().getItem()));
    case Act::ELECTION_RECORDED:
      add(view(act.getElectionRecorded().getId()));
      return add(view(act.getElectionRecorded().getItem()));
    case Act::DECISION_RECORDED:
      add(view(act.getDecisionRecorded().getId()));
      if (act.getDecisionRecorded().hasItem()) add(view(act.getDecisionRecorded().getItem()));
      return;
    case Act::PROPOSAL_REVISED: return add(view(act.getProposalRevised().getId()));
    case Act::LEGAL_OPINION_GIVEN:
      add(view(act.getLegalOpinionGiven().getId()));
      return add(view(act.getLegalOpinionGiven().getOn()));
    case Act::DELEGATION_GRANTED: return add(view(act.getDelegationGranted().getId()));
    case Act::DELEGATED_DECISION: return add(view(act.getDelegatedDecision().getId()));
    case Act::SUPERVISION_RECORDED: return add(view(act.getSupervisionRecorded().getTarget()));
    case Act::CHALLENGE_RECORDED: return add(view(act.getChallengeRecorded().getDecision()));
    case Act::PUBLISHED: return add(view(act.getPublished().getSubject()));
    case Act::DECISION_ENDED: return add(view(act.getDecisionEnded().getDecision()));
    case Act::EXTRACT_ISSUED: return add(view(act.getExtractIssued().getSubject()));
    case Act::AGREEMENT_DRAFTED: return add(view(act.getAgreementDrafted().getId()));
    case Act::AGREEMENT_APPROVED: return add(view(act.getAgreementApproved().getAgreement()));
    case Act::AGREEMENT_SIGNED: return add(view(act.getAgreementSigned().getAgreement()));
    case Act::AGREEMENT_IN_FORCE: return add(view(act.getAgreementInForce().getAgreement()));
    case Act::AGREEMENT_AMENDED:
      add(view(act.getAgreementAmended().getAgreement()));
      return add(view(act.getAgreementAmended().getAmendment()));
    case Act::AGREEMENT_RENEWED: return add(view(act.getAgreementRenewed().getAgreement()));
    case Act::AGREEMENT_NOTICE_GIVEN: return add(view(act.getAgreementNoticeGiven().getAgreement()));
    case Act::AGREEMENT_STATE_CHANGED: return add(view(act.getAgreementStateChanged().getAgreement()));
    case Act::COMMITMENT_REGISTERED: return add(view(act.getCommitmentRegistered().getId()));
    case Act::COMMITMENT_CHANGED: return add(view(act.getCommitmentChanged().getId()));
    case Act::PROJECT_LAUNCHED: return add(view(act.getProjectLaunched().getId()));
    case Act::PROJECT_REPORTED: return add(view(act.getProjectReported().getProject()));
    case Act::PROJECT_STATE_CHANGED: return add(view(act.getProjectStateChanged().getProject()));
    case Act::PROJECT_HANDED_OVER: return add(view(act.getProjectHandedOver().getProject()));
    case Act::EXPERTISE_OFFERED: return add(view(act.getExpertiseOffered().getId()));
    case Act::EXCHANGE_REPORTED: return add(view(act.getExchangeReported().getId()));
    case Act::CONSULTATION_OPENED: return add(view(act.getConsultationOpened().getId()));
    case Act::CONSULTATION_CLOSED: return add(view(act.getConsultationClosed().getId()));
    default: return;
  }
}

std::optional<Newest> newest_act_on(const Register& reg, std::string_view id) {
  const auto named = reg.get(Table::kNames, name_key(id));
  if (!named) return std::nullopt;
  const auto number = static_cast<Number>(read_big_endian(named->first(4)));
  const auto item = reg.floor(Table::kRows, row_key(number, kNever));
  if (!item || read_big_endian(item->key.first(4)) != number) return std::nullopt;
  const Row<schema::SubjectRow> row(item->value);
  return Newest{ActId::from(view(row.reader().getActId())).value_or(ActId{}), row.reader().getRecordedAt()};
}

std::vector<ListedSubject> subjects_for(const Register& reg, schema::Act::Reader act) {
  const SubjectIds subjects(reg, act);
  std::vector<ListedSubject> listed;
  listed.reserve(subjects.ids().size());
  for (const std::string_view id : subjects.ids()) listed.push_back({std::string(id), newest_act_on(reg, id)});
  return listed;
}

}  // namespace jumelage::governance
