#include "crypto/crypto_error.h"

namespace jumelage::crypto {

std::string_view code_name(CryptoError code) {
  switch (code) {
    case CryptoError::kNotAKeyFile: return "crypto.not_a_key_file";
    case CryptoError::kNotEd25519: return "crypto.not_ed25519";
    case CryptoError::kUnusableKey: return "crypto.unusable_key";
    case CryptoError::kUnencrypted: return "crypto.unencrypted";
    case CryptoError::kUnsupportedProtection: return "crypto.unsupported_protection";
    case CryptoError::kWeakPassphrase: return "crypto.weak_passphrase";
    case CryptoError::kWrongPassphrase: return "crypto.wrong_passphrase";
    case CryptoError::kReadableByOthers: return "crypto.readable_by_others";
    case CryptoError::kNoResources: return "crypto.no_resources";
  }
  return "crypto.unknown";
}

}  // namespace jumelage::crypto
