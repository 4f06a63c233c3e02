// The names of tiles and entry bundles over HTTP (c2sp.org/tlog-tiles): "tile/0/x001/x234/067.p/12".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "merkle/tile.h"

namespace jumelage::merkle {

enum class TileKind { kHashes, kEntries };

struct TilePath {
  TileKind kind = TileKind::kHashes;
  TileId tile;                  // entry bundles have level 0: the same numbers as the tiles of their leaf hashes
  unsigned width = kTileWidth;  // hashes or entries in it: 1 to 255 in a partial one, 256 in a full one

  bool operator==(const TilePath&) const = default;
};

std::string format_tile_path(const TilePath& path);

// The one spelling of a path, and nothing else. Nothing: not such a path, or one that no tree of 64 bits has.
std::optional<TilePath> parse_tile_path(std::string_view text);

}  // namespace jumelage::merkle
