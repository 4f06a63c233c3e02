// A new key in the place of an old one: enrolled and revoked together, so that the holder is never without a key and
// never with two.
#include <fmt/format.h>

#include "app/act_options.h"
#include "app/lookup.h"
#include "app/open_ledger.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;

// A key of the folder, or its id in full: the folder of who rotates it need not have the old one.
Result<std::string> key_id(const std::string& word, const KeyFolder& folder) {
  if (word.size() == 2 * KeyId::kSize && from_hex(word)) return word;
  JUMELAGE_TRY(const NamedKey key, folder.find(word));
  return to_hex(key.id.view());
}

// As the schema spells it.
Result<std::string> purpose_name(const std::string& key, Purpose purpose) {
  switch (purpose) {
    case Purpose::DAILY: return std::string("daily");
    case Purpose::SPARE: return std::string("spare");
    case Purpose::RECOVERY: return std::string("recovery");
    case Purpose::ADMINISTRATION: return std::string("administration");
    case Purpose::PUBLIC_WITNESS: return std::string("publicWitness");
    case Purpose::NODE_TLS: return std::string("nodeTls");
    case Purpose::WITNESS:
    case Purpose::LOG: break;
  }
  return Error(ToolError::kUsage,
               fmt::format("\"{}\" is a witness's key or the log's: who witnesses changes by an act witnessSetChanged, "
                           "who orders the log by primaryHandedOver (jumelage schema KIND)",
                           for_terminal(key)));
}

// Both acts; the one who enrols comes first, so that the second may be signed with the new key.
Result<std::vector<Draft>> acts(const cli::Arguments& arguments, const Ui& ui, const Register& reg) {
  const KeyFolder folder(ui.globals.keys);
  JUMELAGE_TRY(const std::string old, key_id(arguments.text("OLD"), folder));
  JUMELAGE_TRY(const NamedKey key, folder.find(arguments.text("NEW")));
  JUMELAGE_TRY(const Number number, find(reg, old, SubjectKind::KEY));
  const auto row = row_of(reg, number);
  const auto state = (*row).getKey();
  if (state.getRevokedAt() != governance::kNever)
    return Error(ToolError::kUsage,
                 fmt::format("\"{}\" was revoked already; enrol the new key alone: jumelage key enrol",
                             for_terminal(arguments.text("OLD"))));
  JUMELAGE_TRY(const std::string purpose, purpose_name(arguments.text("OLD"), state.getPurpose()));
  const std::string enrolled = act_json(arguments, "keyEnrolled", [&](JsonOutput& out) {
    out.text("key", to_hex(key.id.view())).text("purpose", purpose);
    out.text("holder", projection::slug_of(reg, state.getHolder())).text("custody", arguments.text("custody"));
    out.optional_text("note", arguments.maybe("note").value_or(""));
  });
  const std::string revoked = act_json(
      arguments, "keyRevoked", [&](JsonOutput& out) { out.text("key", old).text("reason", arguments.text("reason")); });
  return std::vector<Draft>{{enrolled, "the new key"}, {revoked, "the old key"}};
}

Result<int> print_acts(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  JUMELAGE_TRY(const auto drafts, acts(arguments, ui, snapshot.reg()));
  JsonOutput out;
  out.list();
  for (const Draft& draft : drafts) out.raw_item(draft.json);
  print(out.end().take());
  return cli::kExitOk;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  if (arguments.flag("print-act")) return print_acts(arguments, ui);
  JUMELAGE_TRY(auto recorder, Recorder::open(arguments, ui));
  JUMELAGE_TRY(const auto drafts, acts(arguments, ui, recorder.reg()));
  return recorder.record(drafts, {}, true);
}

}  // namespace

void add_key_rotate(cli::Command& parent) {
  auto& command = parent.add("rotate", "Enrols a new key and revokes the one whose place it takes, together");
  command.describe(
      "The new key is for the same holder and purpose. The key administrators' quorum signs, and the new key itself, "
      "with one signature each: both acts are recorded, or neither. What the old key signed stands. A key that "
      "somebody else may have had is not rotated: enrol its successor, and revoke it with --reason compromised.");
  command.positional(
      {.name = "OLD", .help = "a key of the key folder, or its id of 64 digits", .need = cli::Need::kRequired});
  command.positional(
      {.name = "NEW", .help = "the key in the key folder; its file NEW.pub is enough", .need = cli::Need::kRequired});
  command.option({.name = "reason",
                  .value = "REASON",
                  .help = "why the old key ends",
                  .fallback = "superseded",
                  .choices = {"superseded", "retired", "lost"}});
  command.option({.name = "custody",
                  .value = "HOW",
                  .help = "how the new key's private part is kept",
                  .fallback = "encryptedFile",
                  .choices = {"encryptedFile", "hardware", "printed", "host"}});
  command.option({.name = "note", .value = "TEXT", .help = "more about the new key"});
  add_act_options(command);
  command.example(
      "jumelage key rotate secretary secretary-2027 --key es-semara-admin --key timbuktu-admin --key secretary-2027",
      "the secretary's new key, by two administrators");
  command.example(
      "jumelage key rotate expert expert-2027 --draft expert.draft --signer es-semara --signer timbuktu --signer "
      "expert-2027",
      "everybody signs where they are");
  command.handler(running(run));
}

}  // namespace jumelage::tools
