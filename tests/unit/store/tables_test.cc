#include "store/tables.h"

#include <map>
#include <random>
#include <string>

#include "store_fixture.h"

namespace jumelage::store {
namespace {

using Model = std::map<std::string, std::string>;
using Rows = std::vector<std::pair<std::string, std::string>>;

class TablesTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_TRUE(open(OpenMode::kCreate));
    tables_.emplace(*environment_);
  }
  void put(WriteTransaction& txn, std::string_view key, std::string_view value) {
    ASSERT_TRUE(tables_->put(txn, kPeople, as_bytes(key), as_bytes(value)));
  }
  static RowVisitor collect(Rows& rows) {
    return [&rows](const Row& row) {
      rows.emplace_back(as_text(row.key), as_text(row.value));
      return true;
    };
  }
  std::optional<Tables> tables_;
};

std::string key_of(const std::optional<Row>& row) {
  return row ? std::string(as_text(row->key)) : "-";
}

// Short keys over a small alphabet (0x00 and 0xff among it): many hits, near misses and shared prefixes.
std::string random_key(std::mt19937_64& random) {
  constexpr std::string_view kAlphabet("\0\x01k\x7f\x80\xff", 6);
  std::string key;
  for (std::size_t left = 1 + random() % 5; left > 0; --left) key += kAlphabet[random() % kAlphabet.size()];
  return key;
}

std::string random_value(std::mt19937_64& random) {
  constexpr std::size_t kSizes[] = {0, 1, 40, 700, 2'030, 2'050, 5'000};
  return std::string(kSizes[random() % std::size(kSizes)], static_cast<char>(random() % 256));
}

std::string model_floor(const Model& model, const std::string& key) {
  const auto above = model.upper_bound(key);
  return above == model.begin() ? "-" : std::prev(above)->first;
}

std::string model_ceiling(const Model& model, const std::string& key) {
  const auto at = model.lower_bound(key);
  return at == model.end() ? "-" : at->first;
}

// std::map with keys as unsigned bytes is exactly what a table promises to be.
TEST_F(TablesTest, behaves_like_a_sorted_map_through_random_changes) {
  constexpr std::uint64_t kSeed = 20260312;
  std::mt19937_64 random(kSeed);
  Model model;
  for (int batch = 0; batch < 30; ++batch) {
    auto txn = environment_->write().value();
    const Model before = model;
    for (int step = 0; step < 200; ++step) {
      const std::string key = random_key(random);
      if (random() % 4 == 0) {
        EXPECT_EQ(tables_->erase(txn, kPeople, as_bytes(key)).value(), model.erase(key) == 1);
      } else {
        const std::string value = random_value(random);
        put(txn, key, value);
        model[key] = value;
      }
      const std::string probe = random_key(random);
      const auto got = tables_->get(txn, kPeople, as_bytes(probe)).value();
      ASSERT_EQ(got.has_value(), model.count(probe) == 1);
      if (got) {
        ASSERT_EQ(as_text(*got), model[probe]);
      }
      ASSERT_EQ(key_of(tables_->floor(txn, kPeople, as_bytes(probe)).value()), model_floor(model, probe));
      ASSERT_EQ(key_of(tables_->ceiling(txn, kPeople, as_bytes(probe)).value()), model_ceiling(model, probe));
    }
    ASSERT_EQ(tables_->count(txn, kPeople).value(), model.size());
    if (batch % 5 == 4) {
      txn.abort();
      model = before;
    } else {
      ASSERT_TRUE(txn.commit());
    }
    const auto reader = environment_->read().value();
    Rows up;
    Rows down;
    ASSERT_TRUE(tables_->scan(reader, kPeople, {}, collect(up)));
    ASSERT_TRUE(tables_->scan_back(reader, kPeople, {}, collect(down)));
    ASSERT_EQ(up, Rows(model.begin(), model.end()));
    ASSERT_EQ(down, Rows(model.rbegin(), model.rend()));
  }
}

TEST_F(TablesTest, scans_begin_and_end_where_they_should) {
  auto txn = environment_->write().value();
  for (const char* key : {"a", "ab", "ab\xff", "abc", "b", "c"}) put(txn, key, "");
  const auto keys = [&](auto scan) {
    std::string all;
    EXPECT_TRUE(scan([&](const Row& row) {
      all += std::string(as_text(row.key)) + " ";
      return row.key[0] != 'b';
    }));
    return all;
  };
  EXPECT_EQ(keys([&](auto v) { return tables_->scan(txn, kPeople, as_bytes("aba"), v); }), "abc ab\xff b ");
  EXPECT_EQ(keys([&](auto v) { return tables_->scan(txn, kPeople, as_bytes("d"), v); }), "");
  EXPECT_EQ(keys([&](auto v) { return tables_->scan_prefix(txn, kPeople, as_bytes("ab"), v); }), "ab abc ab\xff ");
  EXPECT_EQ(keys([&](auto v) { return tables_->scan_prefix(txn, kPeople, as_bytes("zz"), v); }), "");
  EXPECT_EQ(keys([&](auto v) { return tables_->scan_back(txn, kPeople, as_bytes("aba"), v); }), "ab a ");
  EXPECT_EQ(keys([&](auto v) { return tables_->scan_back(txn, kPeople, as_bytes("ab"), v); }), "ab a ");
  EXPECT_EQ(keys([&](auto v) { return tables_->scan_back(txn, kPeople, as_bytes("a"), v); }), "a ");
  EXPECT_EQ(keys([&](auto v) { return tables_->scan_back(txn, kPeople, as_bytes("\x01"), v); }), "");
}

TEST_F(TablesTest, a_visitor_may_look_up_other_rows_of_the_same_table) {
  auto txn = environment_->write().value();
  for (char letter = 'a'; letter <= 'z'; ++letter) put(txn, std::string(1, letter), "x");
  std::string visited;
  ASSERT_TRUE(tables_->scan(txn, kPeople, {}, [&](const Row& row) {
    visited += as_text(row.key);
    return tables_->get(txn, kPeople, as_bytes("b")).value().has_value();
  }));
  EXPECT_EQ(visited, "abcdefghijklmnopqrstuvwxyz");
}

TEST_F(TablesTest, tables_do_not_see_each_others_rows_and_are_emptied_alone) {
  auto txn = environment_->write().value();
  put(txn, "k", "people");
  ASSERT_TRUE(tables_->put(txn, kTowns, as_bytes("k"), as_bytes("towns")));
  ASSERT_TRUE(tables_->clear(txn, kPeople));
  EXPECT_FALSE(tables_->get(txn, kPeople, as_bytes("k")).value());
  EXPECT_EQ(tables_->count(txn, kPeople).value(), 0U);
  EXPECT_EQ(as_text(tables_->get(txn, kTowns, as_bytes("k")).value().value()), "towns");
  put(txn, "again", "1");
  EXPECT_EQ(tables_->count(txn, kPeople).value(), 1U);
}

TEST_F(TablesTest, bounds_are_kept) {
  auto txn = environment_->write().value();
  const std::string longest(kMaxKeyBytes, 'k');
  const Bytes largest(kMaxValueBytes, 1);
  EXPECT_TRUE(tables_->put(txn, kPeople, as_bytes(longest), largest));
  EXPECT_TRUE(equal(tables_->get(txn, kPeople, as_bytes(longest)).value().value(), largest));
  const Bytes larger(kMaxValueBytes + 1, 1);
  for (const auto& refused :
       {tables_->put(txn, kPeople, as_bytes("k"), larger), tables_->put(txn, kPeople, as_bytes(longest + "k"), {}),
        tables_->put(txn, kPeople, {}, {})}) {
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(StoreError::kTooLarge));
  }
  EXPECT_FALSE(tables_->get(txn, kPeople, {}));
  EXPECT_FALSE(tables_->floor(txn, kPeople, as_bytes(longest + "k")));
}

