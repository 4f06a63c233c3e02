#include "app/key_paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tool_error.h"
#include "crypto/key_file.h"

namespace jumelage::tools {
namespace {

using testing::HasSubstr;

constexpr std::string_view kPassphrase = "a long enough passphrase";

const PaperKey& sample() {
  static const PaperKey key = [] {
    const auto made = crypto::SigningKey::from_seed(Bytes(crypto::kSeedBytes, 7));
    return PaperKey{made.id(), crypto::encrypt_key(made, kPassphrase).value()};
  }();
  return key;
}

TEST(KeyPaper, WhatWasPrintedOpensAgainWithItsPassphrase) {
  const auto read = read_key_paper(key_paper("secretary-spare", sample()));
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(read.value().id, sample().id);
  EXPECT_EQ(read.value().pem, sample().pem);
  const auto key = crypto::decrypt_key(read.value().pem, kPassphrase);
  ASSERT_TRUE(key) << key.error().message();
  EXPECT_EQ(key.value().id(), sample().id);
}

TEST(KeyPaper, AWrongLetterIsFoundInItsLine) {
  std::string page = key_paper("secretary-spare", sample());
  const std::size_t at = page.find("\n05  ") + 8;
  page[at] = page[at] == 'A' ? 'B' : 'A';
  const auto read = read_key_paper(page);
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().is(ToolError::kBadPaper));
  EXPECT_THAT(read.error().message(), HasSubstr("line 05"));
}

TEST(KeyPaper, ALineThatWasLeftOutIsNamed) {
  std::string page = key_paper("secretary-spare", sample());
  const std::size_t at = page.find("\n04  ");
  page.erase(at, page.find('\n', at + 1) - at);
  EXPECT_THAT(read_key_paper(page).error().message(), HasSubstr("line 04 is missing"));
}

TEST(KeyPaper, ALastLineThatWasLeftOutIsMissed) {
  std::string page = key_paper("secretary-spare", sample());
  page.erase(page.find("\n\n", page.find("\n03  ")));  // as it is typed: without what stands below the lines
  ASSERT_TRUE(read_key_paper(page)) << "that is nothing that one has to type";
  const std::size_t last = page.rfind('\n');
  const std::string number = page.substr(last + 1, 2);
  page.erase(last);
  const auto read = read_key_paper(page);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message(), HasSubstr("goes on after the line"));
  EXPECT_THAT(read.error().message(), testing::Not(HasSubstr("line " + number)));
}

TEST(KeyPaper, AMarkBeforeTheTextDoesNotMatter) {
  EXPECT_TRUE(read_key_paper("\xef\xbb\xbf" + key_paper("secretary-spare", sample())));
}

TEST(KeyPaper, BlanksAndWordsAroundTheLinesDoNotMatter) {
  std::string page = key_paper("secretary-spare", sample());
  page = "scanned on Tuesday\n" + page.substr(page.find("01  "));
  for (std::size_t at = 0; (at = page.find("  ", at)) != std::string::npos; at += 4) page.insert(at, "  ");
  EXPECT_TRUE(read_key_paper(page));
}

TEST(KeyPaper, AnotherTextIsNoKey) {
  EXPECT_FALSE(read_key_paper(""));
  EXPECT_FALSE(read_key_paper("Dear all,\nthe key is under the mat.\n"));
  EXPECT_FALSE(read_key_paper(std::string(100'000, 'x')));
}

}  // namespace
}  // namespace jumelage::tools
