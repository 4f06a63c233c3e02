#include "merkle/proof.h"

#include <fmt/format.h>

#include <bit>

#include "base/check.h"
#include "merkle/hash.h"

namespace jumelage::merkle {
namespace {

// The way from a complete node up to the root, level by level, beside the way up from the last leaf.
struct Climb {
  unsigned level;
  std::uint64_t index;  // of the node on the way, at this level
  std::uint64_t last;   // of the last node at this level

  Climb(NodeId from, std::uint64_t size) : level(from.level), index(from.index), last((size - 1) >> from.level) {}

  bool is_at_root() const { return last == 0; }
  bool is_right_child() const { return (index & 1) != 0; }
  // The last node of a level may have none: it is then the same node one level up.
  bool has_sibling() const { return sibling() <= last; }
  std::uint64_t sibling() const { return index ^ 1; }
  void up() {
    ++level;
    index >>= 1;
    last >>= 1;
  }
};

// The root of the last `size - begin` leaves, where `begin` is at a boundary of a power of two above their number.
// It is made of one complete node for each bit of that number; each one ends where the next begins.
Result<Digest> right_edge(const NodeReader& reader, std::uint64_t begin, std::uint64_t size) {
  JUMELAGE_CHECK(begin < size, "a right edge holds leaves");
  const auto complete_before = [&reader](std::uint64_t end) {
    const auto level = static_cast<unsigned>(std::countr_zero(end));
    return reader.read({level, (end >> level) - 1});
  };
  JUMELAGE_TRY(Digest root, complete_before(size));
  for (std::uint64_t end = size & (size - 1); end > begin; end &= end - 1) {
    JUMELAGE_TRY(const Digest left, complete_before(end));
    root = node_hash(left, root);
  }
  return root;
}

// A node of the tree of that size, which its right edge may cut.
Result<Digest> node_in(const NodeReader& reader, NodeId node, std::uint64_t size) {
  const bool is_complete = node.index < size >> node.level;
  return is_complete ? reader.read(node) : right_edge(reader, node.index << node.level, size);
}

// Appends the hashes beside the way from `node` up to the root, lowest first.
Result<void> add_siblings(const NodeReader& reader, NodeId node, std::uint64_t size, std::vector<Digest>& hashes) {
  for (Climb climb(node, size); !climb.is_at_root(); climb.up()) {
    if (!climb.has_sibling()) continue;
    JUMELAGE_TRY(const Digest sibling, node_in(reader, {climb.level, climb.sibling()}, size));
    hashes.push_back(sibling);
  }
  return ok();
}

std::vector<Digest> room_for_a_proof() {
  std::vector<Digest> hashes;
  hashes.reserve(kMaxProofHashes + 1);
  return hashes;
}

// The greatest complete node that ends with the tree of this size.
NodeId last_complete(std::uint64_t size) {
  const auto level = static_cast<unsigned>(std::countr_zero(size));
  return {level, (size >> level) - 1};
}

Error out_of_range(EntryIndex index, TreeSize size) {
  return {MerkleError::kOutOfRange, fmt::format("entry {} is not in a tree of size {}; ask for a greater size or a "
                                                "lower index",
                                                index.value, size.value)};
}

Error shrinking(TreeSize from, TreeSize to) {
  return {MerkleError::kOutOfRange,
          fmt::format("a tree of size {} cannot begin with one of size {}; give the smaller size first", to.value,
                      from.value)};
}

Error wrong_length(std::size_t hashes) {
  return {MerkleError::kWrongLength,
          fmt::format("the proof has {} hashes, not the number that this place in the tree needs; get the proof again",
                      hashes)};
}

Error mismatch(std::string_view what, TreeSize size) {
  return {MerkleError::kRootMismatch,
          fmt::format("the {} leads to another root than the one given for size {}; either the proof or the root is "
                      "not from this log: keep both as evidence",
                      what, size.value)};
}

Error says_nothing() {
  return {MerkleError::kOutOfRange,
          "every tree begins with the empty one, so a consistency check from size 0 proves nothing; leave it out"};
}

Result<void> verify_same(TreeSize size, const Digest& a, const Digest& b, std::span<const Digest> proof) {
  if (!proof.empty()) return wrong_length(proof.size());
  if (a != b || (size.value == 0 && a != empty_root())) return mismatch("empty consistency proof", size);
  return ok();
}

}  // namespace

Result<Digest> root_at(const NodeReader& reader, TreeSize size) {
  if (size.value == 0) return empty_root();
  return right_edge(reader, 0, size.value);
}

Result<std::vector<Digest>> inclusion_proof(const NodeReader& reader, EntryIndex index, TreeSize size) {
  if (index.value >= size.value) return out_of_range(index, size);
  std::vector<Digest> proof = room_for_a_proof();
  JUMELAGE_TRY(add_siblings(reader, {0, index.value}, size.value, proof));
  return proof;
}

Result<std::vector<Digest>> consistency_proof(const NodeReader& reader, TreeSize from, TreeSize to) {
  if (from > to) return shrinking(from, to);
  std::vector<Digest> proof = room_for_a_proof();
  if (from.value == 0 || from == to) return proof;
  const NodeId start = last_complete(from.value);
  if (start.index != 0) {  // otherwise it is the old root, which the verifier has
    JUMELAGE_TRY(const Digest hash, reader.read(start));
    proof.push_back(hash);
  }
  JUMELAGE_TRY(add_siblings(reader, start, to.value, proof));
  return proof;
}

const Digest& PairMemory::hash(unsigned level, const Digest& left, const Digest& right) {
  std::optional<Pair>& pair = last_[level];
  if (!pair || pair->left != left || pair->right != right) pair = Pair{left, right, node_hash(left, right)};
  return pair->hash;
}

Result<Digest> root_from_inclusion(EntryIndex index, TreeSize size, const Digest& leaf_hash,
                                   std::span<const Digest> proof, PairMemory* memory) {
  if (index.value >= size.value) return out_of_range(index, size);
  const auto parent = [memory](unsigned level, const Digest& left, const Digest& right) {
    return memory != nullptr ? memory->hash(level, left, right) : node_hash(left, right);
  };
  Digest hash = leaf_hash;
  std::size_t used = 0;
  for (Climb climb({0, index.value}, size.value); !climb.is_at_root(); climb.up()) {
    if (!climb.has_sibling()) continue;
    if (used == proof.size()) return wrong_length(proof.size());
    const Digest& sibling = proof[used++];
    hash = climb.is_right_child() ? parent(climb.level, sibling, hash) : parent(climb.level, hash, sibling);
  }
  if (used != proof.size()) return wrong_length(proof.size());
  return hash;
}

Result<void> verify_inclusion(EntryIndex index, TreeSize size, const Digest& leaf_hash, std::span<const Digest> proof,
                              const Digest& root) {
  JUMELAGE_TRY(const Digest found, root_from_inclusion(index, size, leaf_hash, proof));
  if (found != root) return mismatch("inclusion proof", size);
  return ok();
}

Result<void> verify_consistency(TreeSize from, TreeSize to, const Digest& root_from, const Digest& root_to,
                                std::span<const Digest> proof) {
  if (from > to) return shrinking(from, to);
  if (from == to) return verify_same(to, root_from, root_to, proof);
  if (from.value == 0) return says_nothing();

  const NodeId start = last_complete(from.value);
  std::size_t used = start.index == 0 ? 0 : 1;
  if (used > proof.size()) return wrong_length(proof.size());
  Digest old_hash = start.index == 0 ? root_from : proof[0];
  Digest new_hash = old_hash;
  for (Climb climb(start, to.value); !climb.is_at_root(); climb.up()) {
    if (!climb.has_sibling()) continue;
    if (used == proof.size()) return wrong_length(proof.size());
    const Digest& sibling = proof[used++];
    if (climb.is_right_child()) {  // left of the old tree's end: part of both trees
      old_hash = node_hash(sibling, old_hash);
      new_hash = node_hash(sibling, new_hash);
    } else {
      new_hash = node_hash(new_hash, sibling);
    }
  }
  if (used != proof.size()) return wrong_length(proof.size());
  if (old_hash != root_from) return mismatch("consistency proof", from);
  if (new_hash != root_to) return mismatch("consistency proof", to);
  return ok();
}

}  // namespace jumelage::merkle
