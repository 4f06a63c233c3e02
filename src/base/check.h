// Invariants, checked in every build. A broken one stops the process before it can write.
#pragma once

#include <string_view>

namespace jumelage {

[[noreturn]] void stop(std::string_view condition, std::string_view why, const char* file, int line);

}  // namespace jumelage

#define JUMELAGE_CHECK(condition, why)                       \
  do {                                                       \
    if (!(condition)) [[unlikely]]                           \
      ::jumelage::stop(#condition, why, __FILE__, __LINE__); \
  } while (false)
