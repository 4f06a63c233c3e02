#include "ledger/replay.h"

#include "ledger/ledger_error.h"
#include "ledger_fixture.h"

namespace jumelage::ledger {
namespace {

using Replay = LedgerTest;

TEST_F(Replay, a_rebuilt_register_is_identical) {
  ledger_->append(proposals("p", 200));
  const Digest live = register_digest();
  ASSERT_TRUE(ledger_->rebuild());
  EXPECT_EQ(register_digest(), live);
}

TEST_F(Replay, a_register_that_was_tampered_with_is_made_good_by_a_rebuild) {
  ledger_->append(proposals("p", 5));
  const Digest live = register_digest();
  auto& stores = const_cast<Stores&>(ledger_->stores());
  {
    auto txn = stores.environment->write();
    ASSERT_TRUE(stores.tables.put(txn.value(), projection::table_id(governance::Table::kNames), as_bytes("intruder"),
                                  as_bytes("x")));
    ASSERT_TRUE(txn.value().commit());
  }
  ASSERT_NE(register_digest(), live);
  ASSERT_TRUE(ledger_->rebuild());
  EXPECT_EQ(register_digest(), live);
}

TEST_F(Replay, opening_finishes_a_rebuild_that_was_interrupted) {
  ledger_->append(proposals("p", 50));
  const Digest live = register_digest();
  {
    // As a crash between two chunks would leave it: nothing applied yet, rows of the old register still there.
    auto& stores = const_cast<Stores&>(ledger_->stores());
    auto txn = stores.environment->write();
    ASSERT_TRUE(projection::write_progress(stores.meta, txn.value(), {}));
    ASSERT_TRUE(txn.value().commit());
  }
  reopen();
  EXPECT_EQ(register_digest(), live);
  EXPECT_TRUE(ledger_->append_one(proposal("after")));
}

TEST_F(Replay, a_register_left_half_made_is_never_read) {
  ledger_->append(proposals("p", 5));
  auto& stores = const_cast<Stores&>(ledger_->stores());
  {
    auto txn = stores.environment->write();
    ASSERT_TRUE(projection::write_progress(stores.meta, txn.value(), {projection::kRegisterVersion, TreeSize{2}}));
    ASSERT_TRUE(txn.value().commit());
  }
  const auto snapshot = ledger_->snapshot();
  ASSERT_FALSE(snapshot);
  EXPECT_TRUE(snapshot.error().is(LedgerError::kIncomplete)) << snapshot.error().message();
}

TEST_F(Replay, truncating_leaves_what_a_shorter_ledger_would_hold) {
  const auto first = proposals("p", 270);
  ledger_->append(first);
  const Head before = head();
  const Digest tables = register_digest();
  const test::Club at_that_time = club_;
  ledger_->append(proposals("q", 300));

  ASSERT_TRUE(ledger_->truncate(before.size));
  EXPECT_EQ(head().size, before.size);
  EXPECT_EQ(head().root, before.root);
  EXPECT_EQ(register_digest(), tables);

  club_ = at_that_time;
  EXPECT_TRUE(ledger_->append_one(proposal("q0"))) << "what was cut off may be recorded again";
  reopen();
  EXPECT_EQ(head().size.value, before.size.value + 1);
}

TEST_F(Replay, the_founding_cannot_be_cut_off_nor_the_log_be_cut_to_more_than_it_holds) {
  EXPECT_TRUE(ledger_->truncate(TreeSize{0}).error().is(LedgerError::kOutOfRange));
  EXPECT_TRUE(ledger_->truncate(TreeSize{2}).error().is(LedgerError::kOutOfRange));
  EXPECT_TRUE(ledger_->append_one(proposal("park"))) << "what was refused changed nothing";
  EXPECT_TRUE(ledger_->truncate(TreeSize{1}));
}

}  // namespace
}  // namespace jumelage::ledger
