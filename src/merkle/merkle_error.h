// What can happen to trees and proofs.
#pragma once

#include <string_view>

#include "base/error.h"

namespace jumelage::merkle {

enum class MerkleError {
  kOutOfRange,    // an index or size that the tree does not have
  kWrongLength,   // a proof with too few or too many hashes for that index and size
  kRootMismatch,  // a proof that leads to another root
  kDamaged,       // a stored tile that contradicts itself; evidence, never a crash
};
std::string_view code_name(MerkleError code);

}  // namespace jumelage::merkle
