#include <fmt/format.h>

#include <iostream>

#include "app/byte_order_mark.h"
#include "app/draft_file.h"
#include "app/founding.h"
#include "app/json_scan.h"
#include "app/named_signers.h"
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
#include "governance/memory_register.h"
#include "show/draft_sheet.h"
#include "show/recorded.h"

namespace jumelage::tools {
namespace {

Result<Resolved> read_payload(const std::filesystem::path& file, const Ui& ui) {
  JUMELAGE_TRY(const Bytes bytes, read_file(file, event::kMaxJsonBytes));
  JUMELAGE_TRY(auto resolved,
               resolve_references(without_mark(as_text(bytes)), KeyFolder(ui.globals.keys), file.parent_path()));
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

// Signed by --key here; who else signs does so where they are.
Result<int> write_founding_draft(Prepared founding, const std::vector<NewDocument>& documents,
                                 const std::vector<Signatory>& here, const cli::Arguments& arguments, const Ui& ui) {
  std::vector<event::Act> acts;
  acts.push_back(std::move(founding.act));
  JUMELAGE_TRY(DraftFile draft, DraftFile::make(std::move(acts), documents));
  JUMELAGE_TRY(const auto keys, unlock(arguments, ui, here));
  for (const crypto::SigningKey& key : keys) {
    JUMELAGE_TRY(draft.sign(key));
  }
  const std::string& file = arguments.text("draft");
  JUMELAGE_TRY(write_draft(file, draft, IfExists::kRefuse));
  print(draft_result(draft, file, ui));
  return cli::kExitOk;
}

// Those who sign as founders: of --key, and of --signer where they sign elsewhere.
Result<std::vector<Signatory>> founders_of(const cli::Arguments& arguments, const std::vector<Signatory>& here,
                                           const Ui& ui) {
  std::vector<Signatory> founders = here;
  JUMELAGE_TRY(
      add_elsewhere(arguments.all("signer"), governance::MemoryRegister(), KeyFolder(ui.globals.keys), founders));
  return founders;
}

Result<int> found(const cli::Arguments& arguments, const Ui& ui, const std::string& file) {
  const bool drafts = arguments.has("draft");
  JUMELAGE_TRY(auto signers, signatories(arguments, ui));
  JUMELAGE_TRY(const auto founders, founders_of(arguments, signers, ui));
  JUMELAGE_TRY(const Resolved payload, read_payload(file, ui));
  JUMELAGE_TRY(const auto holders, key_holders(payload.json, founders, KeyFolder(ui.globals.keys),
                                               drafts ? AbsentKeys::kSignElsewhere : AbsentKeys::kRefuse));
  JUMELAGE_TRY(auto founding, prepared(payload, founders, holders, arguments, ui));
  std::vector<Prepared> acts;
  acts.push_back(std::move(founding));
  if (arguments.flag("dry-run")) {
    print(dry_run_result(acts, payload.documents, ui));
    return needs_reason(acts.front()) ? cli::kExitFinding : cli::kExitOk;
  }
  if (drafts) return write_founding_draft(std::move(acts.front()), payload.documents, signers, arguments, ui);
  signers.insert(signers.end(), holders.begin(), holders.end());
  JUMELAGE_TRY(const auto keys, unlock(arguments, ui, signers));
  const LedgerId id = event::ledger_id_of(acts.front().act.bytes());
  JUMELAGE_TRY(auto sealed, seal_all(acts, id, keys, false));
  JUMELAGE_TRY(const auto recorded, found_ledger(ui.globals.ledger, payload.documents, std::move(sealed.front())));
  cli::keep_exit_code();
  print(founded_result(recorded, id, ui));
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
  if (arguments.has("signer") && !arguments.has("draft"))
    return Error(ToolError::kUsage, "--signer is for those who sign elsewhere: it goes with --draft FILE");
  if (!arguments.has("key") && !arguments.has("signer"))
    return Error(ToolError::kUsage,
                 "every founding member signs: name a key of each, --key NAME --key NAME; or, for those who sign "
                 "elsewhere, --draft FILE --signer NAME");
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
  command.option({.name = "draft",
                  .value = "FILE",
                  .help = "found nothing: write FILE, for the others to sign (jumelage sign) where they are"});
  command.option({.name = "signer",
                  .value = "NAME",
                  .help = "with --draft: a founder who signs elsewhere; a key whose NAME.pub is in the key folder",
                  .repeated = true});
  command.example("jumelage found --example > club.json", "a file to start from");
  command.example("jumelage found club.json --key es-semara --key timbuktu --key vijayawada",
                  "found the club in ./ledger");
  command.example(
      "jumelage found club.json --draft club.draft --key es-semara --signer timbuktu --signer vijayawada",
      "founders in different places: each signs the draft (jumelage sign), then: jumelage record club.draft");
  command.handler(running(run));
}

}  // namespace jumelage::tools
