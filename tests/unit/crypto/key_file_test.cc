#include "crypto/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "base/hex.h"

namespace jumelage::crypto {
namespace {

constexpr std::string_view kPassphrase = "une longue phrase \xd8\xb3\xd8\xb1 123";

class KeyFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jumelage-keys-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // Runs `openssl <arguments>` in the folder; its output, or a message that no test expects.
  std::string openssl(const std::string& arguments) const {
    const std::string command = "cd '" + folder_.string() + "' && openssl " + arguments + " 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return "openssl did not start";
    std::string output;
    char buffer[512];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, n);
    return ::pclose(pipe) == 0 ? output : "openssl failed: " + output;
  }
  std::string read(const std::string& name) const {
    return std::string(as_text(read_file(folder_ / name, kMaxKeyFileBytes).value()));
  }
  void write(const std::string& name, std::string_view text) const {
    ASSERT_TRUE(write_file(folder_ / name, as_bytes(text), 0600));
  }
  // What decrypt_key() says of a key file that openssl makes.
  Result<SigningKey> decrypt_made_by(const std::string& arguments) const {
    const std::string output = openssl(arguments + " -out made.pem");
    EXPECT_EQ(output.find("openssl failed"), std::string::npos) << output;
    return decrypt_key(read("made.pem"), kPassphrase);
  }
  std::string pass() const { return "'pass:" + std::string(kPassphrase) + "'"; }

  std::filesystem::path folder_;
};

