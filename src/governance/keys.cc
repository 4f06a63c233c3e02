#include "governance/keys.h"

#include "base/check.h"

namespace jumelage::governance {

Key& Key::bytes(ByteView v) {
  JUMELAGE_CHECK(v.size() <= kCapacity - size_, "keys are made of bounded parts");
  std::copy(v.begin(), v.end(), data_ + size_);
  size_ += v.size();
  return *this;
}

std::uint64_t read_big_endian(ByteView bytes) {
  JUMELAGE_CHECK(bytes.size() <= 8, "an integer of at most eight bytes");
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return value;
}

}  // namespace jumelage::governance
