#include <fmt/format.h>

#include "app/act_form.h"
#include "commands/commands.h"
#include "projection/query.h"

namespace jumelage::tools {
namespace {

using Phase = schema::SessionState::Phase;

// Somebody who took a proxy back may give another.
std::string free_id(const governance::Register& reg, const std::string& wanted) {
  std::string id = wanted;
  for (unsigned next = 2; projection::find_subject(reg, id); ++next) id = fmt::format("{}-{}", wanted, next);
  return id;
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const auto session =
      session_or_only(form.reg(), arguments.maybe("session"),
                      {Phase::CONVENED, Phase::POSTPONED, Phase::OPEN, Phase::ADJOURNED}, "called or open");
  if (!session) {
    form.fail(session.error());
    return;
  }
  const std::string id = projection::slug_of(form.reg(), session.value());
  const auto made = [&] { return free_id(form.reg(), fmt::format("proxy-{}-{}", id, arguments.text("PRINCIPAL"))); };
  const auto given = arguments.maybe("id");
  form.text("id", given ? *given : made());
  form.text("session", id);
  form.id("principal", "PRINCIPAL", SubjectKind::MANDATE).id("holder", "HOLDER", SubjectKind::MANDATE);
  form.ids("items", "items", SubjectKind::PROPOSAL).option("instructions", "instructions");
  form.moment("received", "received").may_be_attested(arguments.text("PRINCIPAL"));
}

}  // namespace

void add_proxy_give(cli::Command& parent) {
  auto& command = parent.add("give", "Records that one who sits in a body gives another the power to vote");
  command.describe(
      "The principal signs. Or the secretary does, for a principal without a key at hand: with --attested, which says "
      "how the proxy came in, and --evidence. A proxy rests while its principal is there.");
  command.positional({.name = "PRINCIPAL", .help = "the mandate that gives it", .need = cli::Need::kRequired});
  command.positional({.name = "HOLDER", .help = "the mandate that is to vote", .need = cli::Need::kRequired});
  command.option({.name = "session", .value = "ID", .help = "otherwise: the only one that is called or open"});
  command.option({.name = "items", .value = "ITEM,...", .help = "otherwise: the whole session", .repeated = true});
  command.option({.name = "instructions", .value = "TEXT", .help = "how the holder is to vote"});
  command.option({.name = "received", .value = "TIME", .help = "when it came in; otherwise: now"});
  command.option({.name = "id", .value = "ID", .help = "otherwise: proxy-SESSION-PRINCIPAL"});
  add_act_options(command);
  command.example("jumelage proxy give timbuktu-1 es-semara-1 --key timbuktu", "signed by the one who gives it");
  command.example(
      "jumelage proxy give vijayawada-1 timbuktu-1 --attested \"By letter, read out at the opening\" --evidence "
      "letter.pdf --key secretary",
      "on paper, attested by the secretary");
  command.handler(recording("proxyGranted", fill));
}

}  // namespace jumelage::tools
