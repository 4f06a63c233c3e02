#include <fmt/format.h>

#include "app/act_form.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// The only legal expert of the ledger's bodies, where there is one alone.
std::string only_expert(const Register& reg) {
  std::vector<Number> experts;
  for (const Number body : bodies(reg))
    for (const Number mandate : children_of(reg, body, SubjectKind::MANDATE)) {
      const auto row = row_of(reg, mandate);
      const auto state = (*row).getMandate();
      const bool ended = state.getStatus() == schema::MandateState::Status::ENDED;
      if (state.getKind() == schema::MandateGranted::Kind::LEGAL_EXPERT && !ended) experts.push_back(mandate);
    }
  return experts.size() == 1 ? projection::slug_of(reg, experts.front()) : std::string();
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const std::string& on = arguments.text("ON");
  const std::string expert = arguments.maybe("expert").value_or(only_expert(form.reg()));
  if (expert.empty()) form.fail(usage("say which legal expert gives it: --expert MANDATE; see: jumelage mandate list"));
  form.text("id", arguments.maybe("id").value_or(on + "-opinion")).text("on", on).text("expert", expert);
  form.option("opinion", "OPINION").ids("commitments", "cites", SubjectKind::COMMITMENT).texts("summary", "summary");
  form.document("document", "document", "other").may_be_attested(expert);
}

}  // namespace

void add_opinion_give(cli::Command& parent) {
  auto& command = parent.add("give", "Records a legal expert's opinion on a proposal or agreement");
  command.describe("An opinion given after the vote is kept, and marked as late: nobody can have weighed it.");
  command.positional({.name = "ON", .help = "the proposal or agreement", .need = cli::Need::kRequired});
  command.positional({.name = "OPINION", .help = "favourable, reserved or unfavourable", .need = cli::Need::kRequired});
  add_text_option(command, "summary", "what it says, in short");
  command.option({.name = "cites", .value = "ID,...", .help = "commitments that it rests on", .repeated = true});
  command.option({.name = "document", .value = "FILE", .help = "the opinion in full; or LANG=FILE"});
  command.option({.name = "expert", .value = "MANDATE", .help = "otherwise: the only legal expert"});
  command.option({.name = "id", .value = "ID", .help = "otherwise: ON with -opinion"});
  add_act_options(command);
  command.example(
      "jumelage opinion give twinning-charter favourable --summary fr=\"Conforme aux statuts\" --key expert",
      "signed by the expert");
  command.handler(recording("legalOpinionGiven", fill));
}

}  // namespace jumelage::tools
