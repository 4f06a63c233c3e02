#include <openssl/err.h>

#include "crypto/key_file.h"
#include "crypto/pem.h"

namespace jumelage::crypto {
namespace {

constexpr std::string_view kPublicLabel = "PUBLIC KEY";

// An Ed25519 key's SubjectPublicKeyInfo (RFC 8410, section 4) is these bytes and the key: a SEQUENCE of the
// algorithm 1.3.101.112 without parameters and a BIT STRING.
constexpr std::uint8_t kInfoPrefix[] = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

bool is_public_key_of_another_kind(ByteView der) {
  const std::uint8_t* at = der.data();
  const OwnedPkey key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  return key != nullptr && EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519;
}

}  // namespace

std::string public_key_pem(const KeyId& key) {
  Bytes der(std::begin(kInfoPrefix), std::end(kInfoPrefix));
  append(der, key.view());
  return write_pem(kPublicLabel, der);
}

Result<KeyId> parse_public_key_pem(std::string_view pem) {
  JUMELAGE_TRY(const Pem block, read_pem(pem));
  if (block.label != kPublicLabel)
    return Error(CryptoError::kNotAKeyFile,
                 "this is not a public key file; give one that begins with -----BEGIN "
                 "PUBLIC KEY-----");
  const ByteView der = block.der;
  const bool is_ed25519 =
      der.size() == sizeof kInfoPrefix + KeyId::kSize && equal(der.first(sizeof kInfoPrefix), kInfoPrefix);
  if (!is_ed25519) {
    if (is_public_key_of_another_kind(der))
      return Error(CryptoError::kNotEd25519, "the public key is not an Ed25519 key; give one that is");
    return Error(CryptoError::kNotAKeyFile, "the public key file is damaged; get it again");
  }
  const KeyId key = *KeyId::from(der.subspan(sizeof kInfoPrefix));
  if (!is_valid_public_key(key))
    return Error(CryptoError::kUnusableKey,
                 "the public key is one under which signatures can be forged, or no key at all; refuse it, and ask "
                 "its owner for a key made by the usual tools");
  return key;
}

}  // namespace jumelage::crypto
