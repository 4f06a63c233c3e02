// docs/formats/key-file.md. The keys in the page were written by openssl.
#include <gtest/gtest.h>

#include "crypto/key_file.h"
#include "docs_page.h"

namespace jumelage::crypto {
namespace {

const std::string& page() {
  static const std::string page = test::docs_page("formats/key-file.md");
  return page;
}

KeyId key_in_page() {
  return *KeyId::from(test::hex_block(page(), "key-id"));
}

TEST(KeyPage, ThePublicKeyIsWrittenAsInThePage) {
  EXPECT_EQ(public_key_pem(key_in_page()), test::fenced(page(), "pem public"));
}

TEST(KeyPage, ThePublicKeyOfThePageIsReadBack) {
  const auto key = parse_public_key_pem(test::fenced(page(), "pem public"));
  ASSERT_TRUE(key) << key.error().message();
  EXPECT_EQ(key.value(), key_in_page());
}

TEST(KeyPage, TheEncryptedKeyOfThePageOpensWithItsPassphrase) {
  std::string passphrase = test::fenced(page(), "text passphrase");
  passphrase.pop_back();  // the line feed
  const auto key = decrypt_key(test::fenced(page(), "pem private"), passphrase);
  ASSERT_TRUE(key) << key.error().message();
  EXPECT_EQ(key.value().id(), key_in_page());
}

}  // namespace
}  // namespace jumelage::crypto
