#include "ledger/batch_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/entry.h"
#include "event/identity.h"
#include "governance/overlay_register.h"
#include "ledger/ahead_history.h"
#include "ledger/kept_documents.h"
#include "ledger/ledger_error.h"
#include "ledger/log_history.h"
#include "ledger/named_documents.h"
#include "ledger/replay.h"
#include "ledger/sequencing.h"

namespace jumelage::ledger {
namespace {

std::vector<Digest> digests_of(const std::vector<Bytes>& documents) {
  std::vector<Digest> out;
  for (const Bytes& digest : documents) out.push_back(*Digest::from(digest));
  return out;
}

// What every act of the batch erases.
std::vector<Digest> erased_by(const std::vector<Answer>& answers) {
  std::vector<Digest> out;
  for (const Answer& answer : answers)
    if (answer) out.insert(out.end(), answer.value().not_yet_destroyed.begin(), answer.value().not_yet_destroyed.end());
  return out;
}

void tell_what_is_destroyed(const std::vector<Digest>& left, std::vector<Answer>& answers) {
  const auto is_left = [&](const Digest& digest) { return std::find(left.begin(), left.end(), digest) != left.end(); };
  for (Answer& answer : answers) {
    if (!answer) continue;
    auto& waiting = answer.value().not_yet_destroyed;
    const auto gone = std::stable_partition(waiting.begin(), waiting.end(), is_left);
    answer.value().destroyed.assign(gone, waiting.end());
    waiting.erase(gone, waiting.end());
  }
}

// Of a batch that was lost: an act refused before any other was accepted was judged by what is on disk, and stays
// refused whatever became of the batch. A later refusal may be due to an act that is not recorded after all.
void keep_independent_refusals(std::vector<Answer>& answers) {
  const auto accepted = std::find_if(answers.begin(), answers.end(), [](const Answer& one) { return one.has_value(); });
  answers.erase(accepted, answers.end());
}

}  // namespace

// The log as it stands before the next act, in the middle of a batch: its first acts are stored once an act looks back.
class BatchWriter::Unwritten final : public governance::History {
 public:
  Unwritten(BatchWriter& writer, store::WriteTransaction& txn)
      : writer_(writer), txn_(txn), stored_(writer.stores_, txn) {}

  Bytes act(std::uint64_t position) const override {
    store();
    return stored_.act(position);
  }
  UnixMillis sequenced_at(std::uint64_t position) const override {
    store();
    return stored_.sequenced_at(position);
  }
  Digest root(std::uint64_t size) const override {
    store();
    return stored_.root(size);
  }

 private:
  void store() const {
    Result<void> done = writer_.store_entries(txn_);
    if (done) done = writer_.store_tiles(txn_);
    if (!done) throw governance::RegisterFault(std::string(done.error().message()));
  }

