#include "crypto/ed25519.h"

#include "base/check.h"
#include "crypto/sodium_ready.h"

namespace jumelage::crypto {

static_assert(kSignatureBytes == crypto_sign_BYTES && kSeedBytes == crypto_sign_SEEDBYTES &&
              KeyId::kSize == crypto_sign_PUBLICKEYBYTES);

bool verify(const KeyId& key, ByteView message, ByteView signature) {
  if (signature.size() != kSignatureBytes) return false;
  sodium_ready();
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.bytes.data()) == 0;
}

bool is_valid_public_key(const KeyId& key) {
  sodium_ready();
  return crypto_core_ed25519_is_valid_point(key.bytes.data()) == 1;
}

void SigningKey::Wipe::operator()(std::uint8_t* secret) const {
  sodium_free(secret);
}  // overwrites it first

SigningKey::SigningKey() {
  sodium_ready();
  secret_.reset(static_cast<std::uint8_t*>(sodium_malloc(crypto_sign_SECRETKEYBYTES)));
  JUMELAGE_CHECK(secret_ != nullptr, "guarded memory for a key");
}

SigningKey SigningKey::generate() {
  SigningKey key;
  KeyId unused;
  JUMELAGE_CHECK(crypto_sign_keypair(unused.bytes.data(), key.secret_.get()) == 0, "a key is made");
  return key;
}

SigningKey SigningKey::from_seed(ByteView seed) {
  JUMELAGE_CHECK(seed.size() == kSeedBytes, "a seed is 32 bytes");
  SigningKey key;
  KeyId unused;
  JUMELAGE_CHECK(crypto_sign_seed_keypair(unused.bytes.data(), key.secret_.get(), seed.data()) == 0, "a key is made");
  return key;
}

const std::uint8_t* SigningKey::secret() const {
  JUMELAGE_CHECK(secret_ != nullptr, "a key moved away is not used");
  return secret_.get();
}

KeyId SigningKey::id() const {
  return *KeyId::from({secret() + kSeedBytes, KeyId::kSize});
}

Signature SigningKey::sign(ByteView message) const {
  Signature signature;
  JUMELAGE_CHECK(crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret()) == 0,
                 "signing works");
  return signature;
}

ByteView SigningKey::seed() const {
  return {secret(), kSeedBytes};
}

}  // namespace jumelage::crypto
