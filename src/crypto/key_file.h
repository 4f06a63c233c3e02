// Keys as text that other programs read too: `openssl pkey -in FILE`.
//
// A private key is PKCS#8 (RFC 5958, RFC 8410) in PEM (RFC 7468), encrypted by scrypt (RFC 7914) and AES-256-CBC.
// One try at a passphrase costs 16 MiB of memory and some tenths of a second. There is no unencrypted form.
// The format has no check sum: damage that survives decryption reads as another key, which nobody has enrolled.
// A public key is SubjectPublicKeyInfo in PEM.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"
#include "crypto/crypto_error.h"
#include "crypto/ed25519.h"

namespace jumelage::crypto {

inline constexpr std::size_t kMaxKeyFileBytes = 16 * 1024;
inline constexpr std::size_t kMinPassphraseLength = 8;  // characters (of UTF-8), not bytes
inline constexpr std::size_t kMaxPassphraseBytes = 1024;

// The passphrase is taken byte by byte as it was typed. kWeakPassphrase, kNoResources.
Result<std::string> encrypt_key(const SigningKey& key, std::string_view passphrase);

// Costs no more than four times what reading a file made by encrypt_key() costs, whatever the text says.
// kNotAKeyFile, kNotEd25519, kUnencrypted, kUnsupportedProtection, kWrongPassphrase, kNoResources.
Result<SigningKey> decrypt_key(std::string_view pem, std::string_view passphrase);

// Whether it is an encrypted private key at all, as far as that can be told without its passphrase. The errors of
// decrypt_key, but for those about the passphrase and the key inside.
Result<void> check_encrypted_key(std::string_view pem);

std::string public_key_pem(const KeyId& key);
// kNotAKeyFile, kNotEd25519, kUnusableKey.
Result<KeyId> parse_public_key_pem(std::string_view pem);

// A new file of mode 0600, on disk when this returns well. FileError::kExists: a key is never replaced.
Result<void> save_key(const std::filesystem::path& path, const SigningKey& key, std::string_view passphrase);

// kReadableByOthers unless the file's mode keeps it to its owner; FileError; and what decrypt_key() returns.
Result<SigningKey> load_key(const std::filesystem::path& path, std::string_view passphrase);

}  // namespace jumelage::crypto
