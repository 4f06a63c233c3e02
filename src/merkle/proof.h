// Inclusion and consistency proofs (RFC 6962, sections 2.1.1 and 2.1.2; RFC 9162 says how to verify them).
//
// Proofs are made for any size up to what the reader holds, from complete nodes alone: the few hashes of the right
// edge that belong to that size only are computed. At most 2·64 nodes are read.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "merkle/merkle_error.h"
#include "merkle/reader.h"

namespace jumelage::merkle {

inline constexpr std::size_t kMaxProofHashes = 64;  // an inclusion proof; a consistency proof may have one more

// The root of the tree of the first `size` leaves. Fails only when the reader does.
Result<Digest> root_at(const NodeReader& reader, TreeSize size);

// The hashes beside the way from leaf `index` up to the root, lowest first. kOutOfRange: index >= size.
Result<std::vector<Digest>> inclusion_proof(const NodeReader& reader, EntryIndex index, TreeSize size);

// Why the tree of size `to` begins with the tree of size `from`. Empty when `from` is 0 or `to`.
// kOutOfRange: from > to.
Result<std::vector<Digest>> consistency_proof(const NodeReader& reader, TreeSize from, TreeSize to);

// The last pair hashed at each level. Proofs of neighbouring leaves share all but the lowest steps: checked one after
// the other with the same memory, each costs two hashes or so. Belongs to one thread.
class PairMemory {
 public:
  // node_hash(left, right), remembered or computed.
  const Digest& hash(unsigned level, const Digest& left, const Digest& right);

 private:
  struct Pair {
    Digest left;
    Digest right;
    Digest hash;
  };
  std::array<std::optional<Pair>, 64> last_;
};

// The root that this leaf hash and this proof lead to. kOutOfRange, kWrongLength.
Result<Digest> root_from_inclusion(EntryIndex index, TreeSize size, const Digest& leaf_hash,
                                   std::span<const Digest> proof, PairMemory* memory = nullptr);

// Well when leaf `index` of the tree with this size and root has this hash.
Result<void> verify_inclusion(EntryIndex index, TreeSize size, const Digest& leaf_hash, std::span<const Digest> proof,
                              const Digest& root);

// Well when the tree (to, root_to) begins with the tree (from, root_from). Every tree begins with the empty one, so
// that a check from 0 to a greater size would say nothing, and is refused: kOutOfRange. kWrongLength, kRootMismatch.
Result<void> verify_consistency(TreeSize from, TreeSize to, const Digest& root_from, const Digest& root_to,
                                std::span<const Digest> proof);

}  // namespace jumelage::merkle
