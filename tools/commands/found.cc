#include <fmt/format.h>

#include <iostream>

#include "app/founding.h"
#include "app/json_output.h"
#include "app/json_scan.h"
#include "app/recorder.h"
#include "app/references.h"
#include "app/tool_error.h"
#include "app/ui.h"
#include "base/files.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"
#include "commands/found_example.h"
#include "event/identity.h"
#include "event/limits.h"
#include "event/schema_digest.h"
#include "show/recorded.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<Resolved> read_payload(const std::filesystem::path& file, const Ui& ui) {
  JUMELAGE_TRY(const Bytes bytes, read_file(file, event::kMaxJsonBytes));
  JUMELAGE_TRY(auto resolved, resolve_references(as_text(bytes), KeyFolder(ui.globals.keys), file.parent_path()));
  if (!has_member(resolved.json, "schemaDigest"))
    resolved.json = with_member(resolved.json, "schemaDigest", "\"" + to_hex(event::schema_digest().view()) + "\"");
  return resolved;
}

Result<Prepared> prepared(const Resolved& payload, const std::vector<Signatory>& founders,
                          const std::vector<Signatory>& holders, const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(auto founding, prepare_founding(payload.json, ui.globals.ledger, payload.documents, founders, holders,
                                               arguments.maybe("override-reason")));
  std::vector<Prepared> one;
  one.push_back(std::move(founding));
  if (!ui.json()) print(preview(one, payload.documents, ui));
  if (!needs_reason(one.front()) || arguments.flag("dry-run")) return std::move(one.front());
  JUMELAGE_TRY(auto reason, ask_reason(one.front().findings.size()));
  return prepare_founding(payload.json, ui.globals.ledger, payload.documents, founders, holders, std::move(reason));
}

std::string founded_text(const ledger::Recorded& recorded, const LedgerId& id, const Ui& ui) {
  if (ui.json()) {
    JsonOutput out;
    out.object().text("ledger", to_hex(id.view())).text("folder", ui.globals.ledger.string());
    return out.text("act", to_hex(recorded.id.view())).end().take();
  }
  return fmt::format(
      "{} The ledger is in {}. Its id is\n\n  {}\n\nWrite it down, on paper too, and give it to every member: it is "
      "how "
      "anybody recognises this very ledger.\n\nGo on with:  jumelage member list   jumelage show ledger   jumelage "
      "session "
      "convene --help\n",
      ui.tone("Founded.", cli::Tone::kGood), for_terminal(ui.globals.ledger.string()),
      ui.tone(to_hex(id.view()), cli::Tone::kHeading));
}

Result<int> found(const cli::Arguments& arguments, const Ui& ui, const std::string& file) {
  JUMELAGE_TRY(auto signers, signatories(arguments, ui));
  JUMELAGE_TRY(const Resolved payload, read_payload(file, ui));
  JUMELAGE_TRY(const auto holders, key_holders(payload.json, signers, KeyFolder(ui.globals.keys)));
  JUMELAGE_TRY(auto founding, prepared(payload, signers, holders, arguments, ui));
  std::vector<Prepared> acts;
  acts.push_back(std::move(founding));
  if (arguments.flag("dry-run")) {
    print(dry_run_result(acts, payload.documents, ui));
    return needs_reason(acts.front()) ? cli::kExitFinding : cli::kExitOk;
  }
  signers.insert(signers.end(), holders.begin(), holders.end());
  JUMELAGE_TRY(const auto keys, unlock(arguments, ui, signers));
  const LedgerId id = event::ledger_id_of(acts.front().act.bytes());
  JUMELAGE_TRY(auto sealed, seal_all(acts, id, keys, false));
  JUMELAGE_TRY(const auto recorded, found_ledger(ui.globals.ledger, payload.documents, std::move(sealed.front())));
  cli::keep_exit_code();
  print(founded_text(recorded, id, ui));
  return cli::kExitOk;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  if (arguments.flag("example")) {
    print(founding_example());
    return cli::kExitOk;
  }
  const auto file = arguments.maybe("CLUB.json");
  if (!file)
    return Error(ToolError::kUsage,
                 "say which file describes the club; make one to start from: jumelage found "
                 "--example > club.json");
  if (!arguments.has("key"))
    return Error(ToolError::kUsage, "every founding member signs: name a key of each, --key NAME --key NAME");
  auto outcome = found(arguments, ui, *file);
  const bool about_the_file =
      !outcome && (outcome.error().code().starts_with("event.") || outcome.error().is(ToolError::kBadReference));
  if (about_the_file) return outcome.error().within(for_terminal(*file));
  return outcome;
}

}  // namespace

void add_found(cli::Command& parent) {
  auto& command = parent.add("found", "Founds a club: makes a new ledger with its first act in it");
  command.describe(
      "The file says what the club begins with: its name, rules, council, members, mandates, offices and keys. Every "
      "founding member signs, and so does every other key that the file enrols, to show that it is held. When anything "
      "is "
      "wrong, nothing is left behind.\n\nIn the file, \"@key:NAME\" stands for "
      "the id of a key of the key folder, \"@personal:TEXT\" for a personal document with that text, \"@file:PATH\" "
      "for a "
      "document.");
  command.positional({.name = "CLUB.json", .help = "the founding act's matter, as JSON"});
  command.option({.name = "example", .help = "print a complete example for three cities, to be edited"});
  add_judging_options(command);
  command.example("jumelage found --example > club.json", "a file to start from");
  command.example("jumelage found club.json --key es-semara --key timbuktu --key vijayawada",
                  "found the club in ./ledger");
  command.handler(running(run));
}

}  // namespace jumelage::tools
