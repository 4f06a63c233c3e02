// The growing right edge of a tree, in memory: at most one partly filled tile at each tile level, and the full ones
// not taken yet. Everything to the left of it is in the store and never changes.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"
#include "merkle/merkle_error.h"
#include "merkle/reader.h"

namespace jumelage::merkle {

// The bytes (kTileBytes) are borrowed for the call.
using TileVisitor = std::function<Result<void>(TileId, ByteView)>;

// A value: copy it before a batch and keep the copy until the batch is on disk. Belongs to one thread at a time.
// Memory: 16 KiB for each tile level (three at 16 million leaves), and 64 bytes for each append not taken yet.
class Tree {
 public:
  Tree() = default;  // the empty tree

  // The tree of the first `size` leaves of what is stored; the store may hold more. Reads one tile a level and
  // recomputes its inner nodes. kDamaged: they are not what is stored. A tile with nodes beyond `size` counts as
  // changed: writing what take_dirty() hands out, and removing the tiles beyond, truncates the stored tree.
  static Result<Tree> load(TreeSize size, const TileReader& tiles);

  void append(const Digest& leaf_hash);
  TreeSize size() const { return size_; }
  Digest root() const;

  // Hands out every tile changed since the last time, each once and whole, in the order of TileId. The first error
  // stops it and is returned; nothing counts as taken then.
  Result<void> take_dirty(const TileVisitor& visit);

 private:
  // One tile level. The tiles follow each other from `first`; all but the last are full.
  struct Edge {
    std::uint64_t first = 0;
    std::vector<Bytes> tiles;  // each kTileBytes; empty: all of them full and taken
    bool is_dirty = false;     // if so, all of them
  };

  Result<void> load_edge(unsigned level, const TileReader& tiles);
  static Bytes& tile_to_fill(Edge& edge, std::uint64_t column);
  Digest complete_node(NodeId node) const;
  void forget_full_tiles(unsigned level);

  TreeSize size_;
  std::array<Edge, kMaxTileLevels> edges_;
};

}  // namespace jumelage::merkle
