#include "merkle/reader.h"

#include "base/check.h"

namespace jumelage::merkle {

Result<Digest> TileNodes::read(NodeId node) const {
  const TileId tile = tile_of(node);
  Last& last = last_.at(tile.level);
  if (last.bytes.empty() || last.index != tile.index) {
    JUMELAGE_TRY(const ByteView bytes, tiles_->read(tile));
    JUMELAGE_CHECK(bytes.size() == kTileBytes, "a tile reader hands out whole tiles");
    last = {tile.index, bytes};
  }
  return *Digest::from(last.bytes.subspan(offset_of(node), Digest::kSize));
}

}  // namespace jumelage::merkle
