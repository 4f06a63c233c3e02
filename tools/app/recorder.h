// The way of an act from a person's hands into the log, the same for every command: complete it, judge it, show what
// it says and what the rules find, ask for a reason where something is irregular, sign, record, report.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/new_document.h"
#include "app/prepare.h"
#include "app/signing.h"
#include "app/ui.h"
#include "base/result.h"
#include "ledger/ledger.h"

namespace jumelage::tools {

// The options of signing, --override-reason and --dry-run.
void add_judging_options(cli::Command& command);
// The same, and --draft and --signer: of every command that records through a Recorder.
void add_recording_options(cli::Command& command);

// The reason for going on where acts need one: asked for, or ToolError::kNoReason. `findings`: how many.
Result<std::string> ask_reason(std::size_t findings);

// The documents into the ledger, then the acts, together or not at all; says what became of them. Documents that were
// new are taken away again when the acts are refused for certain. kExitEnvironment: recorded, but a document that they
// erase could not be destroyed.
Result<int> append_acts(ledger::Ledger& ledger, const std::vector<Prepared>& acts, std::vector<Bytes> sealed,
                        const std::vector<NewDocument>& documents, const Ui& ui);

// A ledger opened for writing (with --draft: for reading), and who signs. One batch of acts each. `arguments` must
// outlive it.
class Recorder {
 public:
  static Result<Recorder> open(const cli::Arguments& arguments, const Ui& ui);

  // The register as it stands. Nobody else writes while this is open.
  const governance::Register& reg() const { return snapshot_->reg(); }
  const ledger::Snapshot& now() const { return *snapshot_; }

  // All or none, judged before any is signed and again when they are recorded. `packet`: one signature a key for all of
  // them. See append_acts(). With --draft nothing is recorded: the acts are written to a draft file, signed by the keys
  // that are here; several acts are one packet then.
  Result<int> record(const std::vector<Draft>& drafts, const std::vector<NewDocument>& documents, bool packet = false);

 private:
  Recorder(const cli::Arguments& arguments, const Ui& ui, std::unique_ptr<ledger::Ledger> ledger)
      : arguments_(&arguments), ui_(ui), ledger_(std::move(ledger)) {}

  Result<std::vector<Prepared>> prepared(const std::vector<Draft>& drafts,
                                         const std::vector<NewDocument>& documents) const;
  Result<int> write_draft_file(std::vector<Prepared> acts, const std::vector<NewDocument>& documents) const;
  Result<std::vector<Bytes>> sealed(const std::vector<Prepared>& acts, bool packet);

  const cli::Arguments* arguments_;
  Ui ui_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<ledger::Snapshot> snapshot_;  // ended before anything is recorded
  std::vector<Signatory> signers_;              // all of them
  std::vector<Signatory> here_;                 // those who sign on this machine
  LedgerId ledger_id_;
};

// The sealed bytes of acts, each signed by those of `keys` that are among its signers.
Result<std::vector<Bytes>> seal_all(const std::vector<Prepared>& acts, const LedgerId& ledger,
                                    const std::vector<crypto::SigningKey>& keys, bool packet);

}  // namespace jumelage::tools
