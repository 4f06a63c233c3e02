// docs/formats/tree.md
#include <gtest/gtest.h>

#include <map>

#include "docs_page.h"
#include "merkle/hash.h"
#include "merkle/tree.h"

namespace jumelage::merkle {
namespace {

const std::string& page() {
  static const std::string page = test::docs_page("formats/tree.md");
  return page;
}

Bytes bytes_of(const Digest& digest) {
  return {digest.view().begin(), digest.view().end()};
}

Bytes tile_in_page(std::string_view name) {
  Bytes tile = test::hex_block(page(), name);
  tile.resize(kTileBytes);
  return tile;
}

std::map<TileId, Bytes> tiles_of(Tree& tree) {
  std::map<TileId, Bytes> tiles;
  EXPECT_TRUE(tree.take_dirty([&](TileId id, ByteView bytes) -> Result<void> {
    tiles[id] = Bytes(bytes.begin(), bytes.end());
    return ok();
  }));
  return tiles;
}

TEST(TreePage, ThreeLeavesMakeTheTileAndTheRootOfThePage) {
  Tree tree;
  for (const std::string_view entry : {"one", "two", "three"}) tree.append(leaf_hash(as_bytes(entry)));
  EXPECT_EQ(bytes_of(tree.root()), test::hex_block(page(), "root-of-3"));
  const auto tiles = tiles_of(tree);
  ASSERT_EQ(tiles.size(), 1U);
  EXPECT_EQ(tiles.at(TileId{0, 0}), tile_in_page("tile-of-3"));
}

TEST(TreePage, AFullTileHandsItsTopOnToTheLevelAbove) {
  Tree tree;
  for (int i = 0; i <= 256; ++i) tree.append(leaf_hash(as_bytes(std::to_string(i))));
  EXPECT_EQ(bytes_of(tree.root()), test::hex_block(page(), "root-of-257"));
  const auto tiles = tiles_of(tree);
  ASSERT_EQ(tiles.size(), 3U);
  EXPECT_EQ(tiles.at(TileId{0, 1}), tile_in_page("tile-0-1-of-257"));
  EXPECT_EQ(tiles.at(TileId{1, 0}), tile_in_page("tile-1-0-of-257"));

  const Bytes corners = test::hex_block(page(), "tile-0-0-of-257");  // the slots that the page shows
  const Bytes& full = tiles.at(TileId{0, 0});
  ASSERT_EQ(corners.size(), kTileBytes);
  for (const std::size_t at : {offset_in_tile(0, 255), offset_in_tile(1, 127), offset_in_tile(8, 0)})
    EXPECT_TRUE(equal(ByteView(corners).subspan(at, 32), ByteView(full).subspan(at, 32))) << at;
}

TEST(TreePage, RowsBeginWhereThePageSays) {
  unsigned rows = 0;
  for (const auto& cells : test::code_rows(page())) {
    if (!cells[0].starts_with("row ")) continue;
    const auto row = static_cast<unsigned>(std::stoul(cells[0].substr(4)));
    EXPECT_EQ(std::stoul(cells[1]), kTileWidth >> row);
    EXPECT_EQ(std::stoul(cells[2]), offset_in_tile(row, 0));
    EXPECT_EQ(std::stoul(cells[3], nullptr, 16), offset_in_tile(row, 0));
    ++rows;
  }
  EXPECT_EQ(rows, kTileHeight + 1);
}

}  // namespace
}  // namespace jumelage::merkle
