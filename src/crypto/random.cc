#include "crypto/random.h"

#include "crypto/sodium_ready.h"

namespace jumelage::crypto {

void fill_random(std::span<std::uint8_t> out) {
  sodium_ready();
  if (out.empty()) return;
  randombytes_buf(out.data(), out.size());
}

}  // namespace jumelage::crypto
