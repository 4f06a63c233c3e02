#include "merkle/hash.h"

#include "crypto/sha256.h"

namespace jumelage::merkle {
namespace {

constexpr std::uint8_t kLeafPrefix[] = {0x00};
constexpr std::uint8_t kNodePrefix[] = {0x01};

}  // namespace

Digest leaf_hash(ByteView entry) {
  return crypto::sha256({kLeafPrefix, entry});
}

Digest node_hash(const Digest& left, const Digest& right) {
  // One piece hashes faster than three.
  std::uint8_t input[1 + 2 * Digest::kSize];
  input[0] = kNodePrefix[0];
  std::memcpy(input + 1, left.bytes.data(), Digest::kSize);
  std::memcpy(input + 1 + Digest::kSize, right.bytes.data(), Digest::kSize);
  return crypto::sha256(input);
}

const Digest& empty_root() {
  static const Digest root = crypto::sha256(ByteView{});
  return root;
}

}  // namespace jumelage::merkle
