// What can happen to keys and key files.
#pragma once

#include <string_view>

#include "base/error.h"

namespace jumelage::crypto {

enum class CryptoError {
  kNotAKeyFile,            // not PEM, not PKCS#8, damaged, or too large
  kNotEd25519,             // a key of another kind
  kUnusableKey,            // a public key that is_valid_public_key() refuses
  kUnencrypted,            // a private key without a passphrase
  kUnsupportedProtection,  // encrypted otherwise than by scrypt and AES-256-CBC within bounds
  kWeakPassphrase,         // too short (or absurdly long) to protect a key
  kWrongPassphrase,        // or the encrypted part was changed; one cannot tell which
  kReadableByOthers,       // the file's mode lets group or others at a private key
  kNoResources,            // the library could not do it now: out of memory
};
std::string_view code_name(CryptoError code);

}  // namespace jumelage::crypto
