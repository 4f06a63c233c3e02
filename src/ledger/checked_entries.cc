#include "ledger/checked_entries.h"

#include <fmt/format.h>

#include "event/packed.h"
#include "ledger/ledger_error.h"
#include "merkle/hash.h"

namespace jumelage::ledger {
namespace {

Error damaged(EntryIndex index, std::string_view why) {
  return {LedgerError::kDamaged, fmt::format("entry {} of the log is damaged: {}", index.value, why)};
}

}  // namespace

CheckedEntries::CheckedEntries(const Stores& stores, const store::Transaction& txn, Leaves leaves)
    : tiles_(stores.tree, txn), nodes_(tiles_), leaves_(leaves) {}

Result<event::AlignedBytes> CheckedEntries::words(EntryIndex index, ByteView packed) const {
  auto unpacked = event::unpack(packed);
  if (!unpacked) return damaged(index, unpacked.error().message());
  if (leaves_ == Leaves::kAreCompared) return unpacked;
  JUMELAGE_TRY(const Digest leaf, nodes_.read({0, index.value}));
  if (merkle::leaf_hash(unpacked.value().view) != leaf)
    return damaged(index, "its bytes are not those that were recorded: the tree holds another hash for them");
  return unpacked;
}

Result<event::Entry> CheckedEntries::entry(EntryIndex index, ByteView packed) const {
  JUMELAGE_TRY(const event::AlignedBytes unpacked, words(index, packed));
  auto entry = event::Entry::parse_words(unpacked);
  // What the tree vouches for was whole when it was recorded, so this is a newer kind of entry, or a fault of ours.
  if (!entry) return damaged(index, entry.error().message());
  return entry;
}

}  // namespace jumelage::ledger
