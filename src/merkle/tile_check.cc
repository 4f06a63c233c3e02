#include "merkle/tile_check.h"

#include <fmt/format.h>

#include "base/check.h"
#include "merkle/hash.h"
#include "merkle/merkle_error.h"

namespace jumelage::merkle {
namespace {

Digest slot(ByteView tile, unsigned row, std::uint64_t column) {
  return *Digest::from(tile.subspan(offset_in_tile(row, column), Digest::kSize));
}

Error damaged(TileId tile, unsigned row, std::uint64_t column) {
  return {MerkleError::kDamaged, fmt::format("tile {} of level {} of the tree: the hash {} of row {} is not what those "
                                             "below it make",
                                             tile.index, tile.level, column, row)};
}

Result<void> check_rows(TileId tile, ByteView bytes, unsigned width) {
  for (unsigned row = 1; row <= kTileHeight; ++row)
    for (std::uint64_t column = 0; column < width >> row; ++column)
      if (node_hash(slot(bytes, row - 1, 2 * column), slot(bytes, row - 1, 2 * column + 1)) != slot(bytes, row, column))
        return damaged(tile, row, column);
  return ok();
}

// The top of a full tile is kept once more in the tile above it.
Result<void> check_copy(const TileReader& tiles, TileId tile, ByteView bytes, std::uint64_t column) {
  JUMELAGE_TRY(const ByteView below, tiles.read({tile.level - 1, tile.index * kTileWidth + column}));
  if (slot(below, kTileHeight, 0) == slot(bytes, 0, column)) return ok();
  return damaged(tile, 0, column);
}

Result<void> check_tile(const TileReader& tiles, TileId tile, TreeSize size) {
  JUMELAGE_TRY(const ByteView bytes, tiles.read(tile));
  JUMELAGE_CHECK(bytes.size() == kTileBytes, "a tile reader hands out whole tiles");
  const unsigned width = width_of(tile, size);
  for (std::uint64_t column = 0; tile.level > 0 && column < width; ++column) {
    JUMELAGE_TRY(check_copy(tiles, tile, bytes, column));
  }
  return check_rows(tile, bytes, width);
}

}  // namespace

Result<void> check_inner_nodes(TreeSize size, const TileReader& tiles) {
  for (unsigned level = 0; level < kMaxTileLevels; ++level)
    for (std::uint64_t index = 0; index < tiles_at(level, size); ++index) {
      JUMELAGE_TRY(check_tile(tiles, {level, index}, size));
    }
  return ok();
}

}  // namespace jumelage::merkle
