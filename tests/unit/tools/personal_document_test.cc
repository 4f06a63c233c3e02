#include "ledger/personal_document.h"

#include <gtest/gtest.h>

#include <numeric>

#include "docs_page.h"

namespace jumelage::ledger {
namespace {

TEST(PersonalDocument, IsWrittenAsInThePage) {
  Bytes salt(kPersonalSaltBytes);
  std::iota(salt.begin(), salt.end(), std::uint8_t{0});
  const auto document = make_personal_document("Secretary", salt);
  ASSERT_TRUE(document);
  EXPECT_EQ(document.value(), test::hex_block(test::docs_page("formats/personal-document.md"), "personal"));
}

TEST(PersonalDocument, IsReadBack) {
  const auto document = make_personal_document("nom : é\n");
  ASSERT_TRUE(document);
  const auto text = read_personal_document(document.value());
  ASSERT_TRUE(text) << text.error().message();
  EXPECT_EQ(text.value(), "nom : é\n");
}

TEST(PersonalDocument, TheSameTextNeverHasTheSameBytesTwice) {
  EXPECT_NE(make_personal_document("Secretary").value(), make_personal_document("Secretary").value());
}

TEST(PersonalDocument, WhatIsNoTextIsRefused) {
  EXPECT_TRUE(make_personal_document("").error().is(PersonalError::kNotText));
  EXPECT_TRUE(make_personal_document("\xff").error().is(PersonalError::kNotText));
  EXPECT_TRUE(make_personal_document(std::string(kMaxPersonalTextBytes + 1, 'a')).error().is(PersonalError::kTooLong));
  EXPECT_TRUE(make_personal_document(std::string(kMaxPersonalTextBytes, 'a')));
}

TEST(PersonalDocument, OtherBytesAreNotTakenForOne) {
  Bytes document = make_personal_document("Secretary").value();
  for (const std::size_t size : {std::size_t{0}, std::size_t{20}, std::size_t{21}, std::size_t{52}})
    EXPECT_TRUE(read_personal_document(ByteView(document).first(size)).error().is(PersonalError::kNotPersonal)) << size;
  EXPECT_TRUE(read_personal_document(ByteView(document).first(53)).error().is(PersonalError::kNotText));
  document[20] = 'x';
  EXPECT_TRUE(read_personal_document(document).error().is(PersonalError::kNotPersonal));
}

}  // namespace
}  // namespace jumelage::ledger
