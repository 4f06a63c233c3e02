// Where acts become part of the log, and where they become durable: the one place that appends.
//
// A batch is one transaction: for each act the rules, the entry, the leaf and the register's rows; then the tiles;
// then one commit. Sans threads: the pipeline feeds it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "event/sealed.h"
#include "event/verify.h"
#include "governance/effects.h"
#include "governance/judge.h"
#include "governance/signer_memory.h"
#include "ledger/entry_maker.h"
#include "ledger/recorded.h"
#include "ledger/stores.h"
#include "merkle/tree.h"
#include "projection/register_cache.h"

namespace jumelage::ledger {

// An act that parsed. `verified`: its signatures were checked already; if not, they are checked here, after the rules.
// `followers`: as many of the next candidates are recorded together with this one, or none of them.
struct Candidate {
  event::SealedAct sealed;
  bool verified = false;
  std::size_t followers = 0;
};

struct Head {
  TreeSize size;
  Digest root;
};

struct Timekeeping {
  const Clock& clock;
  bool accept_clock_behind = false;  // entries get the last one's time until the clock has caught up with it
};

// Belongs to one thread at a time. `stores` and the clock must outlive it.
class BatchWriter {
 public:
  static Result<BatchWriter> open(Stores& stores, const Timekeeping& time, event::PacketCache& packets);

  // One answer for each act, in order. An act that is refused does not keep the others from being recorded, but for
  // those that go together with it: they get kRefusedTogether, and leave no trace. What is
  // answered as recorded is on disk; the documents that the batch erased are gone, or their answer says that they are
  // not yet (kept_documents.h). When the batch cannot be written, every act gets that error (the codes of
  // WriteTransaction::commit say whether writing can go on), but for the refusals that depend on nothing that was lost
  // with it.
  std::vector<Answer> write(std::span<Candidate> batch);

  Head head() const { return {tree_.size(), tree_.root()}; }
  // Zero until the ledger is founded.
  const LedgerId& ledger_id() const { return ledger_id_; }

 private:
  BatchWriter(Stores& stores, const Timekeeping& time, event::PacketCache& packets)
      : stores_(stores), time_(time), packets_(packets) {}

  Result<void> load();
  Result<void> guarded_write(std::span<Candidate> batch, std::vector<Answer>& answers);
  Result<void> write_all(std::span<Candidate> batch, std::vector<Answer>& answers);
  class Unwritten;
  Result<void> append(Candidate& candidate, UnixMillis now, store::WriteTransaction& txn, std::vector<Answer>& answers);
  Result<void> append_together(std::span<Candidate> acts, UnixMillis now, store::WriteTransaction& txn,
                               std::vector<Answer>& answers);
  std::optional<std::pair<std::size_t, Error>> first_refusal(std::span<Candidate> acts, UnixMillis now,
                                                             store::WriteTransaction& txn);
  governance::Place next_place(const event::Act& act, UnixMillis now, std::size_t ahead,
                               const governance::History& history) const;
  Result<void> consider(const governance::Register& reg, const governance::Place& place, Candidate& candidate);
  void make_entry(const Candidate& candidate, UnixMillis sequenced_at);
  Result<void> store_entries(store::WriteTransaction& txn);
  Result<void> store_tiles(store::WriteTransaction& txn);
  Result<void> finish(store::WriteTransaction txn, std::vector<Answer>& answers);

  Stores& stores_;
  const Timekeeping time_;
  event::PacketCache& packets_;
  merkle::Tree tree_;
  LedgerId ledger_id_;
  UnixMillis last_sequenced_at_ = 0;
  governance::Effects effects_;
  projection::RegisterCache cache_;
  governance::SignerMemory signers_;
  std::unique_ptr<EntryMaker> entries_ = std::make_unique<EntryMaker>();  // a thread's object stays where it is
  bool is_ahead_ = false;
};

}  // namespace jumelage::ledger
