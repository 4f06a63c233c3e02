// A mandate's holder cannot act, acts again, or holds it no longer.
#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

struct Change {
  const char* command;
  const char* change;
  const char* summary;
};
constexpr Change kChanges[] = {
    {"impede", "impeded", "Records that a mandate's holder cannot act for a time; the alternate does"},
    {"resume", "resumed", "Records that a mandate's holder acts again"},
    {"end", "ended", "Ends a mandate"}};

void add_change(cli::Command& parent, const Change& change) {
  auto& command = parent.add(change.command, change.summary);
  command.describe("The holder or the member signs; for a member without a key the secretary attests.");
  command.positional({.name = "MANDATE", .help = "the mandate's id", .need = cli::Need::kRequired});
  command.option({.name = "reason",
                  .value = "REASON",
                  .help = "why",
                  .fallback = "none",
                  .choices = {"none", "termOver", "resignation", "death", "replaced", "memberLeft", "incompatibility",
                              "illness", "other"}});
  command.option({.name = "note", .value = "TEXT", .help = "more about it; nothing personal belongs here"});
  add_date_option(command, "from", "the first day on which it is so");
  add_act_options(command);
  command.example(std::string("jumelage mandate ") + change.command + " vijayawada-1 --key vijayawada", change.summary);
  command.handler(recording("mandateChanged", [&change](const cli::Arguments& arguments, ActForm& form) {
    form.id("id", "MANDATE", SubjectKind::MANDATE).text("change", change.change).date("from", "from");
    form.option("reason", "reason").option("note", "note");
    const std::string member = member_of_mandate(form.reg(), arguments.text("MANDATE"));
    form.may_be_attested(member.empty() ? arguments.text("MANDATE") : member);
  }));
}

}  // namespace

void add_mandate_changes(cli::Command& parent) {
  for (const Change& change : kChanges) add_change(parent, change);
}

}  // namespace jumelage::tools
