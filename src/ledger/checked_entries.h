// Entries of the log, read back and compared with what the tree holds for them: nothing is shown, judged or replayed
// that is not what was recorded.
#pragma once

#include "event/aligned_bytes.h"
#include "event/entry.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

// kAreCompared: who asks has compared the whole log (log_check.h) since anybody could write.
enum class Leaves : std::uint8_t { kCompare, kAreCompared };

// Belongs to one thread and one transaction; both arguments must outlive it.
class CheckedEntries {
 public:
  CheckedEntries(const Stores& stores, const store::Transaction& txn, Leaves leaves = Leaves::kCompare);
  CheckedEntries(const CheckedEntries&) = delete;
  CheckedEntries& operator=(const CheckedEntries&) = delete;

  // The bytes that the tree hashes, from what the log stores. LedgerError::kDamaged, with the place, when they are not
  // what their leaf says.
  Result<event::AlignedBytes> words(EntryIndex index, ByteView packed) const;
  Result<event::Entry> entry(EntryIndex index, ByteView packed) const;

 private:
  store::StoredTiles tiles_;
  merkle::TileNodes nodes_;
  Leaves leaves_;
};

}  // namespace jumelage::ledger
