// International commitments that the club's acts must respect.
#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void add(const cli::Arguments&, ActForm& form) {
  form.option("id", "ID").titles().external_id("source", "source", "treaty");
  form.ids("binds", "binds", SubjectKind::MEMBER).option("from", "from").option("until", "until");
  form.documents("texts", "text", "text");
}

void change(const cli::Arguments&, ActForm& form) {
  form.id("id", "COMMITMENT", SubjectKind::COMMITMENT).option("state", "STATE").date("from", "from");
  form.option("note", "note");
}

}  // namespace

void add_commitments(cli::Command& parent) {
  auto& command = parent.add("add", "Registers an international commitment, so that opinions can cite it");
  command.positional({.name = "ID", .help = "an id for ever, such as water-convention", .need = cli::Need::kRequired});
  add_title_options(command, cli::Need::kRequired);
  command.option({.name = "source",
                  .value = "SCHEME=NUMBER",
                  .help = "where it comes from, such as a treaty collection and its number there",
                  .need = cli::Need::kRequired});
  command.option({.name = "binds", .value = "MEMBER,...", .help = "otherwise: the club", .repeated = true});
  command.option({.name = "from", .value = "DATE", .help = "the first day"});
  command.option({.name = "until", .value = "DATE", .help = "the last day"});
  command.option({.name = "text", .value = "FILE", .help = "its text; or LANG=FILE", .repeated = true});
  add_act_options(command);
  command.example(
      "jumelage commitment add water-convention --title en=\"Water Convention\" --source UNTS=1936 --key expert --key "
      "secretary",
      "a treaty");
  command.handler(recording("commitmentRegistered", add));
  auto& state = parent.add("change", "Records that a commitment is in force, suspended, ended, under reserve");
  state.positional({.name = "COMMITMENT", .help = "the commitment's id", .need = cli::Need::kRequired});
  state.positional({.name = "STATE", .help = "inForce, suspended, ended or reserved", .need = cli::Need::kRequired});
  state.option({.name = "note", .value = "TEXT", .help = "more about it"});
  add_date_option(state, "from", "the first day on which it is so");
  add_act_options(state);
  state.example("jumelage commitment change water-convention suspended --key expert --key secretary", "from today");
  state.handler(recording("commitmentChanged", change));
}

}  // namespace jumelage::tools
