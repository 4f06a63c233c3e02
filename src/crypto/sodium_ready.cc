#include "crypto/sodium_ready.h"

#include "base/check.h"

namespace jumelage::crypto {

void sodium_ready() {
  static const int outcome = sodium_init();
  JUMELAGE_CHECK(outcome >= 0, "libsodium starts");
}

}  // namespace jumelage::crypto
