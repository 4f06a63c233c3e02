#include "merkle/proof.h"

#include <gtest/gtest.h>

#include <functional>

#include "base/hex.h"
#include "merkle/batch.h"
#include "merkle/hash.h"
#include "naive_tree.h"

namespace jumelage::merkle {
namespace {

constexpr std::uint64_t kLeaves = 300;

class Proof : public testing::Test {
 protected:
  const std::vector<Digest> leaves_ = naive::leaves(kLeaves);
  const naive::Nodes nodes_{leaves_};

  naive::Hashes first(std::uint64_t size) const { return naive::Hashes(leaves_).first(size); }
  std::vector<Digest> roots() const {
    std::vector<Digest> out;
    for (std::uint64_t size = 0; size <= kLeaves; ++size) out.push_back(naive::root(first(size)));
    return out;
  }
};

// The tree of eight leaves that Certificate Transparency's own tests use.
TEST(Hash, gives_the_values_of_the_reference_tree) {
  EXPECT_EQ(to_hex(leaf_hash({}).view()), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  EXPECT_EQ(to_hex(empty_root().view()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  std::vector<Digest> leaves;
  for (const char* hex :
       {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
    leaves.push_back(leaf_hash(from_hex(hex).value()));
  EXPECT_EQ(to_hex(root_of(leaves).view()), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  EXPECT_EQ(node_hash(leaves[0], leaves[1]), root_of(naive::Hashes(leaves).first(2)));
}

TEST_F(Proof, gives_the_root_of_every_size) {
  for (std::uint64_t size = 0; size <= kLeaves; ++size)
    EXPECT_EQ(root_at(nodes_, {size}).value(), naive::root(first(size)));
}

TEST_F(Proof, of_inclusion_is_the_path_of_rfc_6962_at_every_size) {
  for (std::uint64_t size = 1; size <= kLeaves; ++size) {
    const Digest root = naive::root(first(size));
    for (std::uint64_t index = 0; index<size; index += size> 70 ? 7 : 1) {
      const auto proof = inclusion_proof(nodes_, {index}, {size});
      ASSERT_TRUE(proof) << proof.error().message();
      EXPECT_EQ(proof.value(), naive::path(index, first(size))) << index << " of " << size;
      EXPECT_TRUE(verify_inclusion({index}, {size}, leaves_[index], proof.value(), root)) << index << " of " << size;
    }
  }
}

TEST_F(Proof, of_inclusion_leads_to_the_same_root_whatever_was_checked_before_with_the_same_memory) {
  PairMemory memory;
  for (const std::uint64_t size : {1ULL, 2ULL, 7ULL, 64ULL, 299ULL}) {
    for (std::uint64_t index = 0; index < size; ++index) {
      std::vector<Digest> proof = naive::path(index, first(size));
      EXPECT_EQ(root_from_inclusion({index}, {size}, leaves_[index], proof, &memory).value(), naive::root(first(size)));
      if (proof.empty()) continue;
      proof[index % proof.size()].bytes[index % 32] ^= 1;
      EXPECT_NE(root_from_inclusion({index}, {size}, leaves_[index], proof, &memory).value(), naive::root(first(size)));
    }
  }
}

TEST_F(Proof, of_consistency_is_the_proof_of_rfc_6962_at_every_two_sizes) {
  const std::vector<Digest> roots = this->roots();
  for (std::uint64_t to = 1; to <= kLeaves; to += to > 70 ? 5 : 1) {
    for (std::uint64_t from = 1; from <= to; ++from) {
      const auto proof = consistency_proof(nodes_, {from}, {to});
      ASSERT_TRUE(proof) << proof.error().message();
      EXPECT_EQ(proof.value(), naive::subproof(from, first(to), true)) << from << " to " << to;
      EXPECT_TRUE(verify_consistency({from}, {to}, roots[from], roots[to], proof.value())) << from << " to " << to;
    }
  }
}

TEST_F(Proof, reads_each_node_once_and_few_of_them) {
  for (std::uint64_t index = 0; index < kLeaves; ++index) {
    nodes_.reads = 0;
    ASSERT_TRUE(inclusion_proof(nodes_, {index}, {kLeaves}));
    EXPECT_LE(nodes_.reads, 9U + 4U) << "the height, and the right edge";
  }
}

TEST_F(Proof, of_what_the_tree_does_not_hold_is_refused) {
  EXPECT_TRUE(inclusion_proof(nodes_, {5}, {5}).error().is(MerkleError::kOutOfRange));
  EXPECT_TRUE(inclusion_proof(nodes_, {0}, {0}).error().is(MerkleError::kOutOfRange));
  EXPECT_TRUE(inclusion_proof(nodes_, {UINT64_MAX}, {5}).error().is(MerkleError::kOutOfRange));
  EXPECT_TRUE(consistency_proof(nodes_, {6}, {5}).error().is(MerkleError::kOutOfRange));
  EXPECT_TRUE(consistency_proof(nodes_, {0}, {5}).value().empty());
  EXPECT_EQ(inclusion_proof(nodes_, {0}, {kLeaves + 1}).error().code(), "test.absent") << "the reader's own error";
}

TEST_F(Proof, from_the_empty_tree_proves_nothing) {
  EXPECT_TRUE(verify_consistency({0}, {1}, empty_root(), leaves_[0], {}).error().is(MerkleError::kOutOfRange));
  EXPECT_TRUE(verify_consistency({0}, {0}, empty_root(), empty_root(), {}));
  EXPECT_TRUE(verify_consistency({0}, {0}, leaves_[0], leaves_[0], {}).error().is(MerkleError::kRootMismatch));
}

// Calls `check` with every single bit of the hash flipped in turn.
void with_each_bit_flipped(Digest& hash, const std::function<void()>& check) {
  for (std::size_t bit = 0; bit < Digest::kSize * 8; ++bit) {
    const auto mask = static_cast<std::uint8_t>(1U << bit % 8);
    hash.bytes[bit / 8] ^= mask;
    check();
    hash.bytes[bit / 8] ^= mask;
  }
}

TEST_F(Proof, of_inclusion_with_any_flipped_bit_is_refused) {
  for (std::uint64_t size = 1; size <= 9; ++size) {
    for (std::uint64_t index = 0; index < size; ++index) {
      std::vector<Digest> proof = inclusion_proof(nodes_, {index}, {size}).value();
      Digest root = naive::root(first(size));
      Digest leaf = leaves_[index];
      const auto refused = [&] { EXPECT_FALSE(verify_inclusion({index}, {size}, leaf, proof, root)); };
      with_each_bit_flipped(root, refused);
      with_each_bit_flipped(leaf, refused);
      for (Digest& hash : proof) with_each_bit_flipped(hash, refused);
      EXPECT_TRUE(verify_inclusion({index}, {size}, leaf, proof, root));
    }
  }
}

TEST_F(Proof, of_consistency_with_any_flipped_bit_is_refused) {
  for (std::uint64_t to = 2; to <= 9; ++to) {
    for (std::uint64_t from = 1; from < to; ++from) {
      std::vector<Digest> proof = consistency_proof(nodes_, {from}, {to}).value();
      Digest root_from = naive::root(first(from));
      Digest root_to = naive::root(first(to));
      const auto refused = [&] { EXPECT_FALSE(verify_consistency({from}, {to}, root_from, root_to, proof)); };
      with_each_bit_flipped(root_from, refused);
      with_each_bit_flipped(root_to, refused);
      for (Digest& hash : proof) with_each_bit_flipped(hash, refused);
      EXPECT_TRUE(verify_consistency({from}, {to}, root_from, root_to, proof));
    }
  }
}

TEST_F(Proof, of_another_length_is_refused) {
  const Digest root = naive::root(first(6));
  std::vector<Digest> proof = inclusion_proof(nodes_, {2}, {6}).value();
  std::vector<Digest> steps = consistency_proof(nodes_, {3}, {6}).value();
  const Digest old_root = naive::root(first(3));
  proof.push_back(root);
  steps.push_back(root);
  EXPECT_TRUE(verify_inclusion({2}, {6}, leaves_[2], proof, root).error().is(MerkleError::kWrongLength));
  EXPECT_TRUE(verify_consistency({3}, {6}, old_root, root, steps).error().is(MerkleError::kWrongLength));
  proof.resize(proof.size() - 2);
  steps.resize(steps.size() - 2);
  EXPECT_TRUE(verify_inclusion({2}, {6}, leaves_[2], proof, root).error().is(MerkleError::kWrongLength));
  EXPECT_TRUE(verify_consistency({3}, {6}, old_root, root, steps).error().is(MerkleError::kWrongLength));
  EXPECT_TRUE(verify_consistency({3}, {6}, old_root, root, {}).error().is(MerkleError::kWrongLength));
}

TEST_F(Proof, of_an_absurd_size_ends_at_once) {
  const std::vector<Digest> proof(64, leaves_[0]);
  const Digest& any = leaves_[0];
  EXPECT_FALSE(verify_inclusion({UINT64_MAX - 1}, {UINT64_MAX}, any, proof, any));
  EXPECT_FALSE(verify_consistency({UINT64_MAX - 1}, {UINT64_MAX}, any, any, proof));
  EXPECT_FALSE(root_at(nodes_, {UINT64_MAX}));
  EXPECT_FALSE(inclusion_proof(nodes_, {1}, {UINT64_MAX}));
}

TEST_F(Proof, of_a_packet_is_each_leafs_own) {
  for (std::uint64_t size = 0; size <= 40; ++size) {
    const auto paths = all_inclusion_paths(first(size));
    ASSERT_EQ(paths.size(), size);
    EXPECT_EQ(root_of(first(size)), naive::root(first(size)));
    for (std::uint64_t i = 0; i < size; ++i) EXPECT_EQ(paths[i], naive::path(i, first(size)));
  }
}

}  // namespace
}  // namespace jumelage::merkle
