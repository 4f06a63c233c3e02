// The commands of `jumelage`, one file each: every function adds one command with its options and examples below
// `parent`, and the way to run it.
#pragma once

#include "cli/command_line.h"

namespace jumelage::tools {

void add_found(cli::Command& parent);
void add_record(cli::Command& parent);
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

void add_document_add(cli::Command& parent);
void add_document_personal(cli::Command& parent);
void add_document_show(cli::Command& parent);

void add_proposal_table(cli::Command& parent);
void add_proposal_list(cli::Command& parent);

void add_session_convene(cli::Command& parent);
void add_session_open(cli::Command& parent);
void add_session_close(cli::Command& parent);
void add_session_list(cli::Command& parent);
void add_session_show(cli::Command& parent);

void add_decision_vote(cli::Command& parent);
void add_decision_record(cli::Command& parent);
void add_decision_list(cli::Command& parent);
void add_decision_show(cli::Command& parent);

}  // namespace jumelage::tools
