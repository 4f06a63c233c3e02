#include "crypto/key_file.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/files.h"
#include "base/text.h"
#include "crypto/key_protection.h"
#include "crypto/pem.h"

namespace jumelage::crypto {
namespace {

constexpr std::string_view kEncryptedLabel = "ENCRYPTED PRIVATE KEY";
constexpr std::string_view kPrivateLabelEnd = "PRIVATE KEY";
constexpr unsigned kOwnerOnly = 0600;
constexpr unsigned kGroupAndOthers = 0077;

using OwnedInfo = Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;  // wipes the key when freed
using OwnedEncrypted = Owned<X509_SIG, X509_SIG_free>;

// Private bytes on the stack, for as long as it takes to move them.
struct WipedSeed {
  std::array<std::uint8_t, kSeedBytes> bytes{};
  WipedSeed() = default;
  WipedSeed(const WipedSeed&) = delete;
  WipedSeed& operator=(const WipedSeed&) = delete;
  ~WipedSeed() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

Error error(CryptoError code, std::string_view message) {
  return {code, std::string(message)};
}

Error no_resources() {
  return error(CryptoError::kNoResources, "there is not enough memory now to encrypt or decrypt a key; try again");
}

bool is_out_of_memory() {
  const bool is = ERR_GET_REASON(ERR_peek_error()) == ERR_R_MALLOC_FAILURE;
  ERR_clear_error();
  return is;
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

Result<void> check_new_passphrase(std::string_view passphrase) {
  if (count_characters(passphrase) < kMinPassphraseLength)
    return error(CryptoError::kWeakPassphrase, "the passphrase has fewer than 8 characters; choose a longer one");
  if (passphrase.size() > kMaxPassphraseBytes)
    return error(CryptoError::kWeakPassphrase, "the passphrase has more than 1024 bytes; choose a shorter one");
  return ok();
}

OwnedInfo plain_info(const SigningKey& key) {
  const ByteView seed = key.seed();
  const OwnedPkey pkey(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
  return OwnedInfo(pkey ? EVP_PKEY2PKCS8(pkey.get()) : nullptr);
}

Result<Bytes> encrypted_der_of(std::string_view pem) {
  JUMELAGE_TRY(Pem block, read_pem(pem));
  if (block.label == kEncryptedLabel) return std::move(block.der);
  if (block.label.ends_with(kPrivateLabelEnd))
    return error(CryptoError::kUnencrypted,
                 "private keys are kept encrypted, and this one is not, or in a form of its own; encrypt it with: "
                 "openssl pkcs8 -topk8 -scrypt -scrypt_N 16384 -scrypt_p 5");
  return error(CryptoError::kNotAKeyFile, fmt::format("this is a PEM file of a {}, not of a private key; give the "
                                                      "private key file",
                                                      for_terminal(block.label)));
}

Result<OwnedEncrypted> read_encrypted(ByteView der) {
  const std::uint8_t* at = der.data();
  OwnedEncrypted read(d2i_X509_SIG(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  if (!read || at != der.data() + der.size())
    return error(CryptoError::kNotAKeyFile, "the key file is damaged; use a copy of it");
  return read;
}

// As it stands in its file, its protection checked.
Result<OwnedEncrypted> protected_key(std::string_view pem) {
  JUMELAGE_TRY(const Bytes der, encrypted_der_of(pem));
  JUMELAGE_TRY(OwnedEncrypted encrypted, read_encrypted(der));
  const X509_ALGOR* protection = nullptr;
  X509_SIG_get0(encrypted.get(), &protection, nullptr);
  JUMELAGE_TRY(check_protection(*protection));
  return encrypted;
}

Result<OwnedInfo> decrypt(const X509_SIG& encrypted, std::string_view passphrase) {
  OwnedInfo info;
  if (passphrase.size() <= kMaxPassphraseBytes)
    info.reset(PKCS8_decrypt(&encrypted, passphrase.data(), static_cast<int>(passphrase.size())));
  const bool is_starved = is_out_of_memory();
  if (info) return info;
  if (is_starved) return no_resources();
  return error(CryptoError::kWrongPassphrase,
               "the passphrase does not open this key file (or the file is damaged); type it again");
}

Result<SigningKey> key_in(const PKCS8_PRIV_KEY_INFO& info) {
  const OwnedPkey pkey(EVP_PKCS82PKEY(&info));
  ERR_clear_error();
  if (!pkey || EVP_PKEY_get_base_id(pkey.get()) != EVP_PKEY_ED25519)
    return error(CryptoError::kNotEd25519, "the key in this file is not an Ed25519 key; make one with: jumelage key");
  WipedSeed seed;
  std::size_t size = seed.bytes.size();
  JUMELAGE_CHECK(EVP_PKEY_get_raw_private_key(pkey.get(), seed.bytes.data(), &size) == 1 && size == kSeedBytes,
                 "an Ed25519 key has a seed of 32 bytes");
  return SigningKey::from_seed(seed.bytes);
}

}  // namespace

Result<std::string> encrypt_key(const SigningKey& key, std::string_view passphrase) {
  JUMELAGE_TRY(check_new_passphrase(passphrase));
  OwnedInfo info = plain_info(key);
  OwnedAlgorithm protection = new_protection();
  if (!info || !protection) return no_resources();
  const OwnedEncrypted encrypted(
      PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), info.get(), protection.get()));
  if (!encrypted) return no_resources();
  static_cast<void>(protection.release());  // now part of `encrypted`

  std::uint8_t* der = nullptr;
  const int size = i2d_X509_SIG(encrypted.get(), &der);
  if (size <= 0) return no_resources();
  std::string pem = write_pem(kEncryptedLabel, {der, static_cast<std::size_t>(size)});
  OPENSSL_free(der);
  return pem;
}

Result<SigningKey> decrypt_key(std::string_view pem, std::string_view passphrase) {
  JUMELAGE_TRY(const OwnedEncrypted encrypted, protected_key(pem));
  JUMELAGE_TRY(const OwnedInfo info, decrypt(*encrypted, passphrase));
  return key_in(*info);
}

Result<void> check_encrypted_key(std::string_view pem) {
  JUMELAGE_TRY(protected_key(pem));
  return ok();
}

Result<void> save_key(const std::filesystem::path& path, const SigningKey& key, std::string_view passphrase) {
  JUMELAGE_TRY(const std::string pem, encrypt_key(key, passphrase));
  return write_file(path, as_bytes(pem), kOwnerOnly, IfExists::kRefuse);
}

Result<SigningKey> load_key(const std::filesystem::path& path, std::string_view passphrase) {
  JUMELAGE_TRY(const Bytes pem, read_file(path, kMaxKeyFileBytes));
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && (info.st_mode & kGroupAndOthers) != 0) {
    const std::string name = for_terminal(path.string());
    return error(
        CryptoError::kReadableByOthers,
        fmt::format("others than its owner can read the key file {}; close it with: chmod 600 {}", name, name));
  }
  return decrypt_key(as_text(pem), passphrase);
}

}  // namespace jumelage::crypto
