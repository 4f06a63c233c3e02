// For this folder's own files: libsodium, initialised.
#pragma once

#include <sodium.h>

namespace jumelage::crypto {

// Before any other call into libsodium. Thread-safe, and free after the first time.
void sodium_ready();

}  // namespace jumelage::crypto