  BatchWriter& writer_;
  store::WriteTransaction& txn_;
  LogHistory stored_;
};

Result<BatchWriter> BatchWriter::open(Stores& stores, const Timekeeping& time, event::PacketCache& packets) {
  BatchWriter writer(stores, time, packets);
  JUMELAGE_TRY(writer.load());
  return writer;
}

Result<void> BatchWriter::load() {
  JUMELAGE_TRY(const auto txn, stores_.environment->read());
  JUMELAGE_TRY(expect_complete_register(stores_, txn));
  JUMELAGE_TRY(const TreeSize size, stores_.log.size(txn));
  JUMELAGE_TRY(tree_, merkle::Tree::load(size, store::StoredTiles(stores_.tree, txn)));
  JUMELAGE_TRY(last_sequenced_at_, last_sequenced_at(stores_, txn, size));
  is_ahead_ = false;
  ledger_id_ = {};
  cache_.clear();
  signers_.forget();
  if (size.value == 0) return ok();
  JUMELAGE_TRY(const auto founding, stores_.log.read(txn, EntryIndex{0}));
  if (!founding) return Error(LedgerError::kDamaged, "the founding entry is missing");
  JUMELAGE_TRY(const auto entry, event::Entry::parse_packed(*founding));
  ledger_id_ = event::ledger_id_of(entry.sealed.act().bytes());
  return ok();
}

std::vector<Answer> BatchWriter::write(std::span<Candidate> batch) {
  std::vector<Answer> answers;
  answers.reserve(batch.size());
  Result<void> written = ok();
  if (is_ahead_) written = load();
  if (written) {
    is_ahead_ = true;  // until the batch is on disk, what is in memory may be ahead of it
    written = guarded_write(batch, answers);
  }
  if (written) {
    is_ahead_ = false;
    return answers;
  }
  entries_->forget();
  keep_independent_refusals(answers);
  answers.resize(batch.size(), written.error());
  return answers;
}

// Rules do not expect a register that cannot be read: it ends the batch here, and the transaction with it.
Result<void> BatchWriter::guarded_write(std::span<Candidate> batch, std::vector<Answer>& answers) {
  try {
    return write_all(batch, answers);
  } catch (const governance::RegisterFault& fault) {
    return Error(LedgerError::kRegisterFault, fmt::format("the register cannot be read: {}", fault.what()));
  } catch (const std::exception& fault) {
    return Error(LedgerError::kRegisterFault, fmt::format("the batch could not be written: {}", fault.what()));
  }
}

Result<void> BatchWriter::write_all(std::span<Candidate> batch, std::vector<Answer>& answers) {
  JUMELAGE_TRY(auto txn, stores_.environment->write());
  const UnixMillis now = time_.clock.now();
  if (!time_.accept_clock_behind) {
    JUMELAGE_TRY(check_clock(last_sequenced_at_, now));
  }
  while (!batch.empty()) {
    const std::size_t together = 1 + batch.front().followers;
    if (together == 1) {
      JUMELAGE_TRY(append(batch.front(), now, txn, answers));
    } else {
      JUMELAGE_TRY(append_together(batch.first(together), now, txn, answers));
    }
    batch = batch.subspan(together);
  }
  const bool accepted = std::any_of(answers.begin(), answers.end(), [](const Answer& one) { return one.has_value(); });
  if (!accepted) return ok();  // nothing to write
  JUMELAGE_TRY(store_entries(txn));
  return finish(std::move(txn), answers);
}

// Fails when the store does; what the rules say of the act is its answer.
Result<void> BatchWriter::append(Candidate& candidate, UnixMillis now, store::WriteTransaction& txn,
                                 std::vector<Answer>& answers) {
  const event::Act& act = candidate.sealed.act();
  const Unwritten history(*this, txn);
  governance::Place place = next_place(act, now, 0, history);
  place.signers = &signers_;
  const projection::CachedRegister reg(stores_.tables, txn, cache_);
  if (auto good = consider(reg, place, candidate); !good) {
    answers.emplace_back(std::move(good).error());
    return ok();
  }

  make_entry(candidate, place.sequenced_at);
  JUMELAGE_TRY(projection::apply(effects_, stores_.tables, txn, cache_));
  signers_.see(effects_);
  last_sequenced_at_ = place.sequenced_at;
  ledger_id_ = place.ledger_id;
  answers.emplace_back(Recorded{.index = place.index,
                                .id = act.id(),
                                .sequenced_at = place.sequenced_at,
                                .assigned = std::move(effects_.assigned),
                                .findings = std::move(effects_.findings),
                                .not_yet_destroyed = digests_of(effects_.erased_documents)});
  return ok();
}

// Where an act would go. `ahead`: after so many more.
governance::Place BatchWriter::next_place(const event::Act& act, UnixMillis now, std::size_t ahead,
                                          const governance::History& history) const {
  const EntryIndex index{tree_.size().value + entries_->count() + ahead};
  const UnixMillis sequenced_at = std::max({now, last_sequenced_at_, UnixMillis{1}});
  return {.index = index,
          .sequenced_at = sequenced_at,
          .ledger_id = index.value == 0 ? event::ledger_id_of(act.bytes()) : ledger_id_,
          .previous_at = ahead == 0 ? last_sequenced_at_ : sequenced_at,
          .history = &history};
}

// Fills effects_. Fails when the act is refused.
Result<void> BatchWriter::consider(const governance::Register& reg, const governance::Place& place,
                                   Candidate& candidate) {
  const event::Act& act = candidate.sealed.act();
  JUMELAGE_TRY(governance::judge(reg, place, act, effects_));
  if (!candidate.verified) {
    JUMELAGE_TRY(event::verify_signatures(candidate.sealed, place.ledger_id, packets_));
    candidate.verified = true;
  }
  return check_named_documents(effects_, act.reader(), stores_.documents);
}

// Acts of which one is refused leave no trace: all are judged first, each as if those before it were recorded, in
// memory. Nothing has to be taken back, and acts that go alone pay nothing for it.
Result<void> BatchWriter::append_together(std::span<Candidate> acts, UnixMillis now, store::WriteTransaction& txn,
                                          std::vector<Answer>& answers) {
  if (const auto refusal = first_refusal(acts, now, txn)) {
    for (Answer& answer : refused_together(acts.size(), refusal->first, refusal->second))
      answers.push_back(std::move(answer));
    return ok();
  }
  for (Candidate& act : acts) {
    JUMELAGE_TRY(append(act, now, txn, answers));
    // What was in order a moment ago is still, unless a document went: then nothing of the batch is recorded.
    if (!answers.back())
      return Error(LedgerError::kStopping,
                   fmt::format("nothing was recorded, because something went away meanwhile ({}); try again",
                               answers.back().error().message()));
  }
  return ok();
}

std::optional<std::pair<std::size_t, Error>> BatchWriter::first_refusal(std::span<Candidate> acts, UnixMillis now,
                                                                        store::WriteTransaction& txn) {
  const projection::CachedRegister reg(stores_.tables, txn, cache_);
  governance::OverlayRegister ahead(reg);
  const Unwritten unwritten(*this, txn);
  AheadHistory history(unwritten, tree_.size().value + entries_->count());
  LedgerId founded;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    governance::Place place = next_place(acts[i].sealed.act(), now, i, history);
    if (place.ledger_id.is_zero()) place.ledger_id = founded;
    if (auto good = consider(ahead, place, acts[i]); !good) return std::pair(i, std::move(good).error());
    ahead.apply(effects_);
    history.add(acts[i].sealed.act().bytes(), place.sequenced_at);
    founded = place.ledger_id;
  }
  return std::nullopt;
}

