#include "store/tree_store.h"

#include <map>

#include "crypto/sha256.h"
#include "merkle/batch.h"
#include "merkle/hash.h"
#include "merkle/proof.h"
#include "merkle/tree.h"
#include "store_fixture.h"

namespace jumelage::store {
namespace {

class TreeStoreTest : public StoreTest {
 protected:
  using Tiles = std::map<merkle::TileId, Bytes>;

  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_TRUE(open(OpenMode::kCreate));
  }
  static Digest leaf(std::uint64_t i) { return merkle::leaf_hash(as_bytes(std::to_string(i))); }

  // Adds leaves up to `size`, in one transaction.
  void grow(merkle::Tree& tree, std::uint64_t size) {
    const TreeStore store(*environment_);
    auto txn = environment_->write().value();
    while (tree.size().value < size) tree.append(leaf(tree.size().value));
    ASSERT_TRUE(tree.take_dirty([&](merkle::TileId id, ByteView bytes) { return store.write(txn, id, bytes); }));
    ASSERT_TRUE(txn.commit());
  }

  // Everything stored at the levels and indexes that this test can reach.
  Tiles stored() const {
    const TreeStore store(*environment_);
    const auto txn = environment_->read().value();
    Tiles tiles;
    for (unsigned level = 0; level < merkle::kMaxTileLevels; ++level) {
      for (std::uint64_t index = 0; index < 300; ++index) {
        if (const auto bytes = store.find(txn, {level, index}).value())
          tiles[{level, index}] = Bytes(bytes->begin(), bytes->end());
      }
    }
    return tiles;
  }
};

TEST_F(TreeStoreTest, proofs_come_out_of_stored_tiles) {
  merkle::Tree tree;
  for (const std::uint64_t size : {1U, 255U, 256U, 257U, 700U}) grow(tree, size);
  const TreeStore store(*environment_);
  const auto txn = environment_->read().value();
  const StoredTiles tiles(store, txn);
  const merkle::TileNodes nodes(tiles);
  EXPECT_EQ(merkle::root_at(nodes, {700}).value(), tree.root());
  for (const std::uint64_t index : {0U, 255U, 256U, 699U}) {
    const auto proof = merkle::inclusion_proof(nodes, {index}, {700}).value();
    EXPECT_TRUE(merkle::verify_inclusion({index}, {700}, leaf(index), proof, tree.root()));
  }
}

TEST_F(TreeStoreTest, a_tree_truncated_is_byte_for_byte_one_that_never_grew_beyond) {
  constexpr std::uint64_t kGrown = 70'000;  // three tile levels
  for (const std::uint64_t size : {69'999U, 65'537U, 65'536U, 65'535U, 1'000U, 257U, 256U, 255U, 1U, 0U}) {
    std::filesystem::remove_all(folder_);
    environment_.reset();
    ASSERT_TRUE(open(OpenMode::kCreate));
    merkle::Tree fresh;
    grow(fresh, size);
    const Tiles wanted = stored();
    merkle::Tree further = fresh;
    grow(further, kGrown);
    ASSERT_NE(stored(), wanted);
    auto txn = environment_->write().value();
    ASSERT_TRUE(TreeStore(*environment_).truncate(txn, {size}));
    ASSERT_TRUE(txn.commit());
    EXPECT_EQ(stored() == wanted, true) << size;
  }
}

TEST_F(TreeStoreTest, truncating_to_more_than_there_is_is_refused) {
  merkle::Tree tree;
  grow(tree, 300);
  auto txn = environment_->write().value();
  EXPECT_FALSE(TreeStore(*environment_).truncate(txn, {301}));
  EXPECT_FALSE(TreeStore(*environment_).truncate(txn, {100'000}));
}

TEST_F(TreeStoreTest, a_missing_tile_is_damage_and_levels_do_not_run_into_each_other) {
  merkle::Tree tree;
  grow(tree, 300);
  const TreeStore store(*environment_);
  const auto txn = environment_->read().value();
  const auto missing = StoredTiles(store, txn).read({0, 2});
  ASSERT_FALSE(missing);
  EXPECT_TRUE(missing.error().is(StoreError::kDamaged));
  EXPECT_TRUE(store.find(txn, {1, 0}).value());
  EXPECT_FALSE(store.find(txn, {2, 0}).value());
}

}  // namespace
}  // namespace jumelage::store
