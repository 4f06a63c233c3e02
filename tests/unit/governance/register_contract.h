// What every governance::Register must do. A test that includes this names its implementation:
//
//   struct MapMaker {                       // default-constructible; owns whatever the register needs
//     const Register& reg();
//     void put(Table, ByteView key, ByteView value);
//   };
//   INSTANTIATE_TYPED_TEST_SUITE_P(Memory, RegisterContract, MapMaker);
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "governance/keys.h"
#include "governance/register.h"

namespace jumelage::governance {

template <class Maker>
class RegisterContract : public ::testing::Test {
 protected:
  void put(Table table, std::string_view key, std::string_view value) {
    maker_.put(table, as_bytes(key), as_bytes(value));
  }
  std::string get(Table table, std::string_view key) const {
    const auto found = reg().get(table, as_bytes(key));
    return found ? std::string(as_text(*found)) : "(none)";
  }
  std::string floor(Table table, ByteView key) const {
    const auto found = reg().floor(table, key);
    return found ? std::string(as_text(found->value)) : "(none)";
  }
  std::string floor(Table table, std::string_view key) const { return floor(table, as_bytes(key)); }
  std::vector<std::string> scan(Table table, std::string_view prefix, std::size_t most = 100) const {
    std::vector<std::string> keys;
    reg().scan(table, as_bytes(prefix), [&](Register::Item item) {
      keys.emplace_back(as_text(item.key));
      return keys.size() < most;
    });
    return keys;
  }
  const Register& reg() const { return maker_.reg(); }

  mutable Maker maker_;
};

TYPED_TEST_SUITE_P(RegisterContract);

TYPED_TEST_P(RegisterContract, HoldsNothingAtFirst) {
  for (std::size_t i = 0; i < kTableCount; ++i) {
    const auto table = static_cast<Table>(i);
    EXPECT_EQ(this->get(table, "a"), "(none)");
    EXPECT_EQ(this->floor(table, "a"), "(none)");
    EXPECT_TRUE(this->scan(table, "").empty());
  }
}

TYPED_TEST_P(RegisterContract, GivesBackWhatWasPutUnderThatKeyAndNoOther) {
  this->put(Table::kNames, "cci", "one");
  EXPECT_EQ(this->get(Table::kNames, "cci"), "one");
  EXPECT_EQ(this->get(Table::kNames, "cc"), "(none)");
  EXPECT_EQ(this->get(Table::kNames, "ccia"), "(none)");
}

TYPED_TEST_P(RegisterContract, KeepsTablesApart) {
  this->put(Table::kNames, "k", "names");
  this->put(Table::kCounters, "k", "counters");
  EXPECT_EQ(this->get(Table::kNames, "k"), "names");
  EXPECT_EQ(this->get(Table::kCounters, "k"), "counters");
  EXPECT_EQ(this->get(Table::kRows, "k"), "(none)");
}

TYPED_TEST_P(RegisterContract, ALaterPutReplacesTheValue) {
  this->put(Table::kSeries, "CCI", "1");
  this->put(Table::kSeries, "CCI", "22");
  EXPECT_EQ(this->get(Table::kSeries, "CCI"), "22");
  EXPECT_EQ(this->scan(Table::kSeries, "").size(), 1U);
}

TYPED_TEST_P(RegisterContract, HoldsEmptyValues) {
  this->put(Table::kLinks, "link", "");
  EXPECT_EQ(this->get(Table::kLinks, "link"), "");
}

TYPED_TEST_P(RegisterContract, FloorIsTheGreatestKeyNotAbove) {
  this->put(Table::kRows, "b", "B");
  this->put(Table::kRows, "d", "D");
  EXPECT_EQ(this->floor(Table::kRows, "a"), "(none)");
  EXPECT_EQ(this->floor(Table::kRows, "b"), "B");
  EXPECT_EQ(this->floor(Table::kRows, "c"), "B");
  EXPECT_EQ(this->floor(Table::kRows, "d"), "D");
  EXPECT_EQ(this->floor(Table::kRows, "zz"), "D");
}

TYPED_TEST_P(RegisterContract, CeilingIsTheLeastKeyNotBelow) {
  this->put(Table::kIndex, "b", "B");
  this->put(Table::kIndex, "d", "D");
  const auto ceiling = [&](std::string_view key) {
    const auto found = this->reg().ceiling(Table::kIndex, as_bytes(key));
    return found ? std::string(as_text(found->value)) : "(none)";
  };
  EXPECT_EQ(ceiling("a"), "B");
  EXPECT_EQ(ceiling("b"), "B");
  EXPECT_EQ(ceiling("c"), "D");
  EXPECT_EQ(ceiling("e"), "(none)");
}

TYPED_TEST_P(RegisterContract, KeysAreInTheOrderOfUnsignedBytes) {
  const Number subject = 0x80000001;
  this->maker_.put(Table::kRows, row_key(subject, 0x7f), as_bytes("early"));
  this->maker_.put(Table::kRows, row_key(subject, 0x8000000000000000), as_bytes("late"));
  EXPECT_EQ(this->floor(Table::kRows, row_key(subject, 0x80)), "early");
  EXPECT_EQ(this->floor(Table::kRows, row_key(subject, kNever)), "late");
  EXPECT_EQ(this->floor(Table::kRows, row_key(1, kNever)), "(none)");
}

TYPED_TEST_P(RegisterContract, ScansAPrefixInOrderAndNothingElse) {
  for (const char* key : {"b2", "a", "b1", "b", "c", "b\xff\xff"}) this->put(Table::kLinks, key, "");
  EXPECT_EQ(this->scan(Table::kLinks, "b"), (std::vector<std::string>{"b", "b1", "b2", "b\xff\xff"}));
  EXPECT_EQ(this->scan(Table::kLinks, "b1"), (std::vector<std::string>{"b1"}));
  EXPECT_TRUE(this->scan(Table::kLinks, "d").empty());
  EXPECT_EQ(this->scan(Table::kLinks, "").size(), 6U);
}

TYPED_TEST_P(RegisterContract, AScanStopsWhenToldTo) {
  for (const char* key : {"a1", "a2", "a3"}) this->put(Table::kLinks, key, "");
  EXPECT_EQ(this->scan(Table::kLinks, "a", 2), (std::vector<std::string>{"a1", "a2"}));
}

REGISTER_TYPED_TEST_SUITE_P(RegisterContract, HoldsNothingAtFirst, GivesBackWhatWasPutUnderThatKeyAndNoOther,
                            KeepsTablesApart, ALaterPutReplacesTheValue, HoldsEmptyValues,
                            FloorIsTheGreatestKeyNotAbove, CeilingIsTheLeastKeyNotBelow,
                            KeysAreInTheOrderOfUnsignedBytes, ScansAPrefixInOrderAndNothingElse, AScanStopsWhenToldTo);

}  // namespace jumelage::governance
