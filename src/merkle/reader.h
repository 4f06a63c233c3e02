// Where complete nodes come from. Implemented by the store (and by maps in tests).
#pragma once

#include <array>

#include "base/bytes.h"
#include "base/result.h"
#include "merkle/tile.h"

namespace jumelage::merkle {

class NodeReader {
 public:
  virtual ~NodeReader() = default;
  // Asked for complete nodes of the tree only. Any error is handed on to the caller unchanged.
  virtual Result<Digest> read(NodeId node) const = 0;
};

class TileReader {
 public:
  virtual ~TileReader() = default;
  // Exactly kTileBytes, borrowed: valid until the reader's transaction ends. Asked only for tiles that the tree
  // holds; one that is missing is an error of the store's.
  virtual Result<ByteView> read(TileId tile) const = 0;
};

// Nodes out of tiles. Remembers the last tile of each level, so that a proof fetches each tile once.
// Belongs to one thread and to one transaction of the reader.
class TileNodes final : public NodeReader {
 public:
  explicit TileNodes(const TileReader& tiles) : tiles_(&tiles) {}
  Result<Digest> read(NodeId node) const override;

 private:
  struct Last {
    std::uint64_t index = 0;
    ByteView bytes;  // empty: none yet
  };
  const TileReader* tiles_;
  mutable std::array<Last, kMaxTileLevels> last_;
};

}  // namespace jumelage::merkle
