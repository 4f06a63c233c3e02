#include "merkle/tile_path.h"

#include <gtest/gtest.h>

#include <random>

namespace jumelage::merkle {
namespace {

TEST(TilePath, is_written_as_the_specification_shows_it) {
  EXPECT_EQ(format_tile_path({TileKind::kHashes, {0, 1'234'067}, 256}), "tile/0/x001/x234/067");
  EXPECT_EQ(format_tile_path({TileKind::kHashes, {1, 1'234'067}, 12}), "tile/1/x001/x234/067.p/12");
  EXPECT_EQ(format_tile_path({TileKind::kEntries, {0, 0}, 256}), "tile/entries/000");
  EXPECT_EQ(format_tile_path({TileKind::kEntries, {0, 1000}, 255}), "tile/entries/x001/000.p/255");
}

TEST(TilePath, comes_back_as_it_was) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 2000; ++round) {
    TilePath path;
    path.kind = random() % 3 == 0 ? TileKind::kEntries : TileKind::kHashes;
    path.tile.level = path.kind == TileKind::kEntries ? 0 : static_cast<unsigned>(random() % kMaxTileLevels);
    path.tile.index = random() >> (8 * path.tile.level) >> 8 >> random() % 50;
    path.width = 1 + static_cast<unsigned>(random() % kTileWidth);
    EXPECT_EQ(parse_tile_path(format_tile_path(path)), path) << format_tile_path(path);
  }
}

TEST(TilePath, has_one_spelling) {
  for (const char* bad : {"",
                          "tile",
                          "tile/",
                          "tile/0",
                          "tile/0/",
                          "/tile/0/000",
                          "tile/0/000/",
                          "tiles/0/000",
                          "tile/0/00",
                          "tile/0/0000",
                          "tile/0/x000/000",
                          "tile/0/x000/x001/000",
                          "tile/0/001/000",
                          "tile/0/x001/x000",
                          "tile/0/X001/000",
                          "tile/0/x001000",
                          "tile/0/x01/000",
                          "tile/00/000",
                          "tile/01/000",
                          "tile/+1/000",
                          "tile/-1/000",
                          "tile/0/-01",
                          "tile/0/+01",
                          "tile/0/0a1",
                          "tile/8/000",
                          "tile/63/000",
                          "tile/a/000",
                          "tile/entries",
                          "tile/entries/",
                          "tile/Entries/000",
                          "tile/0/000.p",
                          "tile/0/000.p/",
                          "tile/0/000.p/0",
                          "tile/0/000.p/01",
                          "tile/0/000.p/256",
                          "tile/0/000.p/1/",
                          "tile/0/000.p/1.p/1",
                          "tile/0/000.p/-1",
                          "tile/0/.p/1",
                          "tile/0/000p/1",
                          "tile/0/ 00",
                          "tile/0/000 ",
                          "tile/0/000\n"})
    EXPECT_FALSE(parse_tile_path(bad)) << bad;
}

TEST(TilePath, of_a_tile_that_no_tree_has_is_refused) {
  const auto last = std::uint64_t{1} << 56;  // tiles of leaves in a tree of 2^64
  EXPECT_TRUE(parse_tile_path(format_tile_path({TileKind::kHashes, {0, last - 1}, 256})));
  EXPECT_FALSE(parse_tile_path(format_tile_path({TileKind::kHashes, {0, last}, 256})));
  EXPECT_TRUE(parse_tile_path("tile/7/000"));
  EXPECT_FALSE(parse_tile_path("tile/7/001"));
  EXPECT_FALSE(parse_tile_path("tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999"));
}

}  // namespace
}  // namespace jumelage::merkle
