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
// catalogue_rules.cc, witness_rules.cc, handover_rules.cc, anchor_rules.cc, correction_rules.cc, closing_rules.cc
Result<void> catalogue_activated(Context& c, schema::CatalogueActivated::Reader act);
Result<void> witness_set_changed(Context& c, schema::WitnessSetChanged::Reader act);
Result<void> primary_handed_over(Context& c, schema::PrimaryHandedOver::Reader act);
Result<void> checkpoint_anchored(Context& c, schema::CheckpointAnchored::Reader act);
Result<void> record_corrected(Context& c, schema::RecordCorrected::Reader act);
Result<void> register_closed(Context& c, schema::RegisterClosed::Reader act);
// body_rules.cc
Result<void> body_established(Context& c, schema::BodyEstablished::Reader act);
Result<void> body_changed(Context& c, schema::BodyChanged::Reader act);
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
Result<void> visibility_changed(Context& c, schema::VisibilityChanged::Reader act);
Result<void> personal_data_erased(Context& c, schema::PersonalDataErased::Reader act);

// session_rules.cc, proposal_rules.cc, item_rules.cc, vote_rules.cc, decision_rules.cc
Result<void> session_convened(Context& c, schema::SessionConvened::Reader act);
Result<void> session_opened(Context& c, schema::SessionOpened::Reader act);
Result<void> attendance_changed(Context& c, schema::AttendanceChanged::Reader act);
Result<void> session_closed(Context& c, schema::SessionClosed::Reader act);
Result<void> proposal_tabled(Context& c, schema::ProposalTabled::Reader act);
Result<void> item_disposed(Context& c, schema::ItemDisposed::Reader act);
Result<void> vote_recorded(Context& c, schema::VoteRecorded::Reader act);
Result<void> decision_recorded(Context& c, schema::DecisionRecorded::Reader act);

}  // namespace jumelage::governance
