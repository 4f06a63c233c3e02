// `jumelage`: the program of the club's secretary. Which commands there are, and in what groups.
#include <csignal>

#include "cli/command_line.h"
#include "cli/globals.h"
#include "commands/commands.h"

namespace {

using namespace jumelage;

void add_groups(cli::Command& program) {
  auto& key = program.add("key", "Signing keys");
  tools::add_key_new(key);
  tools::add_key_show(key);
  tools::add_key_list(key);
  auto& member = program.add("member", "Member cities and partners");
  tools::add_member_list(member);
  tools::add_member_show(member);
  auto& mandate = program.add("mandate", "Who sits where");
  tools::add_mandate_list(mandate);
  auto& office = program.add("office", "Offices and their holders");
  tools::add_office_list(office);
  auto& document = program.add("document", "Documents kept beside the ledger");
  tools::add_document_add(document);
  tools::add_document_personal(document);
  tools::add_document_show(document);
  auto& import = program.add("import", "Registers brought in from elsewhere");
  tools::add_import_scdl(import);
  auto& proposal = program.add("proposal", "Proposals");
  tools::add_proposal_table(proposal);
  tools::add_proposal_list(proposal);
  auto& session = program.add("session", "Sessions of the Council and other bodies");
  tools::add_session_convene(session);
  tools::add_session_open(session);
  tools::add_session_close(session);
  tools::add_session_list(session);
  tools::add_session_show(session);
  auto& decision = program.add("decision", "Votes and decisions");
  tools::add_decision_vote(decision);
  tools::add_decision_record(decision);
  tools::add_decision_list(decision);
  tools::add_decision_show(decision);
  auto& agreement = program.add("agreement", "Twinnings, partnerships and other agreements");
  tools::add_agreement_list(agreement);
  tools::add_agreement_show(agreement);
  auto& project = program.add("project", "Projects of the members");
  tools::add_project_list(project);
  tools::add_project_show(project);
  auto& may = program.add("may", "Who may sign or vote, and why the others may not");
  tools::add_may_sign(may);
  tools::add_may_vote(may);
}

}  // namespace

int main(int argc, char** argv) {
  // A write beyond the limit on the size of files (ulimit -f) is an error then, as a full disk is.
  std::signal(SIGXFSZ, SIG_IGN);
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
