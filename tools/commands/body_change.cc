// A council, a committee, or a body for an imported register: established, changed, dissolved.
#include <charconv>

#include <fmt/format.h>

#include "app/act_form.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "commands/commands.h"
#include "event/json.h"

namespace jumelage::tools {
namespace {

using State = schema::BodyState::Reader;

// "cities=9" or "cities=9*2": nine seats, of two votes each.
Result<std::string> seat_json(const std::string& word) {
  JUMELAGE_TRY(const auto pair, pair_of("seats", word));
  const std::size_t star = pair.second.find('*');
  const std::string count = pair.second.substr(0, star);
  const std::string weight = star == std::string::npos ? "1" : pair.second.substr(star + 1);
  for (const std::string& number : {count, weight})
    if (number.empty() || number.size() > 5 || number.find_first_not_of("0123456789") != std::string::npos)
      return Error(ToolError::kUsage,
                   fmt::format("--seats {}: write COLLEGE=SEATS, or COLLEGE=SEATS*VOTES", for_terminal(word)));
  JsonOutput out;
  out.object().text("college", pair.first).raw("count", std::to_string(std::stoul(count)));
  return out.raw("weight", std::to_string(std::stoul(weight))).end().take();
}

void write_seats(const cli::Arguments& arguments, ActForm& form) {
  std::vector<std::string> seats;
  for (const std::string& word : listed(arguments, "seats")) {
    auto json = seat_json(word);
    if (!json) form.fail(json.error());
    if (json) seats.push_back(std::move(json).value());
  }
  form.raw("seats", fmt::format("[{}]", fmt::join(seats, ", ")));
}

template <class List>
std::string list_json(List list) {
  JsonOutput out;
  out.list();
  for (const auto item : list) out.raw_item(event::struct_to_json(item, {.pretty = false}));
  return out.end().take();
}

// The newest version of the rule set: the one asked for, or the body's own.
void write_rules(const cli::Arguments& arguments, ActForm& form, Number body) {
  const Register& reg = form.reg();
  const auto id = arguments.maybe("rules");
  const auto found =
      id ? find(reg, *id, SubjectKind::RULE_SET) : Result<Number>((*row_of(reg, body)).getBody().getRuleSet());
  if (!found) {
    form.fail(found.error());
    return;
  }
  const auto row = row_of(reg, found.value());
  form.object("ruleSet").text("id", projection::slug_of(reg, found.value()));
  form.number("version", (*row).getRuleSet().getVersion()).end();
}

void establish(const cli::Arguments& arguments, ActForm& form) {
  const auto parent = body_or_council(form.reg(), arguments.maybe("parent"));
  if (!parent) {
    form.fail(parent.error());
    return;
  }
  const std::string kind = arguments.text("kind");
  form.option("id", "ID").names("names", "name").text("kind", kind);
  if (kind != "council") form.text("parent", projection::slug_of(form.reg(), parent.value()));
  write_seats(arguments, form);
  write_rules(arguments, form, parent.value());
  form.object("numbering").option("series", "series").text("source", kind == "imported" ? "origin" : "ledger").end();
}

// It states the whole of what it may change: what no option says stays as it was.
void change(const cli::Arguments& arguments, ActForm& form) {
  const auto body = find(form.reg(), arguments.text("BODY"), SubjectKind::BODY);
  if (!body) {
    form.fail(body.error());
    return;
  }
  const auto row = row_of(form.reg(), body.value());
  const State state = (*row).getBody();
  form.option("id", "BODY");
  if (arguments.has("name")) form.names("names", "name");
  if (!arguments.has("name")) form.raw("names", list_json(state.getNames()));
  if (arguments.has("seats")) write_seats(arguments, form);
  if (!arguments.has("seats")) form.raw("seats", list_json(state.getSeats()));
  if (arguments.has("rules")) write_rules(arguments, form, body.value());
  if (!arguments.has("rules"))
    form.object("ruleSet")
        .text("id", projection::slug_of(form.reg(), state.getRuleSet()))
        .number("version", state.getRuleSetVersion())
        .end();
  form.flag("dissolved", arguments.flag("dissolve")).id("decision", "decision", SubjectKind::DECISION);
}

void add_common_options(cli::Command& command, cli::Need need) {
  command.option({.name = "name",
                  .value = "LANG=NAME",
                  .help = "what it is called, once for each language",
                  .need = need,
                  .repeated = true});
  command.option({.name = "seats",
                  .value = "COLLEGE=N,...",
                  .help = "how many seats each college has, such as cities=9; cities=9*2: of two votes each",
                  .repeated = true});
}

}  // namespace

void add_body_establish(cli::Command& parent) {
  auto& command = parent.add("establish", "Creates a committee, a council, or a body for an imported register");
  command.positional({.name = "ID", .help = "an id for ever, such as water-committee", .need = cli::Need::kRequired});
  add_common_options(command, cli::Need::kRequired);
  command.option({.name = "kind",
                  .value = "KIND",
                  .help = "what it is",
                  .fallback = "committee",
                  .choices = {"council", "committee", "imported"}});
  command.option({.name = "series",
                  .value = "TEXT",
                  .help = "what stands before the year in its decisions' numbers, such as EAU",
                  .need = cli::Need::kRequired});
  command.option({.name = "parent", .value = "ID", .help = "the body that it belongs to; otherwise: the council"});
  command.option({.name = "rules", .value = "ID", .help = "the rule set that it runs under; otherwise: its parent's"});
  add_act_options(command);
  command.example(
      "jumelage body establish water-committee --name fr=\"Commission de l'eau\" --seats cities=3 --series EAU --key "
      "es-semara --key secretary",
      "a committee of the council");
  command.handler(recording("bodyEstablished", establish));
}

void add_body_change(cli::Command& parent) {
  auto& command = parent.add("change", "Changes a body's names, seats or rules, or dissolves it");
  command.describe("What is not said stays as it was. A list that is given is the whole new one.");
  command.positional({.name = "BODY", .help = "the body's id", .need = cli::Need::kRequired});
  add_common_options(command, cli::Need::kOptional);
  command.option(
      {.name = "rules", .value = "ID", .help = "its sessions run under the newest version of this rule set"});
  command.option({.name = "dissolve", .help = "it ceases to be"});
  command.option({.name = "decision", .value = "ID", .help = "the adopted decision that this carries out"});
  add_act_options(command);
  command.example(
      "jumelage body change cci --seats cities=12,partners=2,experts=2 --decision more-seats-decision --key es-semara "
      "--key "
      "secretary",
      "more seats for cities");
  command.handler(recording("bodyChanged", change));
}

}  // namespace jumelage::tools
