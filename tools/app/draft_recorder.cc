#include "app/draft_recorder.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/founding.h"
#include "app/open_ledger.h"
#include "app/recorder.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "base/text.h"
#include "ledger/ledger_error.h"
#include "show/act_words.h"
#include "show/recorded.h"
#include "show/words.h"
#include "store/store_error.h"

namespace jumelage::tools {
namespace {

bool is_no_ledger(const Error& error) {
  return error.is(ledger::LedgerError::kEmpty) || error.is(store::StoreError::kNoLedger);
}

Result<void> accept_findings(const std::vector<Prepared>& acts, const cli::Arguments& arguments) {
  std::size_t findings = 0;
  for (const Prepared& one : acts)
    if (needs_reason(one)) findings += one.findings.size();
  if (findings == 0 || arguments.flag("accept-findings")) return ok();
  const std::string found = counted(findings, "irregularity", "irregularities");
  if (can_ask() && ask(fmt::format("The rules find {} that the draft gives no reason for. Record it all the same? Then "
                                   "type yes",
                                   found)) == "yes")
    return ok();
  return Error(ToolError::kNoReason,
               fmt::format("the rules find {} that the draft gives no reason for; nothing was recorded. Draft it anew "
                           "with --override-reason, or record it as it was signed: --accept-findings",
                           found));
}

// What must not be changed any more, because it was signed.
Result<void> check_options(const cli::Arguments& arguments) {
  for (const char* option : {"override-reason", "draft", "signer", "packet"})
    if (arguments.has(option))
      return Error(ToolError::kUsage,
                   fmt::format("--{} does not go with a draft file: what was signed stays as it is", option));
  return ok();
}

// Such a draft is judged by itself, whatever ledger is at hand.
bool founds(const DraftFile& draft) {
  return draft.acts().size() == 1 && draft.acts().front().kind() == event::Kind::LEDGER_CONSTITUTED;
}

Result<std::vector<Prepared>> judge_founding_draft(const DraftFile& draft, const Ui& ui) {
  JUMELAGE_TRY(auto act, event::Act::parse(draft.acts().front().bytes()));
  JUMELAGE_TRY(auto founding, judge_founding(std::move(act), ui.globals.ledger, draft.documents()));
  std::vector<Prepared> one;
  one.push_back(std::move(founding));
  return one;
}

// Shown, accepted and signed by --key: what the ledger takes. Nothing after a dry run.
Result<std::optional<std::vector<Bytes>>> complete(DraftFile& draft, const std::vector<Prepared>& acts,
                                                   const cli::Arguments& arguments, const Ui& ui) {
  using Nothing = std::optional<std::vector<Bytes>>;
  if (!ui.json()) print(preview(acts, draft.documents(), ui));
  if (arguments.flag("dry-run")) {
    print(dry_run_result(acts, draft.documents(), ui));
    return Nothing();
  }
  JUMELAGE_TRY(accept_findings(acts, arguments));
  JUMELAGE_TRY(sign_draft(draft, arguments, ui));
  if (!draft.is_complete())
    return Error(ToolError::kNotSigned, fmt::format("nothing was recorded: the draft has still to be signed by {}",
                                                    for_terminal(missing_text(draft))));
  JUMELAGE_TRY(auto sealed, draft.sealed());
  return Nothing(std::move(sealed));
}

int dry_run_exit(const std::vector<Prepared>& acts) {
  return std::ranges::any_of(acts, needs_reason) ? cli::kExitFinding : cli::kExitOk;
}

Result<int> found_by_draft(DraftFile& draft, const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto acts, judge_founding_draft(draft, ui));
  JUMELAGE_TRY(auto sealed, complete(draft, acts, arguments, ui));
  if (!sealed) return dry_run_exit(acts);
  JUMELAGE_TRY(const auto recorded, found_ledger(ui.globals.ledger, draft.documents(), std::move(sealed->front())));
  cli::keep_exit_code();
  print(founded_result(recorded, draft.ledger(), ui));
  return cli::kExitOk;
}

}  // namespace

void add_join_option(cli::Command& command) {
  command.option({.name = "join",
                  .value = "FILE",
                  .help = "take in the signatures of another copy of the same draft",
                  .repeated = true});
}

Result<DraftFile> read_and_join(const cli::Arguments& arguments, const std::string& file) {
  JUMELAGE_TRY(DraftFile draft, read_draft(file));
  for (const std::string& other : arguments.all("join")) {
    JUMELAGE_TRY(const DraftFile copy, read_draft(other));
    const auto joined = draft.join(copy);
    if (!joined) return joined.error().within(for_terminal(other));
  }
  return draft;
}

Result<RulesSay> ask_rules(const DraftFile& draft, const Ui& ui) {
  RulesSay out;
  if (founds(draft)) {
    auto founding = judge_founding_draft(draft, ui);
    if (!founding) return RulesSay{{}, founding.error()};
    out.judged = std::move(founding).value();
    return out;
  }
  auto ledger = open_to_read(ui);
  if (!ledger) return is_no_ledger(ledger.error()) ? Result<RulesSay>(RulesSay{}) : ledger.error();
  JUMELAGE_TRY(const auto snapshot, ledger.value()->snapshot());
  auto judged = judge_acts(snapshot, draft.acts(), draft.documents());
  if (judged) {
    out.judged = std::move(judged).value();
  } else {
    out.refused = judged.error();
  }
  return out;
}

Result<void> sign_draft(DraftFile& draft, const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto signers, signatories(arguments, ui));
  const auto expected = draft.signers();
  for (const Signatory& signer : signers)
    if (!std::ranges::binary_search(expected, signer.key.id))
      return Error(ToolError::kBadDraft,
                   fmt::format("the key \"{}\" is not among those that are to sign this; they are: {}", signer.key.name,
                               for_terminal(signers_text(draft.acts()[0].reader()))));
  JUMELAGE_TRY(const auto keys, unlock(arguments, ui, signers));
  for (const crypto::SigningKey& key : keys) {
    JUMELAGE_TRY(draft.sign(key));
  }
  return ok();
}

Result<int> record_draft(const cli::Arguments& arguments, const Ui& ui, const std::string& file) {
  JUMELAGE_TRY(check_options(arguments));
  JUMELAGE_TRY(DraftFile draft, read_and_join(arguments, file));
  if (founds(draft)) return found_by_draft(draft, arguments, ui);
  JUMELAGE_TRY(const auto ledger, open_to_record(arguments, ui));
  std::vector<Prepared> acts;
  {
    JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
    JUMELAGE_TRY(acts, judge_acts(snapshot, draft.acts(), draft.documents()));
  }
  JUMELAGE_TRY(auto sealed, complete(draft, acts, arguments, ui));
  if (!sealed) return dry_run_exit(acts);
  return append_acts(*ledger, acts, std::move(*sealed), draft.documents(), ui);
}

}  // namespace jumelage::tools
