#include "merkle/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <optional>

#include "base/check.h"
#include "merkle/hash.h"

namespace jumelage::merkle {
namespace {

Digest read_slot(ByteView tile, unsigned row, std::uint64_t column) {
  return *Digest::from(tile.subspan(offset_in_tile(row, column), Digest::kSize));
}

void write_slot(Bytes& tile, unsigned row, std::uint64_t column, const Digest& hash) {
  std::copy(hash.bytes.begin(), hash.bytes.end(),
            tile.begin() + static_cast<std::ptrdiff_t>(offset_in_tile(row, column)));
}

// Puts a hash into the next slot of row 0, and into the rows above it the nodes that it completes. Returns the
// hash of the whole tile when this was its last slot.
std::optional<Digest> fill(Bytes& tile, std::uint64_t column, Digest hash) {
  write_slot(tile, 0, column, hash);
  for (unsigned row = 0; row < kTileHeight; ++row, column >>= 1) {
    if ((column & 1) == 0) return std::nullopt;
    hash = node_hash(read_slot(tile, row, column - 1), hash);
    write_slot(tile, row + 1, column >> 1, hash);
  }
  return hash;
}

// Are the complete nodes of `expected`, a tile with `width` hashes in row 0, the same in `stored`?
bool has_same_nodes(ByteView expected, ByteView stored, unsigned width) {
  for (unsigned row = 0; row <= kTileHeight; ++row) {
    const std::size_t begin = offset_in_tile(row, 0);
    const std::size_t bytes = std::size_t{width >> row} * Digest::kSize;
    if (!equal(expected.subspan(begin, bytes), stored.subspan(begin, bytes))) return false;
  }
  return true;
}

}  // namespace

Result<Tree> Tree::load(TreeSize size, const TileReader& tiles) {
  Tree tree;
  tree.size_ = size;
  for (unsigned level = 0; level < kMaxTileLevels; ++level) {
    JUMELAGE_TRY(tree.load_edge(level, tiles));
  }
  return tree;
}

Result<void> Tree::load_edge(unsigned level, const TileReader& tiles) {
  Edge& edge = edges_.at(level);
  edge.first = hashes_at(level, size_) / kTileWidth;
  const TileId id{level, edge.first};
  const unsigned width = width_of(id, size_);
  if (width == 0) return ok();

  JUMELAGE_TRY(const ByteView stored, tiles.read(id));
  JUMELAGE_CHECK(stored.size() == kTileBytes, "a tile reader hands out whole tiles");
  Bytes tile(kTileBytes);
  for (unsigned column = 0; column < width; ++column) fill(tile, column, read_slot(stored, 0, column));
  if (!has_same_nodes(tile, stored, width))
    return Error(MerkleError::kDamaged,
                 fmt::format("tile {} of level {} holds inner hashes that are not those of its first row; restore the "
                             "ledger from a copy, or rebuild its tree from the log",
                             id.index, id.level));
  edge.is_dirty = !equal(tile, stored);
  edge.tiles.push_back(std::move(tile));
  return ok();
}

void Tree::append(const Digest& leaf_hash) {
  JUMELAGE_CHECK(size_.value != UINT64_MAX, "a tree's size fits 64 bits");
  std::optional<Digest> complete = leaf_hash;
  for (unsigned level = 0; complete; ++level) {
    const std::uint64_t column = hashes_at(level, size_) % kTileWidth;
    complete = fill(tile_to_fill(edges_.at(level), column), column, *complete);
  }
  ++size_.value;
}

// The last tile; a new one when the last is full, or is no longer here.
Bytes& Tree::tile_to_fill(Edge& edge, std::uint64_t column) {
  if (column == 0) edge.tiles.emplace_back(kTileBytes);
  edge.is_dirty = true;
  return edge.tiles.back();
}

Digest Tree::root() const {
  if (size_.value == 0) return empty_root();
  std::optional<Digest> root;
  for (std::uint64_t rest = size_.value; rest != 0; rest &= rest - 1) {
    const auto level = static_cast<unsigned>(std::countr_zero(rest));
    const Digest left = complete_node({level, (rest >> level) - 1});
    root = root ? node_hash(left, *root) : left;
  }
  return *root;
}

// Only for the nodes that make up the root: where the size has a bit, that level's tile is not full, and is here.
Digest Tree::complete_node(NodeId node) const {
  const std::size_t offset = offset_of(node);
  return *Digest::from(ByteView(edges_.at(tile_of(node).level).tiles.back()).subspan(offset, Digest::kSize));
}

Result<void> Tree::take_dirty(const TileVisitor& visit) {
  for (unsigned level = 0; level < kMaxTileLevels; ++level) {
    const Edge& edge = edges_.at(level);
    if (!edge.is_dirty) continue;
    for (std::size_t i = 0; i < edge.tiles.size(); ++i) {
      JUMELAGE_TRY(visit({level, edge.first + i}, edge.tiles[i]));
    }
  }
  for (unsigned level = 0; level < kMaxTileLevels; ++level) forget_full_tiles(level);
  return ok();
}

void Tree::forget_full_tiles(unsigned level) {
  Edge& edge = edges_.at(level);
  edge.is_dirty = false;
  const std::uint64_t full = hashes_at(level, size_) / kTileWidth - edge.first;
  edge.tiles.erase(edge.tiles.begin(), edge.tiles.begin() + static_cast<std::ptrdiff_t>(full));
  edge.first += full;
}

}  // namespace jumelage::merkle