void BatchWriter::make_entry(const Candidate& candidate, UnixMillis sequenced_at) {
  std::optional<event::Assigned> assigned;
  if (effects_.assigned) assigned = {effects_.assigned->series, effects_.assigned->year, effects_.assigned->number};
  entries_->add(sequenced_at, candidate.sealed.bytes(), std::move(assigned));
}

Result<void> BatchWriter::store_entries(store::WriteTransaction& txn) {
  for (const MadeEntry& entry : entries_->take()) {
    JUMELAGE_TRY(stores_.log.append(txn, EntryIndex{tree_.size().value}, entry.packed));
    tree_.append(entry.leaf_hash);
  }
  return ok();
}

Result<void> BatchWriter::store_tiles(store::WriteTransaction& txn) {
  return tree_.take_dirty([&](merkle::TileId tile, ByteView bytes) { return stores_.tree.write(txn, tile, bytes); });
}

Result<void> BatchWriter::finish(store::WriteTransaction txn, std::vector<Answer>& answers) {
  JUMELAGE_TRY(store_tiles(txn));
  JUMELAGE_TRY(projection::write_progress(stores_.meta, txn, {projection::kRegisterVersion, tree_.size()}));
  const std::vector<Digest> erased = erased_by(answers);
  if (erased.empty()) return txn.commit();

  JUMELAGE_TRY(note_erasures(stores_, txn, erased));
  JUMELAGE_TRY(txn.commit());
  // The acts are recorded, whether or not the files can be destroyed now.
  if (const auto left = finish_erasures(stores_)) tell_what_is_destroyed(left.value(), answers);
  return ok();
}

}  // namespace jumelage::ledger
