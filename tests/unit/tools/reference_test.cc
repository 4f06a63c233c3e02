#include "app/reference.h"

#include <gtest/gtest.h>

#include "app/tool_error.h"
#include "base/hex.h"
#include "support/club.h"

namespace jumelage::tools {
namespace {

class ReferenceTest : public testing::Test {
 protected:
  Result<Referred> resolve(std::string_view word) const {
    return tools::resolve(club_.reg(), TreeSize{club_.size()}, word);
  }
  test::Club club_;
};

TEST_F(ReferenceTest, AnEntryIsNamedByItsPlace) {
  EXPECT_EQ(resolve("#0").value().entry, EntryIndex{0});
  EXPECT_EQ(resolve("0").value().entry, EntryIndex{0});
  EXPECT_TRUE(resolve("#1").error().is(ToolError::kNotFound));
  EXPECT_TRUE(resolve("#x").error().is(ToolError::kUsage));
}

TEST_F(ReferenceTest, ASubjectIsNamedByItsId) {
  EXPECT_EQ(resolve("es-semara").value().subject, club_.number_of("es-semara"));
  EXPECT_FALSE(resolve("es-semara").value().entry);
}

TEST_F(ReferenceTest, AnActIsNamedByTheFirstDigitsOfItsId) {
  const std::string id = to_hex(club_.founding_sealed().act().id().view());
  EXPECT_EQ(resolve(id).value().entry, EntryIndex{0});
  EXPECT_EQ(resolve(id.substr(0, 8)).value().entry, EntryIndex{0});
  EXPECT_EQ(resolve(id.substr(0, 13)).value().entry, EntryIndex{0});
  EXPECT_FALSE(resolve(id.substr(0, 6)));
}

TEST_F(ReferenceTest, WhatIsNotThereIsNotFound) {
  for (const char* word : {"nobody", "CCI-2026-001", "CCI-x-1", "--", "deadbeef", "", "-2026-001"})
    EXPECT_TRUE(resolve(word).error().is(ToolError::kNotFound)) << word;
}

}  // namespace
}  // namespace jumelage::tools
