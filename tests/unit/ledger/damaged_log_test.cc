// A log that is not what was recorded is never taken for one that is, and never costs the register that there is.
#include <gmock/gmock.h>

#include "damage.h"
#include "ledger/ledger_error.h"
#include "ledger/thrown.h"
#include "ledger/titles.h"
#include "ledger_fixture.h"
#include "merkle/merkle_error.h"
#include "projection/query.h"

namespace jumelage::ledger {
namespace {

using testing::HasSubstr;

constexpr std::string_view kTitle = "avec p2";
constexpr std::string_view kForged = "avec q2";
constexpr std::uint64_t kPlace = 3;  // after the founding, p0 and p1

class DamagedLog : public LedgerTest {
 protected:
  void SetUp() override {
    LedgerTest::SetUp();
    ledger_->append(proposals("p", 300));
  }
};

TEST_F(DamagedLog, a_rebuild_names_the_changed_entry_and_leaves_the_register_alone) {
  const Digest before = register_digest();
  Damage(*ledger_).change_entry(kPlace, kTitle, kForged);
  for (int attempt = 0; attempt < 2; ++attempt) {
    const auto rebuilt = ledger_->rebuild();
    ASSERT_FALSE(rebuilt);
    EXPECT_TRUE(rebuilt.error().is(LedgerError::kDamaged)) << rebuilt.error().code();
    EXPECT_THAT(rebuilt.error().message(), HasSubstr("entry 3 "));
    EXPECT_EQ(register_digest(), before);
  }
  EXPECT_TRUE(ledger_->append_one(proposal("after"))) << "what is well is still recorded";
}

TEST_F(DamagedLog, the_first_of_several_changed_entries_is_named) {
  Damage(*ledger_).change_entry(290, "avec p289", "avec q289");
  Damage(*ledger_).change_entry(kPlace, kTitle, kForged);
  EXPECT_THAT(ledger_->rebuild().error().message(), HasSubstr("entry 3 "));
}

TEST_F(DamagedLog, a_changed_entry_is_not_read) {
  Damage(*ledger_).change_entry(kPlace, kTitle, kForged);
  const auto snapshot = ledger_->snapshot();
  ASSERT_TRUE(snapshot);
  EXPECT_TRUE(snapshot.value().entry(EntryIndex{kPlace}).error().is(LedgerError::kDamaged));
  EXPECT_TRUE(snapshot.value().entry_bytes(EntryIndex{kPlace}).error().is(LedgerError::kDamaged));
  EXPECT_TRUE(snapshot.value().entry(EntryIndex{kPlace + 1}));
  const auto p2 = projection::find_subject(snapshot.value().reg(), "p2");
  ASSERT_TRUE(p2);
  EXPECT_TRUE(title_of(snapshot.value(), p2->number).error().is(LedgerError::kDamaged))
      << "a forged title is not shown";
}

TEST_F(DamagedLog, a_leaf_changed_with_its_entry_contradicts_the_tree_above_it) {
  const Digest before = register_digest();
  Damage(*ledger_).change_entry(kPlace, kTitle, kForged);
  Damage(*ledger_).change_leaf(kPlace);
  const auto rebuilt = ledger_->rebuild();
  ASSERT_FALSE(rebuilt);
  EXPECT_TRUE(rebuilt.error().is(merkle::MerkleError::kDamaged)) << rebuilt.error().code();
  EXPECT_EQ(register_digest(), before);
}

TEST_F(DamagedLog, a_whole_tree_made_anew_does_not_deceive_the_signatures) {
  Damage(*ledger_).change_entry(kPlace, kTitle, kForged);
  Damage(*ledger_).make_tree_anew();
  std::uint64_t checked = 0;
  LogCheck check;
  check.signatures = true;
  const auto rebuilt = ledger_->rebuild({}, check);
  ASSERT_FALSE(rebuilt);
  EXPECT_TRUE(rebuilt.error().is(LedgerError::kDamaged)) << rebuilt.error().code();
  EXPECT_THAT(rebuilt.error().message(), HasSubstr("entry 3 "));

  ASSERT_TRUE(ledger_->truncate(TreeSize{kPlace}));
  check.progress = [&](std::uint64_t done, std::uint64_t) { checked = done; };
  EXPECT_TRUE(ledger_->rebuild({}, check));
  EXPECT_EQ(checked, kPlace) << "every entry is reported";
}

TEST_F(DamagedLog, opening_over_half_a_register_says_what_is_wrong_with_the_log) {
  Damage(*ledger_).change_entry(kPlace, kTitle, kForged);
  Damage(*ledger_).leave_register_at(0);
  ledger_.reset();
  const auto opened = Ledger::open(folder_ / "ledger", options());
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().is(LedgerError::kDamaged)) << opened.error().message();
}

TEST_F(DamagedLog, nothing_is_cut_off_a_log_whose_beginning_was_changed) {
  Damage(*ledger_).change_entry(kPlace, kTitle, kForged);
  EXPECT_TRUE(ledger_->truncate(TreeSize{10}).error().is(LedgerError::kDamaged));
  EXPECT_EQ(head().size.value, 301U);
  EXPECT_TRUE(ledger_->truncate(TreeSize{kPlace})) << "the damage itself can be cut off";
}

TEST_F(DamagedLog, a_row_that_cannot_be_read_is_a_fault_of_the_register) {
  const auto p2 = projection::find_subject(ledger_->snapshot().value().reg(), "p2");
  ASSERT_TRUE(p2);
  Damage(*ledger_).spoil_row(p2->number, kPlace);
  std::optional<Error> fault;
  try {
    (void)title_of(ledger_->snapshot().value(), p2->number);
  } catch (...) {
    fault = register_fault(std::current_exception());
  }
  ASSERT_TRUE(fault);
  EXPECT_TRUE(fault->is(LedgerError::kRegisterFault)) << fault->message();
  EXPECT_TRUE(ledger_->rebuild());
  EXPECT_TRUE(title_of(ledger_->snapshot().value(), p2->number)) << "a rebuild makes it good";
}

TEST_F(DamagedLog, bytes_and_proof_of_an_entry_need_no_register) {
  Damage(*ledger_).leave_register_at(0);
  EXPECT_TRUE(ledger_->snapshot().error().is(LedgerError::kIncomplete));
  const auto snapshot = ledger_->snapshot_of_log();
  ASSERT_TRUE(snapshot) << snapshot.error().message();
  EXPECT_FALSE(snapshot.value().has_register());
  EXPECT_TRUE(snapshot.value().entry(EntryIndex{kPlace}));
  EXPECT_TRUE(snapshot.value().inclusion_proof(EntryIndex{kPlace}, snapshot.value().size()));
  EXPECT_FALSE(snapshot.value().ledger_id().is_zero());
  reopen();
  EXPECT_TRUE(ledger_->snapshot_of_log().value().has_register());
}

}  // namespace
}  // namespace jumelage::ledger
