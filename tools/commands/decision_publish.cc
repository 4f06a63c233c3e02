#include "app/act_form.h"
#include "app/reference.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// The id of a decision that may be named by its number; anything else as it was typed.
std::string subject_of(const Register& reg, const std::string& word) {
  const auto decision = find_decision(reg, word);
  return decision ? projection::slug_of(reg, decision.value()) : word;
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.text("subject", subject_of(form.reg(), arguments.text("SUBJECT"))).option("where", "where");
  form.moment("at", "at").option("certified", "certified");
}

}  // namespace

void add_decision_publish(cli::Command& parent) {
  auto& command = parent.add("publish", "Records where and when a decision was published");
  command.describe("Where the rules ask for publication, a decision has no force before it.");
  command.positional(
      {.name = "SUBJECT", .help = "the decision's number or id, or another id", .need = cli::Need::kRequired});
  command.option({.name = "where",
                  .value = "TEXT",
                  .help = "a notice board, a journal, an address on the web",
                  .need = cli::Need::kRequired});
  command.option({.name = "certified",
                  .value = "TEXT",
                  .help = "how that is certified",
                  .fallback = "certificate of the secretary"});
  command.option({.name = "at", .value = "TIME", .help = "when; otherwise: now"});
  add_act_options(command);
  command.example(
      "jumelage decision publish twinning-charter-decision --where \"Notice board of Es-Semara\" --key secretary",
      "on the notice board");
  command.handler(recording("published", fill));
}

}  // namespace jumelage::tools
