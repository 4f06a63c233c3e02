#include <fmt/format.h>

#include "app/act_form.h"
#include "app/lookup.h"
#include "app/standing_vote.h"
#include "app/tool_error.h"
#include "commands/commands.h"
#include "event/json.h"
#include "ledger/titles.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using State = schema::ProposalState::Reader;

void write_title(const cli::Arguments& arguments, const ledger::Title& title_of_item, ActForm& form) {
  if (arguments.has("title")) {
    form.titles();
    return;
  }
  JsonOutput title;
  title.list();
  for (const auto text : title_of_item.texts()) title.raw_item(event::struct_to_json(text, {.pretty = false}));
  form.raw("title", title.end().take());
}

std::string outcome_of(const cli::Arguments& arguments, const std::optional<StandingVote>& vote) {
  if (const auto given = arguments.maybe("outcome")) return *given;
  return vote && vote->announced != schema::Outcome::ADOPTED ? "rejected" : "adopted";
}

std::string date_of(const cli::Arguments& arguments, const Register& reg, State item) {
  if (const auto given = arguments.maybe("date")) return *given;
  const Number session = item.getSession();
  const std::uint32_t opened = session == 0 ? 0 : (*row_of(reg, session)).getSession().getOpenedDate();
  return opened == 0 ? local_today() : date_text(opened);
}

Result<Made> make(const cli::Arguments& arguments, const ledger::Snapshot& now) {
  const Register& reg = now.reg();
  const std::string& item_id = arguments.text("ITEM");
  JUMELAGE_TRY(const Number item, find(reg, item_id, SubjectKind::PROPOSAL));
  const auto row = row_of(reg, item);
  const State state = (*row).getProposal();
  const auto vote = standing_vote(reg, item);
  JUMELAGE_TRY(const auto title, ledger::title_of(now, item));
  ActForm form(arguments, reg, "decisionRecorded");
  form.text("id", arguments.maybe("ID").value_or(item_id + "-decision"));
  form.text("body", projection::slug_of(reg, state.getBody())).text("item", item_id);
  if (vote) form.raw("vote", vote->ref);
  write_title(arguments, title, form);
  form.documents("texts", "text", "text");
  form.text("outcome", outcome_of(arguments, vote)).text("date", date_of(arguments, reg, state));
  form.texts("conditions", "condition").clearances("clearances", "clearance");
  for (const char* list : {"amends", "repeals", "implements"}) form.ids(list, list, SubjectKind::DECISION);
  return form.made();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now); });
}

}  // namespace

void add_decision_record(cli::Command& parent) {
  auto& command = parent.add("record", "Records the decision on an item, which gives it its number");
  command.describe(
      "The decision rests on the vote that stands on the item. An adopted one gets its definitive number, such as "
      "CCI-2026-007, when the log orders it. The title is the proposal's, the date that of the session.");
  command.positional({.name = "ITEM", .help = "the proposal decided on", .need = cli::Need::kRequired});
  command.positional({.name = "ID", .help = "an id for ever; otherwise: the item's id with -decision"});
  command.option({.name = "outcome",
                  .value = "OUTCOME",
                  .help = "as announced; otherwise: as the vote was",
                  .choices = {"adopted", "rejected"}});
  command.option({.name = "date", .value = "DATE", .help = "otherwise: the day the session opened"});
  add_title_options(command, cli::Need::kOptional);
  for (const char* list : {"amends", "repeals", "implements"})
    command.option({.name = list,
                    .value = "DECISION,...",
                    .help = fmt::format("decisions that this one {}", list),
                    .repeated = true});
  command.option({.name = "text", .value = "FILE", .help = "what was decided; or LANG=FILE", .repeated = true});
  add_text_option(command, "condition", "what must come about before it takes effect");
  command.option({.name = "clearance",
                  .value = "[PARTY=]STEP",
                  .help = "what must be obtained elsewhere, such as prefect:transmission:execution:Prefect; as in "
                          "jumelage agreement draft --help",
                  .repeated = true});
  add_act_options(command);
  command.example("jumelage decision record twinning-charter --key es-semara --key secretary",
                  "the decision, as the vote on it went");
  command.handler(running(run));
}

}  // namespace jumelage::tools