TEST_F(TablesTest, keys_in_rising_order_fill_their_pages) {
  std::uintmax_t before = std::filesystem::file_size(folder_ / "ledger.mdb");
  for (const std::size_t value_bytes : {40U, 300U, 700U, 1'300U}) {
    auto txn = environment_->write().value();
    constexpr std::size_t kPagesWorth = 1'000;
    const std::size_t row_bytes = value_bytes + 14 + 10;  // the key, and LMDB's own share of a row
    const std::size_t rows_in_a_page = 4'080 / row_bytes;
    for (std::size_t i = 0; i < kPagesWorth * rows_in_a_page; ++i)
      put(txn, std::to_string(10'000'000'000'000 + value_bytes * 1'000'000'000 + i), std::string(value_bytes, 'v'));
    ASSERT_TRUE(txn.commit());
    const std::uintmax_t after = std::filesystem::file_size(folder_ / "ledger.mdb");
    EXPECT_LT((after - before) / 4'096, kPagesWorth * 108 / 100) << value_bytes;
    before = after;
  }
}

TEST_F(TablesTest, named_values_are_kept_apart_from_tables) {
  const Meta meta(*environment_);
  auto txn = environment_->write().value();
  EXPECT_FALSE(meta.get(txn, "checkpoint").value());
  ASSERT_TRUE(meta.put(txn, "checkpoint", as_bytes("one")));
  ASSERT_TRUE(meta.put(txn, "checkpoint", as_bytes("two")));
  EXPECT_EQ(as_text(meta.get(txn, "checkpoint").value().value()), "two");
  EXPECT_EQ(tables_->count(txn, kPeople).value(), 0U);
  ASSERT_TRUE(meta.erase(txn, "checkpoint"));
  ASSERT_TRUE(meta.erase(txn, "checkpoint"));
  EXPECT_FALSE(meta.get(txn, "checkpoint").value());
}

}  // namespace
}  // namespace jumelage::store
