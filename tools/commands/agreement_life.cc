// An agreement after its entry into force: amended, renewed, ended.
#include "app/act_form.h"
#include "app/state_command.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

constexpr StateCommand kChanges[] = {
    {"rest", "dormant", "Records that an agreement rests: in force, but nobody acts on it"},
    {"revive", "revived", "Records that a resting agreement is acted on again"},
    {"expire", "expired", "Records that an agreement's term is over"},
    {"denounce", "denounced", "Records that an agreement is over by a party's notice"},
    {"end", "endedByConsent", "Records that all parties ended an agreement"},
    {"annul", "annulled", "Records that an agreement was annulled"},
    {"keep", "noticeWithdrawn", "Records that the party that had given notice stays"}};

void add_agreement(cli::Command& command) {
  command.positional({.name = "AGREEMENT", .help = "the agreement's id", .need = cli::Need::kRequired});
}

void amend(const cli::Arguments&, ActForm& form) {
  form.id("agreement", "AGREEMENT", SubjectKind::AGREEMENT).option("amendment", "ID").titles();
  form.documents("texts", "text", "text").option("from", "from");
}

void renew(const cli::Arguments& arguments, ActForm& form) {
  form.id("agreement", "AGREEMENT", SubjectKind::AGREEMENT).flag("tacit", arguments.flag("tacit"));
  form.date("from", "from").option("until", "until");
}

void notice(const cli::Arguments& arguments, ActForm& form) {
  form.id("agreement", "AGREEMENT", SubjectKind::AGREEMENT).option("party", "PARTY");
  form.moment("received", "received").option("ends", "ends").may_be_attested(arguments.text("PARTY"));
}

void add_change(cli::Command& parent, const StateCommand& change) {
  auto& command = parent.add(change.command, change.summary);
  add_agreement(command);
  command.option({.name = "reason", .value = "TEXT", .help = "why", .need = cli::Need::kRequired});
  add_date_option(command, "from", "the first day on which it is so");
  add_act_options(command);
  command.example(std::string("jumelage agreement ") + change.command +
                      " water-twinning --reason \"As agreed\" --key es-semara --key secretary",
                  "from today");
  command.handler(recording("agreementStateChanged", [&change](const cli::Arguments&, ActForm& form) {
    form.id("agreement", "AGREEMENT", SubjectKind::AGREEMENT).text("state", change.state);
    form.date("from", "from").option("reason", "reason");
  }));
}

}  // namespace

void add_agreement_amend(cli::Command& parent) {
  auto& command = parent.add("amend", "Records an amendment that all parties have agreed on");
  command.describe(
      "First record what it is amended to, as a new draft, and each party's approval. All parties sign this act.");
  add_agreement(command);
  command.positional({.name = "ID", .help = "the amendment's id, for ever", .need = cli::Need::kRequired});
  add_title_options(command, cli::Need::kRequired);
  command.option({.name = "text", .value = "FILE", .help = "the amendment itself; or LANG=FILE", .repeated = true});
  command.option({.name = "from", .value = "DATE", .help = "the first day on which it holds"});
  add_act_options(command);
  command.example(
      "jumelage agreement amend water-twinning water-amendment-1 --title fr=\"Avenant 1\" --key es-semara=es-semara-1 "
      "--key "
      "timbuktu=timbuktu-1",
      "signed by both parties");
  command.handler(recording("agreementAmended", amend));
}

void add_agreement_renew(cli::Command& parent) {
  auto& command = parent.add("renew", "Records that an agreement goes on for another term");
  add_agreement(command);
  command.option({.name = "tacit", .help = "because nobody gave notice; the secretary alone signs"});
  command.option(
      {.name = "from", .value = "DATE", .help = "the first day of the new term", .need = cli::Need::kRequired});
  command.option({.name = "until", .value = "DATE", .help = "its last day"});
  add_act_options(command);
  command.example(
      "jumelage agreement renew water-twinning --tacit --from 2031-12-01 --until 2036-11-30 --key secretary",
      "nobody gave notice");
  command.handler(recording("agreementRenewed", renew));
}

void add_agreement_notice(cli::Command& parent) {
  auto& command = parent.add("notice", "Records that a party gave notice");
  add_agreement(command);
  command.positional({.name = "PARTY", .help = "the member that leaves", .need = cli::Need::kRequired});
  command.option({.name = "ends",
                  .value = "DATE",
                  .help = "the day on which the agreement ends by it",
                  .need = cli::Need::kRequired});
  command.option({.name = "received", .value = "TIME", .help = "when its notice was received; otherwise: now"});
  add_act_options(command);
  command.example("jumelage agreement notice water-twinning timbuktu --ends 2028-01-31 --key timbuktu",
                  "signed for the party");
  command.handler(recording("agreementNoticeGiven", notice));
}

void add_agreement_states(cli::Command& parent) {
  for (const StateCommand& change : kChanges) add_change(parent, change);
}

}  // namespace jumelage::tools