TEST_F(KeyFile, comes_back_with_its_passphrase_only) {
  const SigningKey key = SigningKey::generate();
  const std::string pem = encrypt_key(key, kPassphrase).value();
  EXPECT_TRUE(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
  EXPECT_EQ(decrypt_key(pem, kPassphrase).value().id(), key.id());
  for (const std::string_view wrong : {"une longue phrase", "", "wrong passphrase"})
    EXPECT_TRUE(decrypt_key(pem, wrong).error().is(CryptoError::kWrongPassphrase)) << wrong;
  EXPECT_TRUE(decrypt_key(pem, std::string(2000, 'x')).error().is(CryptoError::kWrongPassphrase));
}

TEST_F(KeyFile, is_never_written_twice_the_same) {
  const SigningKey key = SigningKey::generate();
  EXPECT_NE(encrypt_key(key, kPassphrase).value(), encrypt_key(key, kPassphrase).value());
}

TEST_F(KeyFile, wants_a_passphrase_of_eight_characters) {
  const SigningKey key = SigningKey::generate();
  for (const std::string_view weak : {"", "1234567", "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"})
    EXPECT_TRUE(encrypt_key(key, weak).error().is(CryptoError::kWeakPassphrase)) << weak;
  EXPECT_TRUE(encrypt_key(key, std::string(1025, 'x')).error().is(CryptoError::kWeakPassphrase));
  EXPECT_TRUE(encrypt_key(key, "12345678"));
}

TEST_F(KeyFile, is_read_by_openssl) {
  const SigningKey key = SigningKey::generate();
  write("key.pem", encrypt_key(key, kPassphrase).value());
  EXPECT_EQ(openssl("pkey -in key.pem -pubout -passin " + pass()), public_key_pem(key.id()));
  const std::string structure = openssl("asn1parse -in key.pem");
  EXPECT_NE(structure.find(":scrypt\n"), std::string::npos) << structure;
  EXPECT_NE(structure.find("aes-256-cbc"), std::string::npos);
  EXPECT_NE(structure.find(":4000\n"), std::string::npos) << "N = 16384";
}

TEST_F(KeyFile, made_by_openssl_is_read) {
  openssl("genpkey -algorithm ed25519 -out plain.pem");
  const auto key = decrypt_made_by("pkcs8 -topk8 -scrypt -scrypt_N 16384 -in plain.pem -passout " + pass());
  ASSERT_TRUE(key) << key.error().message();
  EXPECT_EQ(openssl("pkey -in plain.pem -pubout"), public_key_pem(key.value().id()));
  EXPECT_EQ(parse_public_key_pem(openssl("pkey -in plain.pem -pubout")).value(), key.value().id());
}

TEST_F(KeyFile, signs_what_openssl_verifies) {
  const SigningKey key = SigningKey::generate();
  const Signature signature = key.sign(as_bytes("act"));
  write("key.pub", public_key_pem(key.id()));
  write("act", "act");
  write("signature", as_text(signature));
  EXPECT_EQ(openssl("pkeyutl -verify -pubin -inkey key.pub -rawin -in act -sigfile signature"),
            "Signature Verified Successfully\n");
}

TEST_F(KeyFile, that_is_not_encrypted_is_refused) {
  EXPECT_TRUE(decrypt_made_by("genpkey -algorithm ed25519").error().is(CryptoError::kUnencrypted));
  EXPECT_TRUE(decrypt_made_by("ecparam -name prime256v1 -genkey -noout").error().is(CryptoError::kUnencrypted));
}

TEST_F(KeyFile, of_another_kind_is_refused) {
  openssl("genpkey -algorithm x25519 -out plain.pem");
  EXPECT_TRUE(
      decrypt_made_by("pkcs8 -topk8 -scrypt -in plain.pem -passout " + pass()).error().is(CryptoError::kNotEd25519));
  EXPECT_TRUE(parse_public_key_pem(openssl("pkey -in plain.pem -pubout")).error().is(CryptoError::kNotEd25519));
}

TEST_F(KeyFile, under_another_or_a_costly_protection_is_refused) {
  openssl("genpkey -algorithm ed25519 -out plain.pem");
  const std::string convert = "pkcs8 -topk8 -in plain.pem -passout " + pass();
  for (const char* method :
       {" -v2 aes-256-cbc", " -v2 aes-256-cbc -iter 100000", " -scrypt -scrypt_N 32768 -scrypt_r 4",
        " -scrypt -scrypt_N 1024 -scrypt_r 64", " -scrypt -scrypt_N 2 -scrypt_p 21", " -scrypt -v2 aes-128-cbc"})
    EXPECT_TRUE(decrypt_made_by(convert + method).error().is(CryptoError::kUnsupportedProtection)) << method;
}

TEST_F(KeyFile, that_is_none_is_refused) {
  const std::string pem = encrypt_key(SigningKey::generate(), kPassphrase).value();
  for (const std::string& text :
       {std::string(), std::string("no key"), pem.substr(0, pem.size() / 2),
        public_key_pem(SigningKey::generate().id()), std::string(kMaxKeyFileBytes + 1, ' ') + pem,
        std::string("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE "
                    "KEY-----\n")})
    EXPECT_TRUE(decrypt_key(text, kPassphrase).error().is(CryptoError::kNotAKeyFile)) << text.substr(0, 200);
}

TEST_F(KeyFile, with_a_damaged_or_missing_character_never_crashes_the_reader) {
  const SigningKey key = SigningKey::generate();
  write("slow.pem", encrypt_key(key, kPassphrase).value());
  const std::string pem =  // the same key, quick to open
      openssl("pkey -in slow.pem -passin " + pass() + " | openssl pkcs8 -topk8 -scrypt -scrypt_N 2 -passout " + pass());
  ASSERT_EQ(decrypt_key(pem, kPassphrase).value().id(), key.id());
  for (std::size_t i = 0; i < pem.size(); ++i) {
    std::string damaged = pem;
    damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
    static_cast<void>(decrypt_key(damaged, kPassphrase));  // with no check sum inside, it may even read as another key
    if (pem.find("-----END", i) == pem.npos) continue;
    EXPECT_FALSE(decrypt_key(pem.substr(0, i), kPassphrase)) << i;
  }
}

TEST_F(KeyFile, is_saved_for_its_owner_alone_and_never_replaced) {
  const auto path = folder_ / "chair.key";
  const SigningKey key = SigningKey::generate();
  ASSERT_TRUE(save_key(path, key, kPassphrase));
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
  EXPECT_EQ(load_key(path, kPassphrase).value().id(), key.id());
  EXPECT_TRUE(save_key(path, SigningKey::generate(), kPassphrase).error().is(FileError::kExists));
  EXPECT_EQ(load_key(path, kPassphrase).value().id(), key.id());
  EXPECT_TRUE(load_key(folder_ / "absent", kPassphrase).error().is(FileError::kNotFound));
}

TEST_F(KeyFile, that_others_can_read_is_refused) {
  const auto path = folder_ / "chair.key";
  ASSERT_TRUE(save_key(path, SigningKey::generate(), kPassphrase));
  for (const unsigned mode : {0640U, 0604U, 0620U, 0610U}) {
    ASSERT_EQ(::chmod(path.c_str(), mode), 0);
    const auto refused = load_key(path, kPassphrase);
    ASSERT_FALSE(refused) << mode;
    EXPECT_TRUE(refused.error().is(CryptoError::kReadableByOthers));
    EXPECT_NE(refused.error().message().find("chmod 600"), std::string::npos);
  }
  ASSERT_EQ(::chmod(path.c_str(), 0400), 0);
  EXPECT_TRUE(load_key(path, kPassphrase));
}

// RFC 8410, section 10.1.
TEST(PublicKeyPem, is_written_as_the_rfc_shows_it) {
  const std::string pem =
      "-----BEGIN PUBLIC KEY-----\n"
      "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
      "-----END PUBLIC KEY-----\n";
  const auto key = parse_public_key_pem(pem);
  ASSERT_TRUE(key) << key.error().message();
  EXPECT_EQ(to_hex(key.value().view()), "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
  EXPECT_EQ(public_key_pem(key.value()), pem);
}

TEST(PublicKeyPem, of_small_order_is_refused) {
  KeyId neutral;
  neutral.bytes[0] = 1;
  EXPECT_TRUE(parse_public_key_pem(public_key_pem(neutral)).error().is(CryptoError::kUnusableKey));
}

TEST(PublicKeyPem, that_is_none_is_refused) {
  const std::string longer =
      "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuEA\n-----END PUBLIC "
      "KEY-----\n";
  for (const std::string& text : {std::string(), std::string("-----BEGIN PUBLIC KEY-----\n"), longer})
    EXPECT_TRUE(parse_public_key_pem(text).error().is(CryptoError::kNotAKeyFile)) << text;
}

}  // namespace
}  // namespace jumelage::crypto
