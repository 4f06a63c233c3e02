#include "governance/memory_register.h"

#include "unit/governance/register_contract.h"

namespace jumelage::governance {
namespace {

Bytes bytes_of(const Key& key) {
  return Bytes(key.view().begin(), key.view().end());
}

struct MemoryMaker {
  const Register& reg() const { return memory; }
  void put(Table table, ByteView key, ByteView value) { memory.put(table, key, value); }
  MemoryRegister memory;
};
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, RegisterContract, MemoryMaker);

TEST(MemoryRegister, CopiesAreIndependent) {
  MemoryRegister first;
  first.put(Table::kNames, as_bytes("a"), as_bytes("1"));
  MemoryRegister second = first;
  EXPECT_EQ(first, second);
  second.put(Table::kNames, as_bytes("b"), as_bytes("2"));
  EXPECT_FALSE(first.get(Table::kNames, as_bytes("b")).has_value());
  EXPECT_NE(first, second);
}

TEST(MemoryRegister, AppliesEffectsInTheOrderTheyWerePut) {
  Effects effects;
  effects.put(Table::kCounters, as_bytes("n"), as_bytes("1"));
  effects.put(Table::kCounters, as_bytes("n"), as_bytes("2"));
  MemoryRegister reg;
  reg.apply(effects);
  EXPECT_EQ(as_text(*reg.get(Table::kCounters, as_bytes("n"))), "2");
}

TEST(Effects, AreEmptyOnceCleared) {
  Effects effects;
  effects.put(Table::kCounters, as_bytes("n"), as_bytes("1"));
  effects.findings.push_back({"code", "text", 1});
  effects.assigned = AssignedNumber{"CCI", 2026, 7};
  effects.erased_documents.push_back({1});
  effects.clear();
  EXPECT_EQ(effects.count(), 0U);
  EXPECT_TRUE(effects.findings.empty());
  EXPECT_FALSE(effects.assigned.has_value());
  EXPECT_TRUE(effects.erased_documents.empty());
}

TEST(Keys, SortAsTheirNumbersDo) {
  EXPECT_LT(bytes_of(row_key(1, kNever)), bytes_of(row_key(2, 0)));
  EXPECT_LT(bytes_of(act_key(-5, ActId{})), bytes_of(act_key(3, ActId{})));
  EXPECT_EQ(read_big_endian(Key().u64(0x0102030405060708).view()), 0x0102030405060708U);
}

}  // namespace
}  // namespace jumelage::governance
