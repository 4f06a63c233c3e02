#include <fmt/format.h>

#include <algorithm>

#include "app/act_options.h"
#include "app/lookup.h"
#include "app/tool_error.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// Sessions of a body are numbered without gaps.
std::uint32_t next_number(const Register& reg, Number body) {
  std::uint32_t last = 0;
  for (const Number session : children_of(reg, body, SubjectKind::SESSION))
    last = std::max(last, (*row_of(reg, session)).getSession().getNumber());
  return last + 1;
}

std::vector<std::string> notified(const cli::Arguments& arguments, const Register& reg, Number body) {
  if (!arguments.has("notified-by")) return {};
  auto named = listed(arguments, "notified");
  if (named.empty())
    for (const Number mandate : children_of(reg, body, SubjectKind::MANDATE))
      if ((*row_of(reg, mandate)).getMandate().getStatus() != schema::MandateState::Status::ENDED)
        named.push_back(projection::slug_of(reg, mandate));
  return named;
}

void write_notices(const cli::Arguments& arguments, const std::vector<std::string>& notified, JsonOutput& out) {
  if (notified.empty()) return;
  const std::string at = arguments.maybe("notified-at").value_or(arguments.maybe("decided-at").value_or(local_now()));
  out.list("notices");
  for (const std::string& to : notified)
    out.object().text("to", to).text("at", at).text("by", arguments.text("notified-by")).end();
  out.end();
}

Result<Made> make(const cli::Arguments& arguments, const Register& reg) {
  JUMELAGE_TRY(const Number body, body_or_council(reg, arguments.maybe("body")));
  const auto row = row_of(reg, body);
  const auto state = (*row).getBody();
  const std::string id = projection::slug_of(reg, body);
  const std::uint64_t number = arguments.has("number") ? arguments.number("number") : next_number(reg, body);
  const auto notices = notified(arguments, reg, body);
  const std::string json = act_json(arguments, "sessionConvened", [&](JsonOutput& out) {
    out.text("id", arguments.maybe("ID").value_or(fmt::format("{}-{}", id, number))).text("body", id);
    out.number("number", number).number("call", arguments.number("call"));
    out.optional_text("follows", arguments.maybe("follows").value_or(""));
    out.text("mode", arguments.text("mode")).text("scheduled", arguments.text("scheduled"));
    out.flag("urgent", arguments.has("urgent"));
    out.optional_text("urgencyReason", arguments.maybe("urgent").value_or(""));
    write_notices(arguments, notices, out);
    out.list("agenda");
    for (const std::string& item : listed(arguments, "agenda")) out.item(item);
    out.end().object("ruleSet").text("id", projection::slug_of(reg, state.getRuleSet()));
    out.number("version", state.getRuleSetVersion()).end();
  });
  return Made{json};
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now.reg()); });
}

}  // namespace

void add_session_convene(cli::Command& parent) {
  auto& command = parent.add("convene", "Calls a session");
  command.describe(
      "The session's number, and the rules that it runs under, are those that the body has now. Whether the call went "
      "out early enough is judged by the notices, or else by when the call was made.");
  command.positional({.name = "ID", .help = "an id for ever; otherwise: the body's id and the number, such as cci-4"});
  command.option({.name = "scheduled",
                  .value = "TIME",
                  .help = "when it is to be held, such as 2026-04-16T10:30+01:00[Africa/Casablanca]",
                  .need = cli::Need::kRequired});
  command.option({.name = "body", .value = "ID", .help = "otherwise: the council"});
  command.option({.name = "agenda", .value = "ID,...", .help = "proposals in order", .repeated = true});
  command.option({.name = "mode",
                  .value = "MODE",
                  .help = "how it meets",
                  .fallback = "inPerson",
                  .choices = {"inPerson", "remote", "mixed", "written"}});
  command.option({.name = "number", .value = "N", .help = "otherwise: the next", .range = cli::Range{1, UINT32_MAX}});
  command.option({.name = "call", .value = "N", .help = "which call", .fallback = "1", .range = cli::Range{1, 255}});
  command.option({.name = "follows", .value = "ID", .help = "the session without quorum that a later call repeats"});
  command.option({.name = "urgent", .value = "REASON", .help = "called as urgent, for this reason"});
  command.option({.name = "notified-by",
                  .value = "MEANS",
                  .help = "how the call went out",
                  .choices = {"email", "post", "hand", "registered", "platform"}});
  command.option({.name = "notified",
                  .value = "ID,...",
                  .help = "to whom; otherwise: every mandate of the body",
                  .repeated = true});
  command.option({.name = "notified-at", .value = "TIME", .help = "when; otherwise: now"});
  add_act_options(command);
  command.example(
      "jumelage session convene --scheduled '2026-04-16T10:30+01:00[Africa/Casablanca]' --agenda twinning-charter "
      "--notified-by email --key secretary",
      "the next session of the council");
  command.handler(running(run));
}

}  // namespace jumelage::tools
