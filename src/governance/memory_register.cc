#include "governance/memory_register.h"

namespace jumelage::governance {

std::optional<ByteView> MemoryRegister::get(Table table, ByteView key) const {
  const auto found = rows(table).find(key);
  if (found == rows(table).end()) return std::nullopt;
  return ByteView(found->second);
}

std::optional<Register::Item> MemoryRegister::floor(Table table, ByteView key) const {
  auto above = rows(table).upper_bound(key);
  if (above == rows(table).begin()) return std::nullopt;
  --above;
  return Item{above->first, above->second};
}

void MemoryRegister::scan(Table table, ByteView prefix, const std::function<bool(Item)>& visit) const {
  for (auto at = rows(table).lower_bound(prefix); at != rows(table).end(); ++at) {
    const ByteView key = at->first;
    if (key.size() < prefix.size() || !equal(key.first(prefix.size()), prefix)) return;
    if (!visit({key, at->second})) return;
  }
}

std::optional<Register::Item> MemoryRegister::ceiling(Table table, ByteView key) const {
  const auto at = rows(table).lower_bound(key);
  if (at == rows(table).end()) return std::nullopt;
  return Item{at->first, at->second};
}

void MemoryRegister::put(Table table, ByteView key, ByteView value) {
  tables_[static_cast<std::size_t>(table)].insert_or_assign(Bytes(key.begin(), key.end()),
                                                            Bytes(value.begin(), value.end()));
}

void MemoryRegister::apply(const Effects& effects) {
  effects.for_each([this](Table table, ByteView key, ByteView value) { put(table, key, value); });
}

}  // namespace jumelage::governance
