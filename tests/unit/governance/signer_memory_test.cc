// What is remembered of signers is forgotten with the rows that it follows from.
#include "governance/signer_memory.h"

#include <gtest/gtest.h>

namespace jumelage::governance {
namespace {

constexpr Number kKey = 7;
constexpr Number kMandate = 8;
constexpr Number kOffice = 9;
constexpr SigningDays kDay = {739'000, 1};

SignerMemory::Known chair() {
  SignerMemory::Known known;
  known.key = kKey;
  known.role.mandate = kMandate;
  known.role.office = kOffice;
  known.days = kDay;
  return known;
}

Effects writing(Table table, Number number) {
  Effects effects;
  effects.put(table, row_key(number, 100), as_bytes("a row"));
  return effects;
}

class RememberedSigners : public ::testing::Test {
 protected:
  RememberedSigners() { memory.keep("chair", chair()); }
  bool knows_chair() const { return memory.find("chair", kDay) != nullptr; }
  SignerMemory memory;
};

TEST_F(RememberedSigners, AreKnownOnTheDayOnWhichTheyWereSeen) {
  ASSERT_TRUE(knows_chair());
  EXPECT_EQ(memory.find("chair", kDay)->role.mandate, kMandate);
  EXPECT_EQ(memory.find("chair", {kDay.day + 1, 1}), nullptr);
  EXPECT_EQ(memory.find("chair", {kDay.day, 0}), nullptr) << "an imported act leaves no tolerance";
  EXPECT_EQ(memory.find("secretary", kDay), nullptr);
}

TEST_F(RememberedSigners, AreForgottenWhenTheirKeyMandateOrOfficeChanges) {
  for (const Number changed : {kKey, kMandate, kOffice}) {
    memory.keep("chair", chair());
    memory.see(writing(Table::kRows, changed));
    EXPECT_FALSE(knows_chair()) << "row of " << changed;
  }
}

TEST_F(RememberedSigners, StayKnownWhenOthersChange) {
  memory.see(writing(Table::kRows, 10));
  memory.see(writing(Table::kLinks, kMandate));
  EXPECT_TRUE(knows_chair());
}

TEST_F(RememberedSigners, AreNeverMoreThanTheBound) {
  for (std::size_t i = 0; i < SignerMemory::kMost; ++i) memory.keep("other " + std::to_string(i), chair());
  EXPECT_FALSE(knows_chair()) << "everything was forgotten at the bound";
}

}  // namespace
}  // namespace jumelage::governance
