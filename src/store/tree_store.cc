#include "store/tree_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "merkle/tree.h"
#include "store/lmdb_values.h"

namespace jumelage::store {
namespace {

// The level above the index: a tree of 64 bits has 2^56 tiles at level 0. Tiles of one level are neighbours.
constexpr unsigned kIndexBits = 56;

std::uint64_t key_number(merkle::TileId tile) {
  return std::uint64_t{tile.level} << kIndexBits | tile.index;
}

// Removes the tiles of one level from `first` on.
Result<void> remove_from(MDB_cursor* cursor, merkle::TileId first) {
  while (true) {
    std::uint64_t number = key_number(first);
    MDB_val key = to_integer_key(number);
    MDB_val value{};
    int status = mdb_cursor_get(cursor, &key, &value, MDB_SET_RANGE);
    if (status == MDB_NOTFOUND) return ok();
    if (status != MDB_SUCCESS) return lmdb_error(status, "read the tree");
    std::memcpy(&number, key.mv_data, std::min(key.mv_size, sizeof number));
    if (number >> kIndexBits != first.level) return ok();
    status = mdb_cursor_del(cursor, 0);
    if (status != MDB_SUCCESS) return lmdb_error(status, "shorten the tree");
  }
}

// A slot that was never filled is zero, and loading a tree doesn't notice that at its very edge.
Result<void> check_leaf(const StoredTiles& tiles, EntryIndex leaf) {
  const merkle::NodeId node{0, leaf.value};
  JUMELAGE_TRY(const ByteView tile, tiles.read(merkle::tile_of(node)));
  if (!Digest::from(tile.subspan(merkle::offset_of(node), Digest::kSize))->is_zero()) return ok();
  return Error(
      StoreError::kDamaged,
      fmt::format("leaf {} is missing from the tree; keep a copy of the folder and go back to a backup", leaf.value));
}

}  // namespace

Result<std::optional<ByteView>> TreeStore::find(const Transaction& txn, merkle::TileId tile) const {
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi_));
  std::uint64_t number = key_number(tile);
  MDB_val key = to_integer_key(number);
  MDB_val value{};
  const int status = mdb_cursor_get(cursor, &key, &value, MDB_SET);
  if (status == MDB_NOTFOUND) return std::optional<ByteView>();
  if (status != MDB_SUCCESS) return lmdb_error(status, "read the tree");
  if (value.mv_size != merkle::kTileBytes)
    return Error(
        StoreError::kDamaged,
        fmt::format("tile {} of level {} has {} bytes instead of {}; keep a copy of the folder and go back to a backup",
                    tile.index, tile.level, value.mv_size, merkle::kTileBytes));
  return std::optional(to_view(value));
}

Result<void> TreeStore::write(WriteTransaction& txn, merkle::TileId tile, ByteView bytes) const {
  JUMELAGE_CHECK(bytes.size() == merkle::kTileBytes, "a tile is written whole");
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi_));
  std::uint64_t number = key_number(tile);
  MDB_val key = to_integer_key(number);
  MDB_val value = to_value(bytes);
  if (const int status = mdb_cursor_put(cursor, &key, &value, 0); status != MDB_SUCCESS)
    return lmdb_error(status, "write the tree");
  return ok();
}

Result<void> TreeStore::truncate(WriteTransaction& txn, TreeSize size) const {
  if (size.value > 0) {
    JUMELAGE_TRY(check_leaf(StoredTiles(*this, txn), {size.value - 1}));
  }
  // Loading recomputes the right edge for that size; what it then calls changed is what must look different.
  JUMELAGE_TRY(merkle::Tree tree, merkle::Tree::load(size, StoredTiles(*this, txn)));
  JUMELAGE_TRY(MDB_cursor* const cursor, txn.cursor(dbi_));
  for (unsigned level = 0; level < merkle::kMaxTileLevels; ++level) {
    JUMELAGE_TRY(remove_from(cursor, {level, merkle::tiles_at(level, size)}));
  }
  return tree.take_dirty([&](merkle::TileId tile, ByteView bytes) { return write(txn, tile, bytes); });
}

Result<ByteView> StoredTiles::read(merkle::TileId tile) const {
  JUMELAGE_TRY(const std::optional<ByteView> bytes, store_.find(*txn_, tile));
  if (bytes) return *bytes;
  return Error(
      StoreError::kDamaged,
      fmt::format("tile {} of level {} is missing from the tree; keep a copy of the folder and go back to a backup",
                  tile.index, tile.level));
}

}  // namespace jumelage::store
