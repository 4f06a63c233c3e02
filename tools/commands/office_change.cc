// Somebody takes up an office, or it falls vacant.
#include <fmt/format.h>

#include "app/act_form.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

using Kind = schema::OfficeChanged::Kind;

std::string kind_name(Kind kind) {
  switch (kind) {
    case Kind::CHAIR: return "chair";
    case Kind::VICE_CHAIR: return "viceChair";
    case Kind::SECRETARY: return "secretary";
    case Kind::DEPUTY_SECRETARY: return "deputySecretary";
    case Kind::SESSION_SECRETARY: return "sessionSecretary";
    case Kind::DATA_PROTECTION_OFFICER: return "dataProtectionOfficer";
  }
  return {};
}

// Of an office that is there, its kind, body and session; of a new one, what the options say.
void write_office(const cli::Arguments& arguments, ActForm& form) {
  const Register& reg = form.reg();
  form.option("id", "OFFICE");
  const auto known = projection::find_subject(reg, arguments.text("OFFICE"));
  if (known && known->kind == SubjectKind::OFFICE) {
    const auto row = row_of(reg, known->number);
    const auto state = (*row).getOffice();
    form.text("kind", kind_name(state.getKind())).text("body", projection::slug_of(reg, state.getBody()));
    form.text("session", projection::slug_of(reg, state.getSession()));
    return;
  }
  const auto body = body_or_council(reg, arguments.maybe("body"));
  if (!body) form.fail(body.error());
  if (!arguments.has("kind"))
    form.fail(usage(fmt::format("there is no office {} yet; to create it, say which it is: --kind",
                                for_terminal(arguments.text("OFFICE")))));
  form.option("kind", "kind").text("body", body ? projection::slug_of(reg, body.value()) : "");
  form.id("session", "session", SubjectKind::SESSION);
}

void write_ground(ActForm& form) {
  form.date("from", "from").option("until", "until").option("ground", "ground");
  form.id("decision", "decision", SubjectKind::DECISION);
}

void give(const cli::Arguments& arguments, ActForm& form) {
  write_office(arguments, form);
  form.id("holder", "MANDATE", SubjectKind::MANDATE);
  write_ground(form);
}

void vacate(const cli::Arguments& arguments, ActForm& form) {
  write_office(arguments, form);
  write_ground(form);
}

cli::Command& add(cli::Command& parent, const char* name, const char* summary) {
  auto& command = parent.add(name, summary);
  command.positional({.name = "OFFICE", .help = "the office's id, such as cci-chair", .need = cli::Need::kRequired});
  command.option(
      {.name = "kind",
       .value = "KIND",
       .help = "of an office that is new",
       .choices = {"chair", "viceChair", "secretary", "deputySecretary", "sessionSecretary", "dataProtectionOfficer"}});
  command.option({.name = "body", .value = "ID", .help = "of an office that is new; otherwise: the council"});
  command.option({.name = "session", .value = "ID", .help = "with sessionSecretary: of which session"});
  command.option({.name = "ground",
                  .value = "GROUND",
                  .help = "what it rests on; with vote and election: --decision",
                  .fallback = "vacancyRule",
                  .choices = {"vote", "election", "vacancyRule"}});
  command.option({.name = "decision", .value = "ID", .help = "the adopted decision that this carries out"});
  add_date_option(command, "from", "the first day");
  command.option({.name = "until", .value = "DATE", .help = "the last day; otherwise: without a term"});
  return command;
}

}  // namespace

void add_office_changes(cli::Command& parent) {
  auto& command = add(parent, "give", "Records who holds an office from now on");
  command.positional({.name = "MANDATE", .help = "who holds it", .need = cli::Need::kRequired});
  add_act_options(command);
  command.example("jumelage office give cci-deputy secretary-1 --kind deputySecretary --key es-semara --key secretary",
                  "a new office");
  command.handler(recording("officeChanged", give));
  auto& vacancy = add(parent, "vacate", "Records that an office is vacant");
  add_act_options(vacancy);
  vacancy.example("jumelage office vacate cci-vice-chair --key es-semara --key secretary",
                  "nobody holds it from today");
  vacancy.handler(recording("officeChanged", vacate));
}

}  // namespace jumelage::tools
