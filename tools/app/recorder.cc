#include "app/recorder.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/draft_file.h"
#include "app/named_signers.h"
#include "app/open_ledger.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "event/seal.h"
#include "ledger/ledger_error.h"
#include "show/draft_sheet.h"
#include "show/recorded.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Keys = std::vector<const crypto::SigningKey*>;

// Those that the act names, and all of them.
Result<Keys> signing_keys(const event::Act& act, const std::vector<crypto::SigningKey>& keys) {
  Keys out;
  for (const auto signer : act.reader().getSigners()) {
    const auto is_signer = [&](const crypto::SigningKey& key) {
      return equal(key.id().view(), bytes_of(signer.getKey()));
    };
    const auto found = std::ranges::find_if(keys, is_signer);
    if (found == keys.end())
      return Error(ToolError::kUsage, fmt::format("the act is to be signed by key {} as well; name it with --key",
                                                  to_hex(bytes_of(signer.getKey()))));
    out.push_back(&*found);
  }
  return out;
}

Error no_reason(std::size_t findings) {
  return {ToolError::kNoReason,
          fmt::format("the rules find {} in this; nothing was recorded. To record it all the same, say why: "
                      "--override-reason \"...\"",
                      counted(findings, "irregularity", "irregularities"))};
}

bool is_recorded(const ledger::Answer& answer) {
  return answer.has_value();
}

// Then its documents stay: whether an act is in the log after all shows at the next opening.
bool is_or_may_be_recorded(const ledger::Answer& answer) {
  return answer.has_value() || ledger::may_be_recorded(answer.error());
}

bool is_left_to_destroy(const ledger::Answer& answer) {
  return answer.has_value() && !answer.value().not_yet_destroyed.empty();
}

// The one that was at fault, rather than those that went with it.
std::optional<Error> first_refusal(const std::vector<ledger::Answer>& answers) {
  std::optional<Error> out;
  for (const ledger::Answer& answer : answers) {
    if (answer) continue;
    if (!answer.error().is(ledger::LedgerError::kRefusedTogether)) return answer.error();
    if (!out) out = answer.error();
  }
  return out;
}

}  // namespace

Result<std::string> ask_reason(std::size_t findings) {
  if (!can_ask()) return no_reason(findings);
  std::string reason = ask("Record it all the same? Then type the reason, or press Enter to stop");
  if (reason.empty()) return no_reason(findings);
  return reason;
}

void add_judging_options(cli::Command& command) {
  add_signing_options(command, cli::Need::kOptional);
  command.option(
      {.name = "override-reason",
       .value = "TEXT",
       .help = "record although the rules find an irregularity, for this reason; it becomes part of the act"});
  command.option({.name = "dry-run", .help = "show what would be recorded and found, and stop before signing"});
}

Result<std::vector<Bytes>> seal_all(const std::vector<Prepared>& acts, const LedgerId& ledger,
                                    const std::vector<crypto::SigningKey>& keys, bool packet) {
  std::vector<Bytes> out;
  if (packet) {
    JUMELAGE_TRY(const Keys signing, signing_keys(acts.front().act, keys));
    std::vector<event::Act> all;
    for (const Prepared& prepared : acts) {
      JUMELAGE_TRY(auto copy, event::Act::parse(prepared.act.bytes()));
      all.push_back(std::move(copy));
    }
    JUMELAGE_TRY(const auto sealed, event::seal_packet(all, ledger, signing));
    for (const auto& act : sealed) out.emplace_back(act.bytes().begin(), act.bytes().end());
    return out;
  }
  for (const Prepared& prepared : acts) {
    JUMELAGE_TRY(const Keys signing, signing_keys(prepared.act, keys));
    JUMELAGE_TRY(const auto sealed, event::seal(prepared.act, ledger, signing));
    out.emplace_back(sealed.bytes().begin(), sealed.bytes().end());
  }
  return out;
}

void add_recording_options(cli::Command& command) {
  add_judging_options(command);
  command.option({.name = "draft",
                  .value = "FILE",
                  .help = "record nothing: write FILE, for the others to sign (jumelage sign) where they are"});
  command.option({.name = "signer",
                  .value = "WHO",
                  .help = "with --draft: who signs elsewhere; an office, a mandate, a member (its administrator), or a "
                          "key of the key folder",
                  .repeated = true});
}

