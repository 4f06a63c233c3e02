#include "merkle/tree.h"

#include <gtest/gtest.h>

#include <random>

#include "merkle/hash.h"
#include "merkle/proof.h"
#include "naive_tree.h"

namespace jumelage::merkle {
namespace {

enum class WriteFailure { kNow };
std::string_view code_name(WriteFailure) {
  return "test.write";
}

void save(Tree& tree, naive::Tiles& tiles) {
  ASSERT_TRUE(tree.take_dirty([&tiles](TileId id, ByteView bytes) { return tiles.write(id, bytes); }));
}

// What the layout says a tile holds, slot by slot, out of the naive tree's nodes.
Bytes expected_tile(TileId id, const naive::Nodes& nodes) {
  Bytes tile;
  for (unsigned row = 0; row <= kTileHeight; ++row) {
    const std::uint64_t width = kTileWidth >> row;
    for (std::uint64_t i = 0; i < width; ++i) {
      const auto node = nodes.read({id.level * kTileHeight + row, id.index * width + i});
      append(tile, node ? node.value().view() : Digest{}.view());
    }
  }
  return tile;
}

void expect_tiles_of(const naive::Tiles& tiles, const std::vector<Digest>& leaves) {
  const naive::Nodes nodes(leaves);
  std::size_t count = 0;
  for (unsigned level = 0; level < kMaxTileLevels; ++level) count += tiles_at(level, {leaves.size()});
  EXPECT_EQ(tiles.stored.size(), count);
  for (const auto& [id, bytes] : tiles.stored)
    EXPECT_EQ(bytes, expected_tile(id, nodes)) << "tile " << id.level << " " << id.index;
}

TEST(Tile, keeps_each_node_at_one_place) {
  EXPECT_EQ(tile_of({0, 255}), (TileId{0, 0}));
  EXPECT_EQ(tile_of({0, 256}), (TileId{0, 1}));
  EXPECT_EQ(tile_of({7, 3}), (TileId{0, 1}));
  EXPECT_EQ(tile_of({8, 3}), (TileId{1, 0}));
  EXPECT_EQ(tile_of({9, 128}), (TileId{1, 1}));
  EXPECT_EQ(offset_of({0, 256}), 0U);
  EXPECT_EQ(offset_of({0, 255}), kServedTileBytes - 32);
  EXPECT_EQ(offset_of({1, 0}), kServedTileBytes);
  EXPECT_EQ(offset_of({7, 1}), kTileBytes - 2 * 32);
  EXPECT_EQ(offset_of({8, 1}), 32U);
  EXPECT_EQ(offset_in_tile(kTileHeight, 0), kTileBytes - 32);
}

TEST(Tile, counts_full_and_partial_ones) {
  const TreeSize size{70'000};  // 273 full tiles of leaves and 112 more; above them one full tile and 17 more
  EXPECT_EQ(tiles_at(0, size), 274U);
  EXPECT_EQ(width_of({0, 272}, size), 256U);
  EXPECT_EQ(width_of({0, 273}, size), 112U);
  EXPECT_EQ(width_of({0, 274}, size), 0U);
  EXPECT_EQ(width_of({1, 1}, size), 17U);
  EXPECT_EQ(width_of({2, 0}, size), 1U);
  EXPECT_EQ(tiles_at(3, size), 0U);
  EXPECT_EQ(width_of({0, 1}, {512}), 256U);
  EXPECT_EQ(width_of({0, 2}, {512}), 0U) << "width 0 is never served";
}

TEST(Tree, has_the_root_of_rfc_6962_at_every_size) {
  const auto leaves = naive::leaves(600);
  Tree tree;
  EXPECT_EQ(tree.root(), empty_root());
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    tree.append(leaves[size - 1]);
    EXPECT_EQ(tree.size(), TreeSize{size});
    ASSERT_EQ(tree.root(), naive::root(naive::Hashes(leaves).first(size))) << size;
  }
}

TEST(Tree, stores_the_same_tiles_however_the_batches_fall) {
  std::mt19937_64 random(20260312);
  for (int round = 0; round < 6; ++round) {
    const auto leaves = naive::leaves(random() % 3000);
    naive::Tiles tiles;
    Tree tree;
    std::uint64_t next_take = 0;
    for (std::uint64_t i = 0; i < leaves.size(); ++i) {
      if (i == next_take) {
        save(tree, tiles);
        next_take += 1 + random() % (round % 2 == 0 ? 5 : 700);
      }
      tree.append(leaves[i]);
    }
    save(tree, tiles);
    expect_tiles_of(tiles, leaves);
  }
}

TEST(Tree, hands_out_changed_tiles_once_in_key_order) {
  const auto leaves = naive::leaves(1000);
  Tree tree;
  std::vector<TileId> taken;
  const auto take = [&] {
    taken.clear();
    ASSERT_TRUE(tree.take_dirty([&taken](TileId id, ByteView bytes) -> Result<void> {
      EXPECT_EQ(bytes.size(), kTileBytes);
      taken.push_back(id);
      return ok();
    }));
  };
  for (std::uint64_t i = 0; i < 600; ++i) tree.append(leaves[i]);
  take();
  EXPECT_EQ(taken, (std::vector<TileId>{{0, 0}, {0, 1}, {0, 2}, {1, 0}}));
  take();
  EXPECT_TRUE(taken.empty());
  tree.append(leaves[600]);
  take();
  EXPECT_EQ(taken, (std::vector<TileId>{{0, 2}}));
  for (std::uint64_t i = 601; i < 768; ++i) tree.append(leaves[i]);
  take();
  EXPECT_EQ(taken, (std::vector<TileId>{{0, 2}, {1, 0}})) << "a tile that became full";
  take();
  EXPECT_TRUE(taken.empty());
  tree.append(leaves[768]);
  take();
  EXPECT_EQ(taken, (std::vector<TileId>{{0, 3}}));
}

TEST(Tree, forgets_nothing_when_a_tile_cannot_be_written) {
  const auto leaves = naive::leaves(700);
  Tree tree;
  for (const Digest& leaf : leaves) tree.append(leaf);
  naive::Tiles tiles;
  int written = 0;
  const auto failed = tree.take_dirty([&](TileId id, ByteView bytes) -> Result<void> {
    if (++written == 3) return Error(WriteFailure::kNow, "the disk is full");
    return tiles.write(id, bytes);
  });
  EXPECT_TRUE(failed.error().is(WriteFailure::kNow));
  EXPECT_EQ(written, 3);
  tiles.stored.clear();
  save(tree, tiles);
  expect_tiles_of(tiles, leaves);
}

TEST(Tree, a_copy_goes_its_own_way) {
  const auto leaves = naive::leaves(300);
  Tree tree;
  for (std::uint64_t i = 0; i < 255; ++i) tree.append(leaves[i]);
  Tree copy = tree;
  for (std::uint64_t i = 255; i < 300; ++i) copy.append(leaves[i]);
  EXPECT_EQ(tree.root(), naive::root(naive::Hashes(leaves).first(255)));
  EXPECT_EQ(copy.root(), naive::root(leaves));
}

TEST(Tree, loaded_at_any_size_goes_on_like_the_one_that_never_stopped) {
  const auto leaves = naive::leaves(1100);
  for (const std::uint64_t size : {0U, 1U, 2U, 3U, 100U, 255U, 256U, 257U, 511U, 512U, 513U, 767U, 1000U, 1024U}) {
    naive::Tiles tiles;
    Tree before;
    for (std::uint64_t i = 0; i < size; ++i) before.append(leaves[i]);
    save(before, tiles);
    auto tree = Tree::load({size}, tiles);
    ASSERT_TRUE(tree) << tree.error().message();
    EXPECT_EQ(tree.value().root(), before.root());
    ASSERT_TRUE(tree.value().take_dirty([&](TileId, ByteView) -> Result<void> {
      ADD_FAILURE() << "nothing changed yet at size " << size;
      return ok();
    }));
    for (std::uint64_t i = size; i < leaves.size(); ++i) tree.value().append(leaves[i]);
    save(tree.value(), tiles);
    expect_tiles_of(tiles, leaves);
  }
}

TEST(Tree, loaded_at_a_smaller_size_truncates_what_is_stored) {
  const auto leaves = naive::leaves(1000);
  for (const std::uint64_t size : {0U, 1U, 255U, 256U, 257U, 512U, 700U, 998U}) {
    naive::Tiles tiles;
    Tree whole;
    for (const Digest& leaf : leaves) whole.append(leaf);
    save(whole, tiles);
    Tree tree = Tree::load({size}, tiles).value();
    save(tree, tiles);
    std::erase_if(tiles.stored, [size](const auto& tile) { return width_of(tile.first, {size}) == 0; });
    expect_tiles_of(tiles, {leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(size)});
  }
}

TEST(Tree, finds_a_damaged_tile_when_it_loads) {
  const auto leaves = naive::leaves(700);
  Tree tree;
  for (const Digest& leaf : leaves) tree.append(leaf);
  naive::Tiles sound;
  save(tree, sound);
  const unsigned width = width_of({0, 2}, {700});
  for (unsigned row = 0; row < kTileHeight; ++row) {
    if (row != 0 && width >> row == 0) continue;
    naive::Tiles damaged = sound;
    damaged.stored.at({0, 2}).at(offset_in_tile(row, 0) + 5) ^= 1;
    const auto loaded = Tree::load({700}, damaged);
    ASSERT_FALSE(loaded) << row;
    EXPECT_TRUE(loaded.error().is(MerkleError::kDamaged));
  }
  sound.stored.erase({1, 0});
  EXPECT_EQ(Tree::load({700}, sound).error().code(), "test.absent") << "the reader's own error";
}

// Through every tile level that a test can reach: 70,000 leaves fill 273 tiles, and one above them.
TEST(Tree, of_seventy_thousand_leaves_proves_them_from_its_tiles) {
  const auto leaves = naive::leaves(70'000);
  naive::Tiles tiles;
  Tree tree;
  for (std::uint64_t i = 0; i < leaves.size(); ++i) {
    tree.append(leaves[i]);
    if (i % 4096 == 4095) save(tree, tiles);
  }
  save(tree, tiles);
  expect_tiles_of(tiles, leaves);
  const naive::Nodes nodes(leaves);
  EXPECT_EQ(tree.root(), naive::root(leaves));

  std::mt19937_64 random(1997);
  for (int round = 0; round < 300; ++round) {
    const TreeSize size{1 + random() % leaves.size()};
    const EntryIndex index{random() % size.value};
    const TreeSize from{1 + random() % size.value};
    const TileNodes reader(tiles);
    tiles.reads = 0;
    const Digest root = root_at(nodes, size).value();
    const auto proof = inclusion_proof(reader, index, size).value();
    EXPECT_LE(tiles.reads, 6U) << "the way up and the right edge, a tile a level each";
    EXPECT_TRUE(verify_inclusion(index, size, leaves[index.value], proof, root));
    EXPECT_TRUE(verify_consistency(from, size, root_at(reader, from).value(), root,
                                   consistency_proof(reader, from, size).value()));
  }
}

}  // namespace
}  // namespace jumelage::merkle
