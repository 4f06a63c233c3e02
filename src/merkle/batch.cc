#include "merkle/batch.h"

#include <bit>

#include "merkle/hash.h"

namespace jumelage::merkle {
namespace {

using Hashes = std::span<const Digest>;
using Paths = std::span<std::vector<Digest>>;

// Leaves in the left subtree: the greatest power of two below their number (RFC 6962, section 2.1).
std::size_t left_size(std::size_t leaves) {
  return std::bit_floor(leaves - 1);
}

void add_to_each(Paths paths, const Digest& hash) {
  for (std::vector<Digest>& path : paths) path.push_back(hash);
}

// Not for nothing. Recursion is as deep as the tree is high. `paths` stays as it is when it is empty.
Digest climb(Hashes leaves, Paths paths) {
  if (leaves.size() == 1) return leaves[0];
  const std::size_t middle = left_size(leaves.size());
  const Paths left_paths = paths.empty() ? paths : paths.first(middle);
  const Paths right_paths = paths.empty() ? paths : paths.subspan(middle);
  const Digest left = climb(leaves.first(middle), left_paths);
  const Digest right = climb(leaves.subspan(middle), right_paths);
  add_to_each(left_paths, right);
  add_to_each(right_paths, left);
  return node_hash(left, right);
}

}  // namespace

Digest root_of(Hashes leaf_hashes) {
  return leaf_hashes.empty() ? empty_root() : climb(leaf_hashes, {});
}

std::vector<std::vector<Digest>> all_inclusion_paths(Hashes leaf_hashes) {
  std::vector<std::vector<Digest>> paths(leaf_hashes.size());
  if (!paths.empty()) climb(leaf_hashes, paths);
  return paths;
}

}  // namespace jumelage::merkle
