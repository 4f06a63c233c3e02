// A register as it would be after some acts more: to judge acts that follow each other before any is recorded.
#pragma once

#include "governance/memory_register.h"
#include "governance/register.h"

namespace jumelage::ledger {

// What lies underneath is only read, and must outlive this. Belongs to one thread.
class OverlayRegister final : public governance::Register {
 public:
  explicit OverlayRegister(const governance::Register& below) : below_(below) {}

  std::optional<ByteView> get(governance::Table table, ByteView key) const override;
  std::optional<Item> floor(governance::Table table, ByteView key) const override;
  void scan(governance::Table table, ByteView prefix, const std::function<bool(Item)>& visit) const override;

  void apply(const governance::Effects& effects) { above_.apply(effects); }

 private:
  const governance::Register& below_;
  governance::MemoryRegister above_;
};

}  // namespace jumelage::ledger
