#include <algorithm>

#include <fmt/format.h>

#include "app/act_form.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

using Phase = schema::SessionState::Phase;

Result<std::vector<std::string>> new_agenda(const cli::Arguments& arguments, const Register& reg, Number session) {
  auto agenda = listed(arguments, "order");
  if (agenda.empty()) {
    const auto row = row_of(reg, session);
    for (const Number item : (*row).getSession().getAgenda()) agenda.push_back(projection::slug_of(reg, item));
  }
  for (const std::string& item : listed(arguments, "remove")) {
    if (std::erase(agenda, item) == 0)
      return usage(fmt::format("{} is not on that agenda; see: jumelage session show {}", for_terminal(item),
                               projection::slug_of(reg, session)));
  }
  for (const std::string& item : listed(arguments, "add")) agenda.push_back(item);
  for (const std::string& item : agenda) {
    JUMELAGE_TRY(find(reg, item, SubjectKind::PROPOSAL));
  }
  return agenda;
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const auto session =
      session_or_only(form.reg(), arguments.maybe("SESSION"),
                      {Phase::CONVENED, Phase::POSTPONED, Phase::OPEN, Phase::ADJOURNED}, "called or open");
  if (!session) {
    form.fail(session.error());
    return;
  }
  if (!arguments.has("add") && !arguments.has("remove") && !arguments.has("order"))
    form.fail(usage("say what changes: --add ITEM, --remove ITEM, or the whole agenda with --order ITEM,..."));
  form.text("session", projection::slug_of(form.reg(), session.value()));
  const auto agenda = new_agenda(arguments, form.reg(), session.value());
  if (!agenda) form.fail(agenda.error());
  if (agenda) form.list("agenda", agenda.value());
  form.option("reason", "reason");
  const Phase phase = (*row_of(form.reg(), session.value())).getSession().getPhase();
  const bool begun = phase == Phase::OPEN || phase == Phase::ADJOURNED;
  form.anchor("at", begun ? cli::Need::kRequired : cli::Need::kOptional);
}

}  // namespace

void add_session_agenda(cli::Command& parent) {
  auto& command = parent.add("agenda", "Changes the agenda: items added, taken off, put into another order");
  command.positional({.name = "SESSION", .help = "otherwise: the only one that is called or open"});
  command.option({.name = "add", .value = "ITEM,...", .help = "proposals to put at the end", .repeated = true});
  command.option({.name = "remove", .value = "ITEM,...", .help = "proposals to take off", .repeated = true});
  command.option({.name = "order", .value = "ITEM,...", .help = "the whole agenda in its new order", .repeated = true});
  command.option({.name = "reason", .value = "TEXT", .help = "why", .need = cli::Need::kRequired});
  add_anchor_options(command);
  add_act_options(command);
  command.example("jumelage session agenda --add water-project --reason \"Asked for by Timbuktu\" --key secretary",
                  "one more item");
  command.handler(recording("agendaAmended", fill));
}

}  // namespace jumelage::tools
