// The rules, one function a kind of act: what must hold, and what the act changes. Each refuses or succeeds; what
// merely breaks a rule of the council becomes a finding. judge.cc maps kinds to these.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// ledger_rules.cc
Result<void> ledger_constituted(Context& c, schema::LedgerConstituted::Reader act);
// rule_set_rules.cc
Result<void> rule_set_enacted(Context& c, schema::RuleSetEnacted::Reader act);
// key_rules.cc
Result<void> key_enrolled(Context& c, schema::KeyEnrolled::Reader act);
Result<void> key_revoked(Context& c, schema::KeyRevoked::Reader act);
// body_rules.cc
Result<void> body_established(Context& c, schema::BodyEstablished::Reader act);
// person_rules.cc
Result<void> person_registered(Context& c, schema::PersonRegistered::Reader act);
// member_rules.cc
Result<void> member_admitted(Context& c, schema::MemberAdmitted::Reader act);
Result<void> member_changed(Context& c, schema::MemberChanged::Reader act);
// mandate_rules.cc
Result<void> mandate_granted(Context& c, schema::MandateGranted::Reader act);
Result<void> mandate_changed(Context& c, schema::MandateChanged::Reader act);
// office_rules.cc
Result<void> office_changed(Context& c, schema::OfficeChanged::Reader act);
// document_rules.cc
Result<void> document_added(Context& c, schema::DocumentAdded::Reader act);
Result<void> personal_data_erased(Context& c, schema::PersonalDataErased::Reader act);

// session_rules.cc, session_opening.cc, session_attendance.cc, session_closing.cc
Result<void> session_convened(Context& c, schema::SessionConvened::Reader act);
Result<void> session_opened(Context& c, schema::SessionOpened::Reader act);
Result<void> attendance_changed(Context& c, schema::AttendanceChanged::Reader act);
Result<void> session_closed(Context& c, schema::SessionClosed::Reader act);
// session_agenda.cc, session_state_rules.cc, proxy_rules.cc, interest_rules.cc, minutes_rules.cc, election_rules.cc
Result<void> agenda_amended(Context& c, schema::AgendaAmended::Reader act);
Result<void> session_state_changed(Context& c, schema::SessionStateChanged::Reader act);
Result<void> proxy_granted(Context& c, schema::ProxyGranted::Reader act);
Result<void> proxy_revoked(Context& c, schema::ProxyRevoked::Reader act);
Result<void> interest_declared(Context& c, schema::InterestDeclared::Reader act);
Result<void> minutes_approved(Context& c, schema::MinutesApproved::Reader act);
Result<void> election_recorded(Context& c, schema::ElectionRecorded::Reader act);
// proposal_rules.cc, item_rules.cc, vote_rules.cc, decision_rules.cc
Result<void> proposal_tabled(Context& c, schema::ProposalTabled::Reader act);
Result<void> item_disposed(Context& c, schema::ItemDisposed::Reader act);
Result<void> vote_recorded(Context& c, schema::VoteRecorded::Reader act);
Result<void> decision_recorded(Context& c, schema::DecisionRecorded::Reader act);
Result<void> proposal_revised(Context& c, schema::ProposalRevised::Reader act);
// opinion_rules.cc
Result<void> legal_opinion_given(Context& c, schema::LegalOpinionGiven::Reader act);
// delegation_rules.cc
Result<void> delegation_granted(Context& c, schema::DelegationGranted::Reader act);
Result<void> delegated_decision(Context& c, schema::DelegatedDecision::Reader act);
// supervision_rules.cc
Result<void> supervision_recorded(Context& c, schema::SupervisionRecorded::Reader act);
// decision_life_rules.cc
Result<void> challenge_recorded(Context& c, schema::ChallengeRecorded::Reader act);
Result<void> decision_ended(Context& c, schema::DecisionEnded::Reader act);
// publication_rules.cc
Result<void> published(Context& c, schema::Published::Reader act);
Result<void> extract_issued(Context& c, schema::ExtractIssued::Reader act);

// agreement_drafting.cc
Result<void> agreement_drafted(Context& c, schema::AgreementDrafted::Reader act);
// agreement_conclusion.cc: up to its entry into force
Result<void> agreement_approved(Context& c, schema::AgreementApproved::Reader act);
Result<void> agreement_signed(Context& c, schema::AgreementSigned::Reader act);
// agreement_entry.cc
Result<void> agreement_in_force(Context& c, schema::AgreementInForce::Reader act);
// agreement_amending.cc
Result<void> agreement_amended(Context& c, schema::AgreementAmended::Reader act);
// agreement_term.cc
Result<void> agreement_renewed(Context& c, schema::AgreementRenewed::Reader act);
Result<void> agreement_notice_given(Context& c, schema::AgreementNoticeGiven::Reader act);
// agreement_ending.cc: how it rests, goes on, or ends
Result<void> agreement_state_changed(Context& c, schema::AgreementStateChanged::Reader act);

// commitment_rules.cc
Result<void> commitment_registered(Context& c, schema::CommitmentRegistered::Reader act);
Result<void> commitment_changed(Context& c, schema::CommitmentChanged::Reader act);
// project_rules.cc, project_launch.cc
Result<void> project_launched(Context& c, schema::ProjectLaunched::Reader act);
Result<void> project_reported(Context& c, schema::ProjectReported::Reader act);
Result<void> project_state_changed(Context& c, schema::ProjectStateChanged::Reader act);
Result<void> project_handed_over(Context& c, schema::ProjectHandedOver::Reader act);
// exchange_rules.cc
Result<void> expertise_offered(Context& c, schema::ExpertiseOffered::Reader act);
Result<void> exchange_reported(Context& c, schema::ExchangeReported::Reader act);
// consultation_rules.cc
Result<void> consultation_opened(Context& c, schema::ConsultationOpened::Reader act);
Result<void> consultation_closed(Context& c, schema::ConsultationClosed::Reader act);

}  // namespace jumelage::governance
