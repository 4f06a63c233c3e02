#include "app/key_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "app/tool_error.h"
#include "base/files.h"
#include "base/hex.h"
#include "crypto/crypto_error.h"
#include "temporary_folder.h"

namespace jumelage::tools {
namespace {

constexpr std::string_view kPassphrase = "a long enough passphrase";

class KeyFolderTest : public testing::Test {
 protected:
  std::filesystem::path file(const std::string& name) const { return temporary_.path() / "keys" / name; }

  TemporaryFolder temporary_;
  KeyFolder keys_{temporary_.path() / "keys"};
};

TEST_F(KeyFolderTest, AKeyIsFoundAgainAndOpensWithItsPassphraseOnly) {
  const auto made = keys_.create("secretary", kPassphrase);
  ASSERT_TRUE(made) << made.error().message();
  const auto found = keys_.find("secretary");
  ASSERT_TRUE(found) << found.error().message();
  EXPECT_EQ(found.value().id, made.value().id);
  const auto loaded = keys_.load("secretary", kPassphrase);
  ASSERT_TRUE(loaded) << loaded.error().message();
  EXPECT_EQ(loaded.value().id(), made.value().id);
  EXPECT_TRUE(keys_.load("secretary", "another passphrase").error().is(crypto::CryptoError::kWrongPassphrase));
}

TEST_F(KeyFolderTest, ThePrivatePartIsForItsOwnerOnly) {
  ASSERT_TRUE(keys_.create("secretary", kPassphrase));
  struct stat info {};
  ASSERT_EQ(::stat(file("secretary.pem").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat(file("").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0700U);
}

TEST_F(KeyFolderTest, AKeyIsNeverReplaced) {
  const auto first = keys_.create("secretary", kPassphrase);
  ASSERT_TRUE(first);
  EXPECT_TRUE(keys_.create("secretary", kPassphrase).error().is(FileError::kExists));
  EXPECT_EQ(keys_.find("secretary").value().id, first.value().id);
}

TEST_F(KeyFolderTest, ANameCannotLeaveTheFolder) {
  for (const char* name : {"../secretary", "a/b", "", ".hidden", "Secretary", "a b"}) {
    EXPECT_TRUE(keys_.create(name, kPassphrase).error().is(ToolError::kUsage)) << name;
    EXPECT_TRUE(keys_.find(name).error().is(ToolError::kUsage)) << name;
  }
}

TEST_F(KeyFolderTest, AnUnknownNameSuggestsTheNearestOne) {
  ASSERT_TRUE(keys_.create("secretary", kPassphrase));
  const auto missing = keys_.find("secretry");
  ASSERT_TRUE(missing.error().is(ToolError::kNotFound));
  EXPECT_THAT(missing.error().message(), testing::HasSubstr("secretary"));
}

TEST_F(KeyFolderTest, PartsOfTwoKeysAreNotedBeforeAnythingIsSigned) {
  ASSERT_TRUE(keys_.create("a", kPassphrase));
  ASSERT_TRUE(keys_.create("b", kPassphrase));
  std::filesystem::copy_file(file("a.pub"), file("b.pub"), std::filesystem::copy_options::overwrite_existing);
  EXPECT_TRUE(keys_.load("b", kPassphrase).error().is(ToolError::kBadKeyFolder));
}

TEST_F(KeyFolderTest, AnIdThatIsNotThatOfTheKeyBelowItIsRefused) {
  ASSERT_TRUE(keys_.create("a", kPassphrase));
  std::fstream out(file("a.pub"), std::ios::in | std::ios::out);
  out.seekp(0);
  out.put('z');
  out.close();
  EXPECT_TRUE(keys_.find("a").error().is(ToolError::kBadKeyFolder));
}

TEST_F(KeyFolderTest, AFolderThatIsNotThereHasNoKeys) {
  const auto listing = keys_.list();
  ASSERT_TRUE(listing);
  EXPECT_TRUE(listing.value().keys.empty());
}

TEST_F(KeyFolderTest, OneBrokenFileDoesNotHideTheOthers) {
  ASSERT_TRUE(keys_.create("a", "a long enough passphrase"));
  std::ofstream(temporary_.path() / "keys" / "b.pub") << "no key at all";
  const auto listing = keys_.list();
  ASSERT_TRUE(listing) << listing.error().message();
  ASSERT_EQ(listing.value().keys.size(), 1U);
  EXPECT_EQ(listing.value().keys[0].name, "a");
  ASSERT_EQ(listing.value().faults.size(), 1U);
  EXPECT_NE(listing.value().faults[0].message().find("b.pub"), std::string::npos);
}

}  // namespace
}  // namespace jumelage::tools
