#include "merkle/tile_check.h"

#include <gtest/gtest.h>

#include "merkle/hash.h"
#include "merkle/tree.h"
#include "naive_tree.h"

namespace jumelage::merkle {
namespace {

// Three tiles of leaves, the last of 88, and one tile above them.
constexpr std::uint64_t kLeaves = 600;

naive::Tiles tiles_of_tree() {
  Tree tree;
  for (std::uint8_t i = 0; tree.size().value < kLeaves; ++i) {
    const Bytes entry(1, i);
    tree.append(leaf_hash(entry));
  }
  naive::Tiles tiles;
  EXPECT_TRUE(tree.take_dirty([&](TileId id, ByteView bytes) { return tiles.write(id, bytes); }));
  return tiles;
}

TEST(TileCheck, finds_nothing_in_a_tree_of_any_size_that_the_tiles_hold) {
  const naive::Tiles tiles = tiles_of_tree();
  for (const std::uint64_t size : {0U, 1U, 2U, 255U, 256U, 257U, 511U, 512U, 600U})
    EXPECT_TRUE(check_inner_nodes(TreeSize{size}, tiles)) << size;
}

TEST(TileCheck, finds_a_change_of_any_complete_node) {
  const naive::Tiles good = tiles_of_tree();
  const TreeSize size{kLeaves};
  for (const auto& [id, bytes] : good.stored) {
    const unsigned width = width_of(id, size);
    for (unsigned row = 0; row <= kTileHeight; ++row)
      for (std::uint64_t column = 0; column < width >> row; column += 7) {
        // A leaf that has no neighbour yet has nothing above it in this tile: who reads the entry compares it.
        if (row == 0 && id.level == 0 && column == (width | 1U) - 1 && width % 2 == 1) continue;
        naive::Tiles tiles = good;
        tiles.stored[id][offset_in_tile(row, column)] ^= 1;
        const auto checked = check_inner_nodes(size, tiles);
        ASSERT_FALSE(checked) << id.level << " " << id.index << " " << row << " " << column;
        EXPECT_TRUE(checked.error().is(MerkleError::kDamaged));
      }
  }
}

}  // namespace
}  // namespace jumelage::merkle
