#include "merkle/merkle_error.h"

namespace jumelage::merkle {

std::string_view code_name(MerkleError code) {
  switch (code) {
    case MerkleError::kOutOfRange: return "merkle.out_of_range";
    case MerkleError::kWrongLength: return "merkle.wrong_length";
    case MerkleError::kRootMismatch: return "merkle.root_mismatch";
    case MerkleError::kDamaged: return "merkle.damaged";
  }
  return "merkle.unknown";
}

}  // namespace jumelage::merkle
