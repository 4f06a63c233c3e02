// Where each node of the tree is kept: 256 wide tiles that hold their inner nodes too.
//
// A node is complete when every leaf below it exists; it never changes from then on. Only complete nodes are stored.
// A tile is a subtree of 8 levels: 256 hashes (row 0), the 128 above them (row 1), and so on to the single one of
// row 8, row after row. Row 0 is byte for byte the tile that c2sp.org/tlog-tiles serves. Row 8 is the same hash as
// the slot in row 0 one tile level up; it is kept in both. Slots not complete yet are zero.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include "base/ids.h"

namespace jumelage::merkle {

inline constexpr unsigned kTileHeight = 8;
inline constexpr std::uint64_t kTileWidth = 256;
inline constexpr std::size_t kTileNodes = 2 * kTileWidth - 1;
inline constexpr std::size_t kTileBytes = kTileNodes * Digest::kSize;        // 16,352
inline constexpr std::size_t kServedTileBytes = kTileWidth * Digest::kSize;  // 8,192: row 0
inline constexpr unsigned kMaxTileLevels = 8;                                // enough for sizes of 64 bits
inline constexpr unsigned kMaxNodeLevels = kMaxTileLevels * kTileHeight;     // complete nodes: levels 0 to 63

// The node above leaves index·2^level to (index + 1)·2^level - 1. Level 0: the leaf hashes themselves.
struct NodeId {
  unsigned level = 0;
  std::uint64_t index = 0;
  auto operator<=>(const NodeId&) const = default;
};

// Row 0 of tile (level, index) is the nodes of level 8·level from 256·index on.
// Ordered by level, then index: the order of their keys on disk.
struct TileId {
  unsigned level = 0;
  std::uint64_t index = 0;
  auto operator<=>(const TileId&) const = default;
};

// The tile that holds a node as its row 0 to 7.
constexpr TileId tile_of(NodeId node) {
  const unsigned row = node.level % kTileHeight;
  return {node.level / kTileHeight, node.index >> (kTileHeight - row)};
}

// Bytes from the start of a tile to slot `column` of `row` (0 to 8).
constexpr std::size_t offset_in_tile(unsigned row, std::uint64_t column) {
  const std::size_t before = 2 * kTileWidth - (2 * kTileWidth >> row);
  return (before + static_cast<std::size_t>(column)) * Digest::kSize;
}

// Bytes from the start of tile_of(node) to the node's hash.
constexpr std::size_t offset_of(NodeId node) {
  const unsigned row = node.level % kTileHeight;
  return offset_in_tile(row, node.index & ((kTileWidth >> row) - 1));
}

// How many slots of row 0 at that tile level a tree of this size fills, over all tiles.
constexpr std::uint64_t hashes_at(unsigned tile_level, TreeSize size) {
  return size.value >> (tile_level * kTileHeight);
}

// How many tiles a tree of this size has at that tile level, the last partly filled or not.
constexpr std::uint64_t tiles_at(unsigned tile_level, TreeSize size) {
  const std::uint64_t hashes = hashes_at(tile_level, size);
  return hashes / kTileWidth + (hashes % kTileWidth != 0 ? 1 : 0);
}

// How many slots of row 0 that tile fills in a tree of this size: 0 (there is no such tile) to 256 (full).
constexpr unsigned width_of(TileId tile, TreeSize size) {
  const std::uint64_t hashes = hashes_at(tile.level, size);
  const std::uint64_t full = hashes / kTileWidth;
  if (tile.index != full) return tile.index < full ? kTileWidth : 0;
  return static_cast<unsigned>(hashes % kTileWidth);
}

}  // namespace jumelage::merkle
