#include "governance/effects.h"

namespace jumelage::governance {

void Effects::put(Table table, ByteView key, ByteView value) {
  puts_.push_back({table, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(key.size()),
                   static_cast<std::uint32_t>(value.size())});
  append(bytes_, key);
  append(bytes_, value);
}

void Effects::clear() {
  findings.clear();
  assigned.reset();
  erased_documents.clear();
  puts_.clear();
  bytes_.clear();
}

}  // namespace jumelage::governance
