// What a member can teach others, and exchanges that took place.
#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void write_offer(const cli::Arguments& arguments, ActForm& form, bool withdrawn) {
  form.option("id", "ID").id("member", "member", SubjectKind::MEMBER).option("theme", "theme");
  form.texts("description", "description").option("until", "until").flag("withdrawn", withdrawn);
  form.may_be_attested(arguments.text("member"));
}

void exchange(const cli::Arguments& arguments, ActForm& form) {
  form.option("id", "ID").id("host", "host", SubjectKind::MEMBER).ids("guests", "guest", SubjectKind::MEMBER);
  form.option("theme", "theme").option("from", "from").date("until", "until");
  form.id("project", "project", SubjectKind::PROJECT).texts("summary", "summary");
  form.may_be_attested(arguments.text("host"));
}

cli::Command& add_offer(cli::Command& parent, const char* name, const char* summary, bool withdrawn) {
  auto& command = parent.add(name, summary);
  command.positional({.name = "ID", .help = "the offer's id", .need = cli::Need::kRequired});
  command.option({.name = "member", .value = "ID", .help = "who offers it", .need = cli::Need::kRequired});
  command.option({.name = "theme", .value = "TEXT", .help = "such as water, culture", .need = cli::Need::kRequired});
  add_text_option(command, "description", "what it can teach");
  command.option({.name = "until", .value = "DATE", .help = "the last day; otherwise: until it is withdrawn"});
  add_act_options(command);
  command.handler(recording("expertiseOffered", [withdrawn](const cli::Arguments& arguments, ActForm& form) {
    write_offer(arguments, form, withdrawn);
  }));
  return command;
}

}  // namespace

void add_expertise(cli::Command& parent) {
  add_offer(parent, "offer", "Records what a member can teach others", false)
      .example(
          "jumelage expertise offer earth-building --member timbuktu --theme culture --description fr=\"La "
          "construction "
          "en terre\" --key timbuktu",
          "signed for the member");
  add_offer(parent, "withdraw", "Records that a member takes its offer back", true)
      .example("jumelage expertise withdraw earth-building --member timbuktu --theme culture --key timbuktu",
               "the offer ends");
  auto& command = parent.add("exchange", "Records an exchange that took place");
  command.positional({.name = "ID", .help = "an id for ever", .need = cli::Need::kRequired});
  command.option({.name = "host", .value = "MEMBER", .help = "where it took place", .need = cli::Need::kRequired});
  command.option(
      {.name = "guest", .value = "MEMBER,...", .help = "who came", .need = cli::Need::kRequired, .repeated = true});
  command.option({.name = "theme", .value = "TEXT", .help = "such as water, culture", .need = cli::Need::kRequired});
  command.option({.name = "from", .value = "DATE", .help = "the first day", .need = cli::Need::kRequired});
  add_date_option(command, "until", "the last day");
  command.option({.name = "project", .value = "ID", .help = "the project that it belonged to"});
  add_text_option(command, "summary", "what came of it");
  add_act_options(command);
  command.example(
      "jumelage expertise exchange masons-2025 --host timbuktu --guest es-semara --theme culture --from 2025-11-02 "
      "--key timbuktu",
      "up to today");
  command.handler(recording("exchangeReported", exchange));
}

}  // namespace jumelage::tools
