// `jumelage`: the program of the club's secretary. Which commands there are, and in what groups.
#include <unistd.h>

#include <csignal>
#include <string_view>

#include "cli/command_line.h"
#include "cli/exit_codes.h"
#include "cli/globals.h"
#include "commands/commands.h"

namespace {

using namespace jumelage;

void add_membership(cli::Command& program) {
  auto& member = program.add("member", "Cities and partner institutions");
  tools::add_member_admit(member);
  tools::add_member_changes(member);
  tools::add_member_list(member);
  tools::add_member_show(member);
  auto& person = program.add("person", "Persons, without their names");
  tools::add_person_add(person);
  tools::add_person_list(person);
  tools::add_person_show(person);
  auto& mandate = program.add("mandate", "Who sits where, and for whom");
  tools::add_mandate_grant(mandate);
  tools::add_mandate_changes(mandate);
  tools::add_mandate_list(mandate);
  auto& office = program.add("office", "Chair, secretary and other offices");
  tools::add_office_changes(office);
  tools::add_office_list(office);
  auto& body = program.add("body", "The Council, its committees, imported registers");
  tools::add_body_establish(body);
  tools::add_body_change(body);
  tools::add_body_list(body);
  tools::add_body_show(body);
}

void add_cooperation(cli::Command& program) {
  auto& opinion = program.add("opinion", "Legal opinions");
  tools::add_opinion_give(opinion);
  tools::add_opinion_list(opinion);
  tools::add_opinion_show(opinion);
  auto& clearance = program.add("clearance", "What must be obtained elsewhere");
  tools::add_clearance_record(clearance);
  auto& agreement = program.add("agreement", "Twinnings, partnerships and other agreements");
  tools::add_agreement_list(agreement);
  tools::add_agreement_show(agreement);
  tools::add_agreement_draft(agreement);
  tools::add_agreement_approve(agreement);
  tools::add_agreement_sign(agreement);
  tools::add_agreement_in_force(agreement);
  tools::add_agreement_amend(agreement);
  tools::add_agreement_renew(agreement);
  tools::add_agreement_notice(agreement);
  tools::add_agreement_states(agreement);
  auto& project = program.add("project", "Projects of cooperation");
  tools::add_project_list(project);
  tools::add_project_show(project);
  tools::add_project_launch(project);
  tools::add_project_report(project);
  tools::add_project_hand_over(project);
  tools::add_project_states(project);
  auto& commitment = program.add("commitment", "International commitments");
  tools::add_commitments(commitment);
  tools::add_commitment_list(commitment);
  tools::add_commitment_show(commitment);
  auto& expertise = program.add("expertise", "What members teach each other");
  tools::add_expertise(expertise);
  tools::add_expertise_list(expertise);
  tools::add_expertise_show(expertise);
  auto& consultation = program.add("consultation", "Public consultations");
  tools::add_consultations(consultation);
  tools::add_consultation_list(consultation);
  tools::add_consultation_show(consultation);
}

void add_groups(cli::Command& program) {
  auto& key = program.add("key", "Signing keys");
  tools::add_key_new(key);
  tools::add_key_show(key);
  tools::add_key_list(key);
  tools::add_key_enrol(key);
  tools::add_key_revoke(key);
  tools::add_key_rotate(key);
  tools::add_key_print(key);
  tools::add_key_restore(key);
  auto& document = program.add("document", "Documents kept beside the ledger");
  tools::add_document_add(document);
  tools::add_document_personal(document);
  tools::add_document_show(document);
  tools::add_document_visibility(document);
  tools::add_document_erase(document);
  auto& import = program.add("import", "Registers brought in from elsewhere");
  tools::add_import_scdl(import);
  add_membership(program);
  auto& proposal = program.add("proposal", "Proposals");
  tools::add_proposal_table(proposal);
  tools::add_proposal_revisions(proposal);
  tools::add_proposal_list(proposal);
  auto& session = program.add("session", "Sessions of the Council and other bodies");
  tools::add_session_convene(session);
  tools::add_session_open(session);
  tools::add_session_agenda(session);
  tools::add_session_arrive(session);
  tools::add_session_leave(session);
  tools::add_session_recuse(session);
  tools::add_session_dispose(session);
  tools::add_session_elect(session);
  tools::add_session_states(session);
  tools::add_session_close(session);
  tools::add_session_minutes(session);
  tools::add_session_list(session);
  tools::add_session_show(session);
  auto& proxy = program.add("proxy", "Powers to vote for another");
  tools::add_proxy_give(proxy);
  tools::add_proxy_withdraw(proxy);
  tools::add_proxy_list(proxy);
  tools::add_proxy_show(proxy);
  auto& decision = program.add("decision", "Votes and decisions");
  tools::add_decision_vote(decision);
  tools::add_decision_record(decision);
  tools::add_decision_publish(decision);
  tools::add_decision_challenge(decision);
  tools::add_decision_end(decision);
  tools::add_decision_delegate(decision);
  tools::add_decision_delegated(decision);
  tools::add_decision_extract(decision);
  tools::add_decision_list(decision);
  tools::add_decision_show(decision);
  auto& closing = program.add("register", "The printed register of a year");
  tools::add_register_close(closing);
  auto& rules = program.add("rules", "What bodies decide by: quorum, majorities, notice");
  tools::add_rules_list(rules);
  tools::add_rules_show(rules);
  tools::add_rules_compare(rules);
  tools::add_rules_adopt(rules);
  add_cooperation(program);
  auto& may = program.add("may", "Who may sign or vote, and why the others may not");
  tools::add_may_sign(may);
  tools::add_may_vote(may);
}

// A ledger's file is read where it lies in memory, and its own library trusts what its pages say of each other. A page
// that a disk or a hand changed can lead it astray: that is told, and nothing is written any more.
extern "C" void tell_of_a_bad_page(int) {
  constexpr std::string_view kText =
      "jumelage: the program read where nothing is: the ledger's file is damaged (or this is a fault of the program). "
      "Nothing more was written. Go on with a backup, and report what you did.\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, kText.data(), kText.size());
  ::_exit(cli::kExitFinding);
}

}  // namespace

int main(int argc, char** argv) {
  // A write beyond the limit on the size of files (ulimit -f) is an error then, as a full disk is.
  std::signal(SIGXFSZ, SIG_IGN);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  std::signal(SIGSEGV, tell_of_a_bad_page);
  std::signal(SIGBUS, tell_of_a_bad_page);
#endif
  cli::Command program("jumelage", "The ledger of a club of twinned cities: signed, checked by rules, provable");
  program.describe(
      "Every act is signed by those who made it, judged by the council's own rules, and appended to one log. Nothing "
      "is "
      "forgotten, and everything can be proved. What breaks a rule is recorded all the same, marked, and without "
      "effect "
      "until it is cured.");
  cli::add_globals(program);
  tools::add_found(program);
  add_groups(program);
  tools::add_record(program);
  tools::add_correct(program);
  tools::add_sign(program);
  tools::add_schema(program);
  tools::add_log(program);
  tools::add_show(program);
  tools::add_history(program);
  tools::add_irregular(program);
  tools::add_rebuild(program);
  program.example("jumelage found --example > club.json", "begin");
  program.example("jumelage session list", "see the sessions");
  program.example("jumelage decision show CCI-2026-001", "see a decision and its proof");
  return cli::run(program, JUMELAGE_VERSION, argc, argv);
}
