// An agreement on its way into force: approved by each party, signed by each, in force.
#include "app/act_form.h"
#include "base/text.h"
#include "commands/commands.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using State = schema::AgreementState::Reader;

// The draft under way: the last one. 0: there is no such agreement, which id() says.
std::uint64_t last_draft(const Register& reg, std::string_view id) {
  const auto known = projection::find_subject(reg, id);
  if (!known || known->kind != SubjectKind::AGREEMENT) return 0;
  return (*row_of(reg, known->number)).getAgreement().getDrafts();
}

void write_draft(const cli::Arguments& arguments, ActForm& form) {
  form.id("agreement", "AGREEMENT", SubjectKind::AGREEMENT);
  form.number("draft", arguments.has("of-draft") ? arguments.number("of-draft")
                                                 : last_draft(form.reg(), arguments.text("AGREEMENT")));
  form.option("party", "PARTY");
}

void add_party(cli::Command& command) {
  command.positional({.name = "AGREEMENT", .help = "the agreement's id", .need = cli::Need::kRequired});
  command.positional(
      {.name = "PARTY", .help = "the member; of an outside party party-N", .need = cli::Need::kRequired});
  command.option({.name = "of-draft",
                  .value = "N",
                  .help = "which draft; otherwise: the last one",
                  .range = cli::Range{1, 65535}});
}

void approve(const cli::Arguments& arguments, ActForm& form) {
  write_draft(arguments, form);
  form.external_ids("deliberation", "deliberation", arguments.text("PARTY") + ":deliberations").date("on", "on");
  form.may_be_attested(arguments.text("PARTY"));
}

// The only mandate for that member which stands, where there is one alone.
std::string only_mandate(const Register& reg, std::string_view member) {
  const auto subject = projection::find_subject(reg, member);
  if (!subject || subject->kind != SubjectKind::MEMBER) return {};
  std::vector<Number> mandates;
  for (const Number mandate : children_of(reg, subject->number, SubjectKind::MANDATE))
    if ((*row_of(reg, mandate)).getMandate().getStatus() != schema::MandateState::Status::ENDED)
      mandates.push_back(mandate);
  return mandates.size() == 1 ? projection::slug_of(reg, mandates.front()) : std::string();
}

void sign(const cli::Arguments& arguments, ActForm& form) {
  write_draft(arguments, form);
  form.text("signatory", arguments.maybe("signatory").value_or(only_mandate(form.reg(), arguments.text("PARTY"))));
  form.document("power", "power", "instrument").option("paperOriginal", "paper-original").moment("at", "at");
  form.may_be_attested(arguments.text("PARTY"));
}

// As its text has it.
std::string trigger_of(const Register& reg, std::string_view id) {
  using Trigger = schema::AgreementDrafted::Trigger;
  const auto known = projection::find_subject(reg, id);
  if (!known || known->kind != SubjectKind::AGREEMENT) return "onLastSignature";
  switch ((*row_of(reg, known->number)).getAgreement().getProposed().getTrigger()) {
    case Trigger::ON_LAST_SIGNATURE: return "onLastSignature";
    case Trigger::ON_LAST_CLEARANCE: return "onLastClearance";
    case Trigger::ON_DATE: return "onDate";
    case Trigger::ON_NOTIFICATION: return "onNotification";
  }
  return "onLastSignature";
}

void in_force(const cli::Arguments& arguments, ActForm& form) {
  form.id("agreement", "AGREEMENT", SubjectKind::AGREEMENT).date("from", "from");
  form.text("ground", arguments.maybe("ground").value_or(trigger_of(form.reg(), arguments.text("AGREEMENT"))));
}

}  // namespace

void add_agreement_approve(cli::Command& parent) {
  auto& command = parent.add("approve", "Records that a party's own assembly has approved the draft");
  add_party(command);
  command.option({.name = "deliberation",
                  .value = "NUMBER",
                  .help = "what the party calls its deliberation; or SCHEME=NUMBER",
                  .repeated = true});
  add_date_option(command, "on", "the day of that deliberation");
  add_act_options(command);
  command.example("jumelage agreement approve water-twinning timbuktu --deliberation 2026/14 --key timbuktu",
                  "signed for the party");
  command.handler(recording("agreementApproved", approve));
}

void add_agreement_sign(cli::Command& parent) {
  auto& command = parent.add("sign", "Records that a party has signed");
  command.describe(
      "The signature on the agreement itself is on paper; this records it, with what shows the power to sign. It "
      "counts "
      "once that party has approved the draft and obtained what its checklist wants before signature.");
  add_party(command);
  command.option({.name = "power", .value = "FILE", .help = "what shows the power to sign; or LANG=FILE"});
  command.option({.name = "signatory", .value = "MANDATE", .help = "otherwise: the only mandate for that member"});
  command.option({.name = "paper-original", .value = "TEXT", .help = "where the signed paper lies"});
  command.option({.name = "at", .value = "TIME", .help = "when it was signed; otherwise: now"});
  add_act_options(command);
  command.example(
      "jumelage agreement sign water-twinning timbuktu --power power.pdf --paper-original \"Archive of Es-Semara\" "
      "--key timbuktu",
      "signed for Timbuktu");
  command.handler(recording("agreementSigned", sign));
}

void add_agreement_in_force(cli::Command& parent) {
  auto& command = parent.add("in-force", "Records that an agreement has entered into force");
  command.positional({.name = "AGREEMENT", .help = "the agreement's id", .need = cli::Need::kRequired});
  add_date_option(command, "from", "the first day");
  command.option({.name = "ground",
                  .value = "TRIGGER",
                  .help = "what made it enter into force; otherwise: what its text says",
                  .choices = {"onLastSignature", "onLastClearance", "onDate", "onNotification"}});
  add_act_options(command);
  command.example("jumelage agreement in-force water-twinning --key es-semara --key secretary", "from today");
  command.handler(recording("agreementInForce", in_force));
}

}  // namespace jumelage::tools
