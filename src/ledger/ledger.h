// One ledger folder, opened: the facade that programs use.
//
// On disk: <folder>/ledger.mdb (log, tree, register) and <folder>/documents/. See docs/formats/.
#pragma once

#include <filesystem>
#include <memory>

#include "base/clock.h"
#include "ledger/gate.h"
#include "ledger/pipeline.h"
#include "ledger/replay.h"
#include "ledger/snapshot.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

struct OpenOptions {
  const Clock* clock = nullptr;  // none: the machine's
  // Record although the last entry is more than minutes ahead of the clock (kClockBehind): time stands still meanwhile.
  bool accept_clock_behind = false;
  PipelineOptions pipeline;
  ReplayProgress progress;  // told when opening has to finish an interrupted rebuild
};

// Thread-safe. One process at a time may have a ledger open for writing; any number may read.
class Ledger {
 public:
  // Creates the folder and an empty ledger in it; the first act appended must found it.
  static Result<std::unique_ptr<Ledger>> create(const std::filesystem::path& folder, OpenOptions options = {});
  // Finishes what a crash interrupted (a rebuild, a truncation, an erasure). Checks that log, tree and register are of
  // one size.
  static Result<std::unique_ptr<Ledger>> open(const std::filesystem::path& folder, OpenOptions options = {});
  static Result<std::unique_ptr<Ledger>> open_to_read(const std::filesystem::path& folder, OpenOptions options = {});
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  // Sealed acts in, one answer each, in order; "recorded" means on disk. Waits while the queue is full. kBusy, at once,
  // while the register is being made again.
  void submit(std::vector<Bytes> sealed, Pipeline::Done done);
  std::vector<Answer> append(std::vector<Bytes> sealed);
  Answer append_one(Bytes sealed);
  // All of them or none: where one is refused, the others are answered with kRefusedTogether. kTooMany.
  std::vector<Answer> append_together(std::vector<Bytes> sealed);

  // A document, stored under its digest and on disk when this returns. Add it before the act that names it.
  // kDocumentErased: an act erased it, so it does not come back. kBusy, kIncomplete: the register is being made again.
  Result<Digest> put_document(ByteView content);
  // The same for documents of acts that are about to be submitted: what no act registers is taken away at the next
  // opening for writing, or at once by take_back() when the acts are refused for certain (may_be_recorded()). Returns
  // those that were not there before.
  Result<std::vector<Digest>> bring_documents(const std::vector<ByteView>& contents);
  Result<void> take_back(const std::vector<Digest>& brought);
  // An act in the log registered this document.
  Result<bool> has_registered(const Digest& document) const;

  // What is committed now. Keep it short (store/environment.h).
  Result<Snapshot> snapshot() const;
  Result<Snapshot> snapshot_of_log() const;  // whatever state the register is in (Snapshot::has_register)

  // kClockBehind when an act submitted now would be answered so: to be told before anybody is asked to sign.
  Result<void> check_clock() const;

  // Both wait for what was submitted; what is submitted meanwhile is answered with kBusy, as is a second such call.
  Result<void> rebuild(const ReplayProgress& progress = {}, const LogCheck& check = {});
  Result<void> truncate(TreeSize size, const ReplayProgress& progress = {});

  const Stores& stores() const { return stores_; }

 private:
  Ledger(Stores stores, OpenOptions options);
  static Result<std::unique_ptr<Ledger>> open_as(const std::filesystem::path& folder, store::OpenMode mode,
                                                 OpenOptions options);
  Pipeline* pipeline();  // for a visitor; none: nothing can be taken until the ledger is opened again
  Result<void> prepare_writer();
  enum class Recording : std::uint8_t { kEachByItself, kTogether };
  std::vector<Answer> append_and_wait(std::vector<Bytes> sealed, Recording recording);
  void submit(std::vector<Bytes> sealed, Pipeline::Done done, Pipeline::CheckedBy checked_by, Recording recording);
  Result<void> open_writer();
  Result<void> with_pipeline_stopped(const std::function<Result<void>()>& work);

  Stores stores_;
  OpenOptions options_;
  event::PacketCache packets_;
  Gate gate_;  // submitters are inside while they use the pipeline, so that it is never taken away under them
  std::unique_ptr<BatchWriter> writer_;  // none: opened to read
  std::mutex starting_;
  std::unique_ptr<Pipeline> pipeline_;  // started by the first submission
};

}  // namespace jumelage::ledger
