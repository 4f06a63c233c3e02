#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include "app/act_options.h"
#include "app/correction_effect.h"
#include "app/json_fields.h"
#include "app/reference.h"
#include "app/tool_error.h"
#include "base/clock.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"
#include "event/json.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

struct Change {
  std::string path;
  std::optional<std::string> value;  // as it was typed; none: to be taken out
};

Result<std::vector<Change>> changes_of(const cli::Arguments& arguments) {
  std::vector<Change> out;
  for (const std::string& word : arguments.all("set")) {
    JUMELAGE_TRY(auto pair, pair_of("set", word));
    out.push_back({std::move(pair.first), std::move(pair.second)});
  }
  for (const std::string& path : arguments.all("remove")) out.push_back({path, std::nullopt});
  if (out.empty()) return Error(ToolError::kUsage, "say what is to be put right: --set FIELD=VALUE, or --remove FIELD");
  return out;
}

void write_changes(const std::vector<Change>& changes, const rapidjson::Document& act, JsonOutput& out) {
  out.list("corrections");
  for (const Change& change : changes) {
    const std::string pointer = pointer_of(change.path);
    const rapidjson::Value* was = rapidjson::Pointer(pointer.data(), pointer.size()).Get(act);
    out.object().text("field", change.path);
    if (was != nullptr) out.text("was", json_of(*was));
    if (change.value) out.text("is", value_of(*change.value, was));
    out.end();
  }
  out.end();
}

// What would be signed, beside the JSON that --print-act prints. What follows from it the rules say once it is judged.
void note_changes(const std::string& json, const event::Act& stands) {
  auto draft = event::act_from_json(json);
  if (!draft) return;  // whoever records it is told
  for (const FieldChange& change : field_changes(draft.value().root().asReader().getRecordCorrected(), stands))
    note(for_terminal(one_line(change_text(change))) + "\n");
}

Result<Made> make(const cli::Arguments& arguments, const ledger::Snapshot& now) {
  const std::string& word = arguments.text("ACT");
  JUMELAGE_TRY(const auto changes, changes_of(arguments));
  JUMELAGE_TRY(const Referred referred, resolve(now.reg(), now.size(), word));
  if (!referred.entry)
    return Error(ToolError::kUsage,
                 fmt::format("a correction is of one act, such as '#12', not of the subject \"{}\"; its acts: jumelage "
                             "show {}",
                             for_terminal(word), for_terminal(word)));
  JUMELAGE_TRY(const event::Entry target, now.entry(*referred.entry));
  JUMELAGE_TRY(const event::Act stands, as_it_stands(now.reg(), now.history(), referred.entry->value));
  rapidjson::Document act;
  act.Parse(event::act_to_json(stands).c_str());
  Made made;
  JsonOutput evidence;
  evidence.list();
  for (const std::string& file : arguments.all("shown-by")) {
    JUMELAGE_TRY(auto described, document_from_file(file, {{"role", "evidence"}, {"visibility", "members"}}));
    evidence.raw_item(described.json);
    made.documents.push_back(std::move(described.document));
  }
  const std::string shown_by = evidence.end().take();
  made.json = act_json(arguments, "recordCorrected", [&](JsonOutput& out) {
    const event::Act& of = target.sealed.act();
    out.object("target").text("id", to_hex(of.id().view()));
    out.text("recordedAt", format_utc(of.reader().getRecordedAt().getUtc())).end();
    write_changes(changes, act, out);
    out.text("why", arguments.text("why")).raw("evidence", shown_by);
  });
  if (arguments.flag("print-act")) note_changes(made.json, stands);
  return made;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now); });
}

}  // namespace

void add_correct(cli::Command& parent) {
  auto& command = parent.add("correct", "Puts right what the record got wrong about a fact");
  command.describe(
      "A ballot, who was there, a text: the act stays in the log, and the correction stands beside it. Votes and "
      "elections that rest on it are counted again, and what no longer follows from them is marked. It never annuls "
      "what happened; and without evidence it is recorded, but changes nothing.\n\n"
      "FIELD is the field's path in the act's JSON form, as jumelage show ACT prints it; items of lists are counted "
      "from 0. What the record says there now is filled in.");
  command.positional({.name = "ACT", .help = "#N, or 8 or more digits of the act's id", .need = cli::Need::kRequired});
  command.option(
      {.name = "set", .value = "FIELD=VALUE", .help = "what a field should say: a text, or JSON", .repeated = true});
  command.option({.name = "remove", .value = "FIELD", .help = "a field that should not be there", .repeated = true});
  command.option({.name = "why",
                  .value = "TEXT",
                  .help = "how the mistake came about and was found",
                  .need = cli::Need::kRequired});
  command.option({.name = "shown-by",
                  .value = "FILE",
                  .help = "a document that shows how it was, such as the signed minutes",
                  .repeated = true});
  add_act_options(command);
  command.example(
      "jumelage correct '#5' --set voteRecorded.ballots[1].choice=against --why \"misheard; see the recording\" "
      "--shown-by minutes.pdf --key chair --key secretary",
      "a ballot");
  command.example(
      "jumelage correct '#5' --set voteRecorded.ballots[1].choice=against --why \"misheard\" --shown-by minutes.pdf "
      "--key chair --key secretary --dry-run",
      "first see what would be found");
  command.handler(running(run));
}

}  // namespace jumelage::tools
