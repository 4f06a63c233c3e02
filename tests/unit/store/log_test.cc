#include "store/log.h"

#include <string>

#include "store_fixture.h"

namespace jumelage::store {
namespace {

class LogTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_TRUE(open(OpenMode::kCreate));
  }
  // Of all lengths from empty to some pages, so that both ways of storing a value occur.
  static std::string entry(std::uint64_t i) { return std::string(i * 37 % 9'000, static_cast<char>('a' + i % 26)); }

  void grow(std::uint64_t from, std::uint64_t to) {
    auto txn = environment_->write().value();
    for (std::uint64_t i = from; i < to; ++i) ASSERT_TRUE(Log(*environment_).append(txn, {i}, as_bytes(entry(i))));
    ASSERT_TRUE(txn.commit());
  }
};

TEST_F(LogTest, what_was_appended_is_read_in_any_order_and_in_sequence) {
  grow(0, 300);
  grow(300, 500);
  const Log log(*environment_);
  const auto txn = environment_->read().value();
  EXPECT_EQ(log.size(txn).value().value, 500U);
  for (std::uint64_t k = 0; k < 500; ++k) {
    const std::uint64_t i = k * 373 % 500;
    EXPECT_EQ(as_text(log.read(txn, {i}).value().value()), entry(i));
  }
  EXPECT_FALSE(log.read(txn, {500}).value());
  EXPECT_FALSE(log.read(txn, {~0ULL}).value());
  LogCursor cursor(log, txn, {120});
  for (std::uint64_t i = 120; i < 500; ++i) {
    const auto next = cursor.next().value();
    ASSERT_TRUE(next);
    EXPECT_EQ(next->index.value, i);
    EXPECT_EQ(as_text(next->bytes), entry(i));
  }
  EXPECT_FALSE(cursor.next().value());
}

TEST_F(LogTest, a_write_transaction_reads_what_it_wrote) {
  grow(0, 10);
  const Log log(*environment_);
  auto txn = environment_->write().value();
  LogCursor cursor(log, txn, {9});
  EXPECT_TRUE(cursor.next().value());
  EXPECT_FALSE(cursor.next().value());
  ASSERT_TRUE(log.append(txn, {10}, as_bytes("ten")));
  EXPECT_EQ(as_text(cursor.next().value().value().bytes), "ten");
  EXPECT_EQ(log.size(txn).value().value, 11U);
}

TEST_F(LogTest, only_the_next_index_is_taken) {
  grow(0, 3);
  const Log log(*environment_);
  auto txn = environment_->write().value();
  for (const std::uint64_t wrong : {std::uint64_t{0}, std::uint64_t{2}, std::uint64_t{4}, ~std::uint64_t{0}}) {
    const auto appended = log.append(txn, {wrong}, as_bytes("x"));
    ASSERT_FALSE(appended);
    EXPECT_TRUE(appended.error().is(StoreError::kOutOfOrder));
  }
  EXPECT_TRUE(log.append(txn, {3}, as_bytes("x")));
}

TEST_F(LogTest, the_longest_entry_is_kept_and_a_longer_one_refused) {
  const Log log(*environment_);
  auto txn = environment_->write().value();
  const Bytes longest(kMaxStoredBytes, 7);
  const Bytes longer(kMaxStoredBytes + 1, 7);
  ASSERT_TRUE(log.append(txn, {0}, longest));
  EXPECT_TRUE(equal(log.read(txn, {0}).value().value(), longest));
  const auto refused = log.append(txn, {1}, longer);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(StoreError::kTooLarge));
}

TEST_F(LogTest, truncating_and_growing_again_is_growing) {
  grow(0, 400);
  const Log log(*environment_);
  for (const std::uint64_t size : {399U, 250U, 249U, 1U, 0U}) {
    auto txn = environment_->write().value();
    ASSERT_TRUE(log.truncate(txn, {size + 1'000}));
    ASSERT_TRUE(log.truncate(txn, {size}));
    EXPECT_EQ(log.size(txn).value().value, size);
    EXPECT_FALSE(log.read(txn, {size}).value());
    if (size > 0) {
      EXPECT_EQ(as_text(log.read(txn, {size - 1}).value().value()), entry(size - 1));
    }
    ASSERT_TRUE(txn.commit());
  }
  grow(0, 400);
  const auto txn = environment_->read().value();
  LogCursor cursor(log, txn, {0});
  for (std::uint64_t i = 0; i < 400; ++i) EXPECT_EQ(as_text(cursor.next().value().value().bytes), entry(i));
  EXPECT_FALSE(cursor.next().value());
}

}  // namespace
}  // namespace jumelage::store
