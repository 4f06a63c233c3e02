// Whole trees at once: small ones, such as the acts of one signed packet.
#pragma once

#include <span>
#include <vector>

#include "base/ids.h"

namespace jumelage::merkle {

// The root of the tree over these leaf hashes. Nothing: empty_root().
Digest root_of(std::span<const Digest> leaf_hashes);

// The inclusion proof (proof.h) of each leaf, in the order of the leaves. Hashes each node once.
std::vector<std::vector<Digest>> all_inclusion_paths(std::span<const Digest> leaf_hashes);

}  // namespace jumelage::merkle
