#include <fmt/format.h>

#include "app/act_options.h"
#include "app/lookup.h"
#include "app/reference.h"
#include "app/tool_error.h"
#include "base/clock.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// A key of the folder, or its id in full.
Result<std::string> key_id(const std::string& word, const Ui& ui) {
  if (word.size() == 2 * KeyId::kSize && from_hex(word)) return word;
  JUMELAGE_TRY(const NamedKey key, KeyFolder(ui.globals.keys).find(word));
  return to_hex(key.id.view());
}

Result<void> write_since(const ledger::Snapshot& now, const std::string& word, JsonOutput& out) {
  JUMELAGE_TRY(const Referred referred, resolve(now.reg(), now.size(), word));
  if (!referred.entry)
    return Error(
        ToolError::kUsage,
        fmt::format("--compromised-since takes an act, such as '#12', not the subject \"{}\"", for_terminal(word)));
  JUMELAGE_TRY(const event::Entry entry, now.entry(*referred.entry));
  const event::Act& act = entry.sealed.act();
  out.object("compromisedSince").text("id", to_hex(act.id().view()));
  out.text("recordedAt", format_utc(act.reader().getRecordedAt().getUtc())).end();
  return ok();
}

Result<Made> make(const cli::Arguments& arguments, const Ui& ui, const ledger::Snapshot& now) {
  const std::string& reason = arguments.text("reason");
  const auto since = arguments.maybe("compromised-since");
  if (since && reason != "compromised")
    return Error(ToolError::kUsage, "--compromised-since goes with --reason compromised");
  JUMELAGE_TRY(const std::string key, key_id(arguments.text("KEY"), ui));
  JUMELAGE_TRY(find(now.reg(), key, SubjectKind::KEY));
  Result<void> written = ok();
  const std::string json = act_json(arguments, "keyRevoked", [&](JsonOutput& out) {
    out.text("key", key).text("reason", reason);
    if (since) written = write_since(now, *since, out);
    out.optional_text("note", arguments.maybe("note").value_or(""));
  });
  if (!written) return written.error();
  return Made{json};
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, ui, now); });
}

}  // namespace

void add_key_revoke(cli::Command& parent) {
  auto& command = parent.add("revoke", "Ends a key: it may sign no more");
  command.describe(
      "The key's owner signs, with that key or another, or the key administrators do. What the key signed before "
      "stands, "
      "unless it was compromised: then everything from --compromised-since on is disputed. Enrol the key that takes "
      "its "
      "place first: jumelage key enrol.");
  command.positional(
      {.name = "KEY", .help = "a key of the key folder, or its id of 64 digits", .need = cli::Need::kRequired});
  command.option({.name = "reason",
                  .value = "REASON",
                  .help = "why it ends",
                  .need = cli::Need::kRequired,
                  .choices = {"retired", "lost", "compromised", "holderLeft", "superseded"}});
  command.option({.name = "compromised-since",
                  .value = "ACT",
                  .help = "the first act that is disputed: #N, or 8 or more digits of its id; otherwise: none so far"});
  command.option({.name = "note", .value = "TEXT", .help = "more about it"});
  add_act_options(command);
  command.example("jumelage key revoke secretary --reason superseded --key secretary",
                  "the secretary's own key, when another has taken its place");
  command.example(
      "jumelage key revoke expert --reason compromised --compromised-since '#0' --key es-semara-admin --key "
      "timbuktu-admin",
      "somebody else has had it");
  command.handler(running(run));
}

}  // namespace jumelage::tools
