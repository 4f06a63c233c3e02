#include "governance/effects.h"

namespace jumelage::governance {

void Effects::put(Table table, ByteView key, ByteView value) {
  puts_.push_back({table, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(key.size()),
                   static_cast<std::uint32_t>(value.size())});
  append(bytes_, key);
  append(bytes_, value);
}

std::optional<ByteView> Effects::find(Table table, ByteView key) const {
  std::optional<ByteView> found;
  for_each([&](Table put_table, ByteView put_key, ByteView value) {
    if (put_table == table && equal(put_key, key)) found = value;
  });
  return found;
}

void Effects::clear() {
  findings.clear();
  assigned.reset();
  erased_documents.clear();
  puts_.clear();
  bytes_.clear();
}

}  // namespace jumelage::governance