Result<int> append_acts(ledger::Ledger& ledger, const std::vector<Prepared>& acts, std::vector<Bytes> sealed,
                        const std::vector<NewDocument>& documents, const Ui& ui) {
  JUMELAGE_TRY(const auto brought, ledger.bring_documents(contents_of(documents)));
  const auto answers = ledger.append_together(std::move(sealed));
  if (std::ranges::none_of(answers, is_or_may_be_recorded)) {
    static_cast<void>(ledger.take_back(brought));  // if this fails, the next opening does it
  }
  if (std::ranges::any_of(answers, is_recorded)) cli::keep_exit_code();
  print(recorded_result(acts, answers, ui));
  if (const auto refused = first_refusal(answers)) return *refused;
  return std::ranges::any_of(answers, is_left_to_destroy) ? cli::kExitEnvironment : cli::kExitOk;
}

Result<Recorder> Recorder::open(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(auto here, signatories(arguments, ui));
  const bool drafts = arguments.has("draft");
  if (!drafts && arguments.has("signer"))
    return Error(ToolError::kUsage, "--signer is for those who sign elsewhere: it goes with --draft FILE");
  if (here.empty() && !arguments.has("signer")) return Error(ToolError::kUsage, "say who signs: --key NAME");
  JUMELAGE_TRY(auto ledger, drafts ? open_to_read(ui) : open_to_record(arguments, ui));
  Recorder recorder(arguments, ui, std::move(ledger));
  JUMELAGE_TRY(auto snapshot, recorder.ledger_->snapshot());
  recorder.snapshot_ = std::make_unique<ledger::Snapshot>(std::move(snapshot));
  recorder.ledger_id_ = recorder.snapshot_->ledger_id();
  recorder.signers_ = here;
  recorder.here_ = std::move(here);
  if (!drafts) return recorder;
  JUMELAGE_TRY(add_elsewhere(arguments.all("signer"), recorder.reg(), KeyFolder(ui.globals.keys), recorder.signers_));
  return recorder;
}

// With the reason for going on in it, where one is needed.
Result<std::vector<Prepared>> Recorder::prepared(const std::vector<Draft>& drafts,
                                                 const std::vector<NewDocument>& documents) const {
  auto reason = arguments_->maybe("override-reason");
  JUMELAGE_TRY(auto acts, prepare(*snapshot_, drafts, documents, signers_, reason));
  if (!ui_.json()) print(preview(acts, documents, ui_));
  std::size_t findings = 0;
  for (const Prepared& one : acts)
    if (needs_reason(one)) findings += one.findings.size();
  if (findings == 0 || arguments_->flag("dry-run")) return acts;
  JUMELAGE_TRY(reason, ask_reason(findings));
  return prepare(*snapshot_, drafts, documents, signers_, reason);
}

Result<std::vector<Bytes>> Recorder::sealed(const std::vector<Prepared>& acts, bool packet) {
  JUMELAGE_TRY(const auto keys, unlock(*arguments_, ui_, signers_));
  return seal_all(acts, ledger_id_, keys, packet);
}

Result<int> Recorder::record(const std::vector<Draft>& drafts, const std::vector<NewDocument>& documents, bool packet) {
  JUMELAGE_TRY(auto acts, prepared(drafts, documents));
  if (arguments_->flag("dry-run")) {
    print(dry_run_result(acts, documents, ui_));
    return std::ranges::any_of(acts, needs_reason) ? cli::kExitFinding : cli::kExitOk;
  }
  if (arguments_->has("draft")) return write_draft_file(std::move(acts), documents);
  snapshot_.reset();
  JUMELAGE_TRY(auto bytes, sealed(acts, packet));
  return append_acts(*ledger_, acts, std::move(bytes), documents, ui_);
}

Result<int> Recorder::write_draft_file(std::vector<Prepared> acts, const std::vector<NewDocument>& documents) const {
  std::vector<event::Act> bodies;
  for (Prepared& one : acts) bodies.push_back(std::move(one.act));
  JUMELAGE_TRY(DraftFile draft, DraftFile::make(std::move(bodies), documents));
  JUMELAGE_TRY(const auto keys, unlock(*arguments_, ui_, here_));
  for (const crypto::SigningKey& key : keys) {
    JUMELAGE_TRY(draft.sign(key));
  }
  const std::string& file = arguments_->text("draft");
  JUMELAGE_TRY(write_draft(file, draft, IfExists::kRefuse));
  print(draft_result(draft, file, ui_));
  return cli::kExitOk;
}

}  // namespace jumelage::tools
