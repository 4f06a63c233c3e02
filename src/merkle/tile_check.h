// Whether stored tiles are what their own leaves make of them.
#pragma once

#include "base/result.h"
#include "merkle/reader.h"
#include "merkle/tile.h"

namespace jumelage::merkle {

// Every complete node above the leaves of a tree of this size is the hash of the two below it, in every tile that
// keeps it. Then the root is the one that follows from the leaves. One hash a leaf. kDamaged, with the place; the
// reader's errors.
Result<void> check_inner_nodes(TreeSize size, const TileReader& tiles);

}  // namespace jumelage::merkle
