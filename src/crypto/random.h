// Randomness fit for keys, from the operating system.
#pragma once

#include <cstdint>
#include <span>

namespace jumelage::crypto {

// Thread-safe. Cannot fail: without a source of randomness the process stops.
void fill_random(std::span<std::uint8_t> out);

}  // namespace jumelage::crypto
