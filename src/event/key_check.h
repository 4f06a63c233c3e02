// Whether a key may be enrolled at all. Here because rules don't reach into crypto themselves.
#pragma once

#include "base/ids.h"
#include "crypto/ed25519.h"

namespace jumelage::event {

// A canonical Ed25519 public key of the prime-order group: small-order points would verify forged signatures.
inline bool is_valid_key(const KeyId& key) {
  return crypto::is_valid_public_key(key);
}

}  // namespace jumelage::event
