// A power that a body hands on, and what is decided under it.
#include <fmt/format.h>

#include "app/act_form.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// "SCHEME:CODE:LABEL", the last two optional.
std::string matter_json(std::string_view matter) {
  JsonOutput out;
  write_matter(matter, out.object());
  return out.end().take();
}

void write_matters(const cli::Arguments& arguments, ActForm& form) {
  std::vector<std::string> matters;
  for (const std::string& word : arguments.all("matter")) matters.push_back(matter_json(word));
  form.raw("matters", fmt::format("[{}]", fmt::join(matters, ", ")));
}

void delegate(const cli::Arguments& arguments, ActForm& form) {
  form.option("id", "ID").id("decision", "decision", SubjectKind::DECISION).option("delegate", "to");
  form.texts("powers", "power");
  write_matters(arguments, form);
  form.money("ceiling", "ceiling").date("from", "from").option("until", "until").flag("ended", arguments.flag("end"));
}

void delegated(const cli::Arguments& arguments, ActForm& form) {
  form.option("id", "ID").id("delegation", "under", SubjectKind::DELEGATION).titles();
  form.documents("texts", "text", "text");
  if (const auto matter = arguments.maybe("matter")) form.raw("matter", matter_json(*matter));
  form.money("amount", "amount").date("date", "date");
}

}  // namespace

void add_decision_delegate(cli::Command& parent) {
  auto& command = parent.add("delegate", "Records that a body hands a power to an office, mandate or body; or its end");
  command.positional({.name = "ID", .help = "an id for ever; with --end: of what ends", .need = cli::Need::kRequired});
  command.option({.name = "decision",
                  .value = "DECISION",
                  .help = "the adopted decision that grants or ends it",
                  .need = cli::Need::kRequired});
  command.option({.name = "to",
                  .value = "ID",
                  .help = "the office, mandate or body that may decide",
                  .need = cli::Need::kRequired});
  add_text_option(command, "power", "what may be decided");
  command.option(
      {.name = "matter", .value = "SCHEME:CODE:LABEL", .help = "a matter that it is limited to", .repeated = true});
  command.option({.name = "ceiling", .value = "MONEY", .help = "the highest amount, such as \"5000 EUR\""});
  add_date_option(command, "from", "the first day");
  command.option({.name = "until", .value = "DATE", .help = "the last day"});
  command.option({.name = "end", .help = "the delegation of this id ends"});
  add_act_options(command);
  command.example(
      "jumelage decision delegate small-grants --decision twinning-charter-decision --to cci-chair --power "
      "fr=\"Petites subventions\" --ceiling \"5000 EUR\" --key es-semara --key secretary",
      "the chair may decide up to an amount");
  command.handler(recording("delegationGranted", delegate));
}

void add_decision_delegated(cli::Command& parent) {
  auto& command = parent.add("delegated", "Records what was decided under a delegated power");
  command.positional({.name = "ID", .help = "an id for ever", .need = cli::Need::kRequired});
  command.option({.name = "under", .value = "ID", .help = "the delegation", .need = cli::Need::kRequired});
  add_title_options(command, cli::Need::kRequired);
  command.option({.name = "text", .value = "FILE", .help = "what was decided; or LANG=FILE", .repeated = true});
  command.option({.name = "matter", .value = "SCHEME:CODE:LABEL", .help = "what it is about"});
  command.option({.name = "amount", .value = "MONEY", .help = "the money that it is about, such as \"500 EUR\""});
  add_date_option(command, "date", "the day that it was taken");
  add_act_options(command);
  command.example(
      "jumelage decision delegated grant-1 --under small-grants --title fr=\"Subvention\" --amount \"500 EUR\" --key "
      "es-semara",
      "signed by the delegate");
  command.handler(recording("delegatedDecision", delegated));
}

}  // namespace jumelage::tools
