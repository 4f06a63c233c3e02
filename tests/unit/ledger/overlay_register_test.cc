#include "ledger/overlay_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jumelage::ledger {
namespace {

using governance::Table;
using testing::ElementsAre;

class OverlayRegisterTest : public testing::Test {
 protected:
  OverlayRegisterTest() {
    for (const char* key : {"b", "d", "f"}) below_.put(Table::kNames, as_bytes(key), as_bytes("below"));
  }
  void add(std::string_view key) {
    governance::Effects effects;
    effects.put(Table::kNames, as_bytes(key), as_bytes("above"));
    overlay_.apply(effects);
  }
  std::string get(std::string_view key) const {
    const auto value = overlay_.get(Table::kNames, as_bytes(key));
    return value ? std::string(as_text(*value)) : "nothing";
  }
  std::string floor(std::string_view key) const {
    const auto item = overlay_.floor(Table::kNames, as_bytes(key));
    return item ? std::string(as_text(item->key)) + " " + std::string(as_text(item->value)) : "nothing";
  }
  std::vector<std::string> scan(std::size_t most = 100) const {
    std::vector<std::string> out;
    overlay_.scan(Table::kNames, {}, [&](governance::Register::Item item) {
      out.push_back(std::string(as_text(item.key)) + " " + std::string(as_text(item.value)));
      return out.size() < most;
    });
    return out;
  }

  governance::MemoryRegister below_;
  OverlayRegister overlay_{below_};
};

TEST_F(OverlayRegisterTest, WhatIsAboveHidesWhatIsBelow) {
  add("d");
  EXPECT_EQ(get("d"), "above");
  EXPECT_EQ(get("b"), "below");
  EXPECT_EQ(get("x"), "nothing");
  EXPECT_EQ(as_text(*below_.get(Table::kNames, as_bytes("d"))), "below");
}

TEST_F(OverlayRegisterTest, TheFloorIsTheGreaterOfBoth) {
  add("c");
  add("f");
  EXPECT_EQ(floor("c"), "c above");
  EXPECT_EQ(floor("e"), "d below");
  EXPECT_EQ(floor("z"), "f above");
  EXPECT_EQ(floor("a"), "nothing");
}

TEST_F(OverlayRegisterTest, AScanMergesBothInOrder) {
  add("a");
  add("d");
  add("e");
  add("g");
  EXPECT_THAT(scan(), ElementsAre("a above", "b below", "d above", "e above", "f below", "g above"));
}

TEST_F(OverlayRegisterTest, AScanStopsWhereItIsTold) {
  add("a");
  add("c");
  for (std::size_t most = 1; most <= 5; ++most) EXPECT_EQ(scan(most).size(), most);
}

}  // namespace
}  // namespace jumelage::ledger
