// A register as it would be with some rows more, or others: to judge acts that follow each other before any is
// recorded, and to look at earlier acts again once a correction has changed what they rested on.
#pragma once

#include "governance/memory_register.h"
#include "governance/register.h"

namespace jumelage::governance {

// What lies underneath is only read, and must outlive this. Belongs to one thread.
class OverlayRegister final : public Register {
 public:
  explicit OverlayRegister(const Register& below) : below_(below) {}

  std::optional<ByteView> get(Table table, ByteView key) const override;
  std::optional<Item> floor(Table table, ByteView key) const override;
  void scan(Table table, ByteView prefix, const std::function<bool(Item)>& visit) const override;
  std::optional<Item> ceiling(Table table, ByteView key) const override;

  void put(Table table, ByteView key, ByteView value) { above_.put(table, key, value); }
  void apply(const Effects& effects) { above_.apply(effects); }

 private:
  const Register& below_;
  MemoryRegister above_;
};

}  // namespace jumelage::governance
