// The three hashes of a Merkle tree (RFC 6962, section 2.1). The prefix byte keeps an entry from ever passing for
// a pair of nodes.
#pragma once

#include "base/bytes.h"
#include "base/ids.h"

namespace jumelage::merkle {

Digest leaf_hash(ByteView entry);                           // SHA-256(0x00 ‖ entry)
Digest node_hash(const Digest& left, const Digest& right);  // SHA-256(0x01 ‖ left ‖ right)
const Digest& empty_root();                                 // SHA-256 of nothing

}  // namespace jumelage::merkle
