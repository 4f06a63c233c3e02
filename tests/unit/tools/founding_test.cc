#include "app/founding.h"

#include <gtest/gtest.h>

#include "crypto/sha256.h"
#include "ledger/ledger.h"
#include "ledger/ledger_error.h"
#include "store/store_error.h"
#include "support/club.h"
#include "temporary_folder.h"

namespace jumelage::tools {
namespace {

namespace fs = std::filesystem;

NewDocument document(std::string_view content) {
  return {crypto::sha256(as_bytes(content)), Bytes(content.begin(), content.end())};
}

class FoundLedgerTest : public testing::Test {
 protected:
  static std::vector<NewDocument> founding_documents() {
    std::vector<NewDocument> out;
    for (const std::string& content : test::Club::founding_documents()) out.push_back(document(content));
    return out;
  }
  Bytes sealed() const { return {founding_.bytes().begin(), founding_.bytes().end()}; }
  fs::path folder() const { return temporary_.path() / "clubs" / "ledger"; }

  TemporaryFolder temporary_;
  test::Club club_;
  event::SealedAct founding_ = club_.founding_sealed();
};

TEST_F(FoundLedgerTest, WhatCannotBeRecordedLeavesNoFolderAndNoDocument) {
  EXPECT_FALSE(found_ledger(folder(), {document("a letter")}, Bytes{1, 2, 3}));
  EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(FoundLedgerTest, WhatWasInTheFolderBeforeStays) {
  fs::create_directories(folder() / "documents");
  fs::create_directories(folder() / "notes");
  EXPECT_FALSE(found_ledger(folder(), {document("a letter")}, Bytes{1, 2, 3}));
  EXPECT_TRUE(fs::exists(folder() / "notes"));
  EXPECT_FALSE(fs::exists(folder() / "ledger.mdb"));
  for (const auto& entry : fs::recursive_directory_iterator(folder())) EXPECT_FALSE(entry.is_regular_file()) << entry;
}

TEST_F(FoundLedgerTest, AFoundingWhoseDocumentsAreMissingLeavesNothing) {
  const auto refused = found_ledger(folder(), {}, sealed());
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(ledger::LedgerError::kDocumentMissing)) << refused.error().message();
  EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(FoundLedgerTest, ALedgerThatWasMadeAndNeverFoundedIsTakenUp) {
  fs::create_directories(folder().parent_path());
  ASSERT_TRUE(ledger::Ledger::create(folder()));
  const auto founded = found_ledger(folder(), founding_documents(), sealed());
  ASSERT_TRUE(founded) << founded.error().message();
  EXPECT_EQ(founded.value().id, founding_.act().id());
}

TEST_F(FoundLedgerTest, AFoundedLedgerIsNotTouched) {
  ASSERT_TRUE(found_ledger(folder(), founding_documents(), sealed()));
  const auto again = found_ledger(folder(), founding_documents(), sealed());
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(store::StoreError::kExists));
  const auto opened = ledger::Ledger::open(folder());
  ASSERT_TRUE(opened) << opened.error().message();
  EXPECT_EQ(opened.value()->snapshot().value().size(), TreeSize{1});
}

}  // namespace
}  // namespace jumelage::tools
