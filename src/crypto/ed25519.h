// Ed25519 signatures (RFC 8032), under libsodium's strict reading of them: a signature counts only if it and the
// key are canonically encoded and the key is not of small order. So nobody can make a signature that some verifiers
// accept and this one refuses, or the other way round, with a key that is_valid_public_key() let in.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "base/bytes.h"
#include "base/ids.h"

namespace jumelage::crypto {

inline constexpr std::size_t kSignatureBytes = 64;
inline constexpr std::size_t kSeedBytes = 32;
using Signature = std::array<std::uint8_t, kSignatureBytes>;

// False for anything that is not this key's signature over exactly this message, whatever its length. Thread-safe.
bool verify(const KeyId& key, ByteView message, ByteView signature);

// A point of the prime-order group, canonically encoded. Ask before a key is enrolled or put into a policy.
bool is_valid_public_key(const KeyId& key);

// A private key. The secret lives in locked, guarded memory and is wiped when the key goes. May be moved, never copied.
// Const use is thread-safe.
class SigningKey {
 public:
  static SigningKey generate();
  static SigningKey from_seed(ByteView seed);  // exactly kSeedBytes, checked

  KeyId id() const;                        // the public key
  Signature sign(ByteView message) const;  // deterministic
  // The secret itself, borrowed from the key. For those who write key files, and nobody else.
  ByteView seed() const;

 private:
  struct Wipe {
    void operator()(std::uint8_t* secret) const;
  };
  SigningKey();
  const std::uint8_t* secret() const;

  std::unique_ptr<std::uint8_t[], Wipe> secret_;  // seed ‖ public key; empty once moved from
};

}  // namespace jumelage::crypto
