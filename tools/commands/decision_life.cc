// What becomes of a decision after it was taken: a court's rulings, its end.
#include "app/act_form.h"
#include "app/reference.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void write_decision(const cli::Arguments& arguments, ActForm& form) {
  const auto decision = find_decision(form.reg(), arguments.text("DECISION"));
  if (!decision) {
    form.fail(decision.error());
    return;
  }
  form.text("decision", projection::slug_of(form.reg(), decision.value()));
}

void add_decision(cli::Command& command) {
  command.positional({.name = "DECISION", .help = "its number or id", .need = cli::Need::kRequired});
}

void challenge(const cli::Arguments& arguments, ActForm& form) {
  write_decision(arguments, form);
  form.option("court", "court").option("result", "RESULT").texts("parts", "parts").moment("at", "at");
  form.external_id("reference", "reference", "court");
}

void end(const cli::Arguments& arguments, ActForm& form) {
  write_decision(arguments, form);
  form.option("how", "how").id("by", "by", SubjectKind::DECISION).date("from", "from");
}

}  // namespace

void add_decision_challenge(cli::Command& parent) {
  auto& command = parent.add("challenge", "Records that a decision was brought before a court, or a ruling on it");
  add_decision(command);
  command.positional({.name = "RESULT",
                      .help = "filed, suspended, suspensionLifted, annulled, partlyAnnulled or upheld",
                      .need = cli::Need::kRequired});
  command.option({.name = "court", .value = "TEXT", .help = "which court", .need = cli::Need::kRequired});
  add_text_option(command, "parts", "with partlyAnnulled: which parts");
  command.option({.name = "at", .value = "TIME", .help = "when it was filed or ruled; otherwise: now"});
  command.option({.name = "reference", .value = "NUMBER", .help = "what the court calls the case; or SCHEME=NUMBER"});
  add_act_options(command);
  command.example(
      "jumelage decision challenge twinning-charter-decision filed --court \"Administrative court\" --key secretary",
      "an action was brought");
  command.handler(recording("challengeRecorded", challenge));
}

void add_decision_end(cli::Command& parent) {
  auto& command = parent.add("end", "Records that a decision is repealed, superseded or lapsed");
  add_decision(command);
  command.option({.name = "how",
                  .value = "HOW",
                  .help = "how it ends",
                  .need = cli::Need::kRequired,
                  .choices = {"repealed", "superseded", "lapsed"}});
  command.option({.name = "by", .value = "DECISION", .help = "the adopted decision that ends it"});
  add_date_option(command, "from", "the first day on which it is not in force");
  add_act_options(command);
  command.example("jumelage decision end twinning-charter-decision --how lapsed --key es-semara --key secretary",
                  "its purpose is reached");
  command.handler(recording("decisionEnded", end));
}

}  // namespace jumelage::tools
