#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// As the step has it: what the record says must be the same.
std::string silence_text(schema::ClearanceStep::Silence silence) {
  switch (silence) {
    case schema::ClearanceStep::Silence::MEANS_NOTHING: return "meansNothing";
    case schema::ClearanceStep::Silence::APPROVES: return "approves";
    case schema::ClearanceStep::Silence::REFUSES: return "refuses";
  }
  return {};
}

std::string silence_of(const Register& reg, const std::string& target, const std::string& step) {
  const auto subject = projection::find_subject(reg, target);
  if (!subject) return "meansNothing";
  const auto row = row_of(reg, subject->number);
  if ((*row).isDecision())
    for (const auto clearance : (*row).getDecision().getClearances())
      if (clearance.getId() == step) return silence_text(clearance.getSilence());
  if ((*row).isAgreement())
    for (const auto party : (*row).getAgreement().getProposed().getParties())
      for (const auto clearance : party.getClearances())
        if (clearance.getId() == step) return silence_text(clearance.getSilence());
  return "meansNothing";
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const std::string& target = arguments.text("TARGET");
  form.text("target", target).option("step", "STEP").option("authority", "authority").option("event", "EVENT");
  form.moment("at", "at").external_id("reference", "reference", "authority").option("deadline", "deadline");
  form.text("silence", silence_of(form.reg(), target, arguments.text("STEP"))).may_be_attested("");
}

}  // namespace

void add_clearance_record(cli::Command& parent) {
  auto& command = parent.add("record", "Records what an authority did with a clearance step");
  command.describe(
      "A step belongs to a decision or to a party's checklist in an agreement; `jumelage show` lists them. The "
      "secretary "
      "records it, or the member that has to obtain it.");
  command.positional({.name = "TARGET", .help = "the decision or agreement", .need = cli::Need::kRequired});
  command.positional({.name = "STEP", .help = "the step's id", .need = cli::Need::kRequired});
  command.positional({.name = "EVENT",
                      .help = "sent, received, approved, refused, observations or silenceElapsed",
                      .need = cli::Need::kRequired});
  command.option({.name = "authority", .value = "TEXT", .help = "who it was", .need = cli::Need::kRequired});
  command.option({.name = "at", .value = "TIME", .help = "when; otherwise: now"});
  command.option({.name = "reference", .value = "NUMBER", .help = "the authority's file number; or SCHEME=NUMBER"});
  command.option({.name = "deadline", .value = "DATE", .help = "the last day for its answer"});
  add_act_options(command);
  command.example(
      "jumelage clearance record water-twinning ma-visa approved --authority \"Governor of the province\" --key "
      "secretary",
      "the visa is there");
  command.handler(recording("supervisionRecorded", fill));
}

}  // namespace jumelage::tools
