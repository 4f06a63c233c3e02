// The Merkle tree's tiles on disk: 16,352 bytes each, inner nodes included (merkle/tile.h), four pages of the file.
#pragma once

#include <optional>

#include "base/bytes.h"
#include "base/ids.h"
#include "merkle/reader.h"
#include "merkle/tile.h"
#include "store/environment.h"

namespace jumelage::store {

// Stateless: copy freely, share between threads.
class TreeStore {
 public:
  explicit TreeStore(const Environment& environment) : dbi_(environment.tree_dbi()) {}

  // A tile as it lies in the mapped file, nothing copied (lifetime: transaction.h). Its first kServedTileBytes are
  // what is served. Nothing: no such tile. kDamaged: it has another size.
  Result<std::optional<ByteView>> find(const Transaction& txn, merkle::TileId tile) const;

  // Inserts or replaces one tile of kTileBytes; made to be called from merkle::Tree::take_dirty().
  Result<void> write(WriteTransaction& txn, merkle::TileId tile, ByteView bytes) const;

  // Makes what is stored what it would be if only the first `size` leaves had ever been added, byte for byte.
  // There must be that many. Errors: kDamaged, merkle.damaged, kNoSpace.
  Result<void> truncate(WriteTransaction& txn, TreeSize size) const;

 private:
  Dbi dbi_;
};

// The stored tiles as merkle wants them; wrap it in merkle::TileNodes to make proofs. Both are borrowed for its life.
class StoredTiles final : public merkle::TileReader {
 public:
  StoredTiles(const TreeStore& store, const Transaction& txn) : store_(store), txn_(&txn) {}
  // kDamaged: no such tile.
  Result<ByteView> read(merkle::TileId tile) const override;

 private:
  TreeStore store_;
  const Transaction* txn_;
};

}  // namespace jumelage::store
