#include "ledger/snapshot.h"

#include <fmt/format.h>

#include "event/identity.h"
#include "ledger/checked_entries.h"
#include "ledger/ledger_error.h"
#include "ledger/replay.h"
#include "merkle/proof.h"

namespace jumelage::ledger {

Snapshot::Snapshot(const Stores& stores, store::ReadTransaction txn)
    : stores_(&stores),
      txn_(std::make_unique<store::ReadTransaction>(std::move(txn))),
      register_(std::make_unique<projection::RegisterTables>(stores.tables, *txn_)),
      history_(std::make_unique<LogHistory>(stores, *txn_)) {}

Result<Snapshot> Snapshot::take(const Stores& stores) {
  JUMELAGE_TRY(Snapshot snapshot, take_of_log(stores));
  JUMELAGE_TRY(snapshot.expect_register());
  return snapshot;
}

Result<Snapshot> Snapshot::take_of_log(const Stores& stores) {
  JUMELAGE_TRY(auto txn, stores.environment->read());
  Snapshot snapshot(stores, std::move(txn));
  JUMELAGE_TRY(snapshot.size_, stores.log.size(*snapshot.txn_));
  if (snapshot.size_.value == 0) return snapshot;
  snapshot.has_register_ = snapshot.expect_register().has_value();
  JUMELAGE_TRY(const auto founding, snapshot.entry(EntryIndex{0}));
  snapshot.ledger_id_ = event::ledger_id_of(founding.sealed.act().bytes());
  return snapshot;
}

Result<void> Snapshot::look_back(TreeSize size) {
  JUMELAGE_TRY(check_size(size));
  if (size.value == 0) return Error(LedgerError::kOutOfRange, "an empty log knew nothing; the least size is 1");
  past_ = size < size_ ? std::make_unique<projection::PastRegister>(*register_, size.value) : nullptr;
  size_ = size;
  return ok();
}

Result<void> Snapshot::expect_register() const {
  return expect_complete_register(*stores_, *txn_);
}

Result<void> Snapshot::check_size(TreeSize size) const {
  if (size.value <= size_.value) return ok();
  return Error(LedgerError::kOutOfRange,
               fmt::format("the ledger holds {} entries, fewer than the {} asked for", size_.value, size.value));
}

Result<Digest> Snapshot::root() const {
  const store::StoredTiles tiles(stores_->tree, *txn_);
  return merkle::root_at(merkle::TileNodes(tiles), size_);
}

Result<ByteView> Snapshot::stored_entry(EntryIndex index) const {
  JUMELAGE_TRY(const auto bytes, stores_->log.read(*txn_, index));
  if (!bytes)
    return Error(LedgerError::kOutOfRange,
                 fmt::format("there is no entry {}: the log holds {}, numbered from 0", index.value, size_.value));
  return *bytes;
}

Result<Bytes> Snapshot::entry_bytes(EntryIndex index) const {
  JUMELAGE_TRY(const ByteView stored, stored_entry(index));
  JUMELAGE_TRY(const auto entry, CheckedEntries(*stores_, *txn_).words(index, stored));
  return Bytes(entry.view.begin(), entry.view.end());
}

Result<event::Entry> Snapshot::entry(EntryIndex index) const {
  JUMELAGE_TRY(const ByteView stored, stored_entry(index));
  return CheckedEntries(*stores_, *txn_).entry(index, stored);
}

Result<std::vector<Digest>> Snapshot::inclusion_proof(EntryIndex index, TreeSize size) const {
  JUMELAGE_TRY(check_size(size));
  const store::StoredTiles tiles(stores_->tree, *txn_);
  return merkle::inclusion_proof(merkle::TileNodes(tiles), index, size);
}

Result<std::vector<Digest>> Snapshot::consistency_proof(TreeSize from, TreeSize to) const {
  JUMELAGE_TRY(check_size(to));
  const store::StoredTiles tiles(stores_->tree, *txn_);
  return merkle::consistency_proof(merkle::TileNodes(tiles), from, to);
}

}  // namespace jumelage::ledger
