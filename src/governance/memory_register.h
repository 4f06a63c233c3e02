// The register as maps in memory: for the founding act, which is judged item by item, for tests, the simulator and
// throw-away audits.
#pragma once

#include <algorithm>
#include <array>
#include <map>

#include "governance/effects.h"
#include "governance/register.h"

namespace jumelage::governance {

// A value: copies are independent, equality is by content. Const access is thread-safe.
class MemoryRegister final : public Register {
 public:
  std::optional<ByteView> get(Table table, ByteView key) const override;
  std::optional<Item> floor(Table table, ByteView key) const override;
  void scan(Table table, ByteView prefix, const std::function<bool(Item)>& visit) const override;
  std::optional<Item> ceiling(Table table, ByteView key) const override;

  void put(Table table, ByteView key, ByteView value);
  void apply(const Effects& effects);

  bool operator==(const MemoryRegister& other) const { return tables_ == other.tables_; }

 private:
  struct Less {
    using is_transparent = void;
    bool operator()(ByteView a, ByteView b) const {
      return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    }
  };
  using Rows = std::map<Bytes, Bytes, Less>;
  const Rows& rows(Table table) const { return tables_[static_cast<std::size_t>(table)]; }

  std::array<Rows, kTableCount> tables_;
};

}  // namespace jumelage::governance
