// The commands of `jumelage`, one file each: every function adds one command with its options and examples below
// `parent`, and the way to run it.
#pragma once

#include "cli/command_line.h"

namespace jumelage::tools {

void add_found(cli::Command& parent);
void add_record(cli::Command& parent);
void add_sign(cli::Command& parent);
void add_schema(cli::Command& parent);
void add_log(cli::Command& parent);
void add_show(cli::Command& parent);
void add_history(cli::Command& parent);
void add_irregular(cli::Command& parent);
void add_rebuild(cli::Command& parent);

void add_import_scdl(cli::Command& parent);

void add_key_new(cli::Command& parent);
void add_key_show(cli::Command& parent);
void add_key_list(cli::Command& parent);
void add_key_enrol(cli::Command& parent);
void add_key_revoke(cli::Command& parent);
void add_key_print(cli::Command& parent);
void add_key_restore(cli::Command& parent);
void add_key_rotate(cli::Command& parent);

void add_correct(cli::Command& parent);

void add_member_list(cli::Command& parent);
void add_member_show(cli::Command& parent);
void add_mandate_list(cli::Command& parent);
void add_office_list(cli::Command& parent);
void add_agreement_list(cli::Command& parent);
void add_agreement_show(cli::Command& parent);
void add_project_list(cli::Command& parent);
void add_project_show(cli::Command& parent);
void add_may_sign(cli::Command& parent);
void add_may_vote(cli::Command& parent);

void add_rules_list(cli::Command& parent);
void add_rules_show(cli::Command& parent);
void add_rules_compare(cli::Command& parent);
void add_rules_adopt(cli::Command& parent);

void add_document_add(cli::Command& parent);
void add_document_erase(cli::Command& parent);
void add_document_personal(cli::Command& parent);
void add_document_show(cli::Command& parent);
void add_document_visibility(cli::Command& parent);

void add_register_close(cli::Command& parent);

void add_member_admit(cli::Command& parent);
void add_member_changes(cli::Command& parent);  // change, suspend, reinstate, withdraw, exclude, succeed

void add_person_add(cli::Command& parent);
void add_person_list(cli::Command& parent);
void add_person_show(cli::Command& parent);

void add_mandate_grant(cli::Command& parent);
void add_mandate_changes(cli::Command& parent);  // impede, resume, end

void add_office_changes(cli::Command& parent);  // give, vacate

void add_body_establish(cli::Command& parent);
void add_body_change(cli::Command& parent);
void add_body_list(cli::Command& parent);
void add_body_show(cli::Command& parent);

void add_proposal_table(cli::Command& parent);
void add_proposal_revisions(cli::Command& parent);  // revise, withdraw, defer
void add_proposal_list(cli::Command& parent);

void add_session_convene(cli::Command& parent);
void add_session_open(cli::Command& parent);
void add_session_agenda(cli::Command& parent);
void add_session_arrive(cli::Command& parent);
void add_session_leave(cli::Command& parent);
void add_session_recuse(cli::Command& parent);
void add_session_dispose(cli::Command& parent);
void add_session_elect(cli::Command& parent);
void add_session_states(cli::Command& parent);  // postpone, cancel, inquorate, adjourn, resume
void add_session_minutes(cli::Command& parent);
void add_session_close(cli::Command& parent);
void add_session_list(cli::Command& parent);
void add_session_show(cli::Command& parent);

void add_proxy_give(cli::Command& parent);
void add_proxy_withdraw(cli::Command& parent);
void add_proxy_list(cli::Command& parent);
void add_proxy_show(cli::Command& parent);

void add_decision_vote(cli::Command& parent);
void add_decision_record(cli::Command& parent);
void add_decision_publish(cli::Command& parent);
void add_decision_challenge(cli::Command& parent);
void add_decision_end(cli::Command& parent);
void add_decision_delegate(cli::Command& parent);
void add_decision_delegated(cli::Command& parent);
void add_decision_extract(cli::Command& parent);
void add_decision_list(cli::Command& parent);
void add_decision_show(cli::Command& parent);

void add_opinion_give(cli::Command& parent);
void add_opinion_list(cli::Command& parent);
void add_opinion_show(cli::Command& parent);
void add_clearance_record(cli::Command& parent);

void add_agreement_draft(cli::Command& parent);
void add_agreement_approve(cli::Command& parent);
void add_agreement_sign(cli::Command& parent);
void add_agreement_in_force(cli::Command& parent);
void add_agreement_amend(cli::Command& parent);
void add_agreement_renew(cli::Command& parent);
void add_agreement_notice(cli::Command& parent);
void add_agreement_states(cli::Command& parent);  // rest, revive, expire, denounce, end, annul, keep

void add_project_launch(cli::Command& parent);
void add_project_report(cli::Command& parent);
void add_project_hand_over(cli::Command& parent);
void add_project_states(cli::Command& parent);  // suspend, resume, complete, cancel

void add_commitments(cli::Command& parent);  // add, change
void add_commitment_list(cli::Command& parent);
void add_commitment_show(cli::Command& parent);
void add_expertise(cli::Command& parent);  // offer, withdraw, exchange
void add_expertise_list(cli::Command& parent);
void add_expertise_show(cli::Command& parent);
void add_consultations(cli::Command& parent);  // open, close
void add_consultation_list(cli::Command& parent);
void add_consultation_show(cli::Command& parent);

}  // namespace jumelage::tools
