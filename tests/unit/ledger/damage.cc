#include "damage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "event/packed.h"
#include "governance/keys.h"
#include "merkle/hash.h"
#include "merkle/tree.h"

namespace jumelage::ledger {

Bytes Damage::unpacked(const store::Transaction& txn, std::uint64_t index) const {
  const auto words = event::unpack(*stores_.log.read(txn, EntryIndex{index}).value()).value();
  return {words.view.begin(), words.view.end()};
}

void Damage::change(const std::function<void(store::WriteTransaction&)>& how) {
  auto txn = stores_.environment->write();
  ASSERT_TRUE(txn);
  how(txn.value());
  ASSERT_TRUE(txn.value().commit());
}

void Damage::change_entry(std::uint64_t index, std::string_view text, std::string_view other) {
  ASSERT_EQ(text.size(), other.size());
  change([&](store::WriteTransaction& txn) {
    std::vector<Bytes> entries;
    for (std::uint64_t at = index; at < stores_.log.size(txn).value().value; ++at) entries.push_back(unpacked(txn, at));
    const auto found = std::search(entries[0].begin(), entries[0].end(), text.begin(), text.end());
    ASSERT_NE(found, entries[0].end()) << text;
    std::copy(other.begin(), other.end(), found);
    ASSERT_TRUE(stores_.log.truncate(txn, TreeSize{index}));
    for (std::size_t i = 0; i < entries.size(); ++i)
      ASSERT_TRUE(stores_.log.append(txn, EntryIndex{index + i}, event::pack(entries[i])));
  });
}

void Damage::change_leaf(std::uint64_t index) {
  change([&](store::WriteTransaction& txn) {
    const merkle::NodeId node{0, index};
    const auto stored = *stores_.tree.find(txn, merkle::tile_of(node)).value();
    Bytes tile(stored.begin(), stored.end());
    const Digest leaf = merkle::leaf_hash(unpacked(txn, index));
    std::copy(leaf.bytes.begin(), leaf.bytes.end(), tile.begin() + static_cast<std::ptrdiff_t>(offset_of(node)));
    ASSERT_TRUE(stores_.tree.write(txn, merkle::tile_of(node), tile));
  });
}

void Damage::make_tree_anew() {
  change([&](store::WriteTransaction& txn) {
    merkle::Tree tree;
    for (std::uint64_t at = 0; at < stores_.log.size(txn).value().value; ++at)
      tree.append(merkle::leaf_hash(unpacked(txn, at)));
    ASSERT_TRUE(
        tree.take_dirty([&](merkle::TileId tile, ByteView bytes) { return stores_.tree.write(txn, tile, bytes); }));
  });
}

void Damage::spoil_row(governance::Number subject, std::uint64_t position) {
  change([&](store::WriteTransaction& txn) {
    ASSERT_TRUE(stores_.tables.put(txn, projection::table_id(governance::Table::kRows),
                                   governance::row_key(subject, position), Bytes(64, 0xff)));
  });
}

void Damage::leave_register_at(std::uint64_t size) {
  change([&](store::WriteTransaction& txn) {
    ASSERT_TRUE(projection::write_progress(stores_.meta, txn, {projection::kRegisterVersion, TreeSize{size}}));
  });
}

}  // namespace jumelage::ledger
