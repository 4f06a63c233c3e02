#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace jumelage {

void stop(std::string_view condition, std::string_view why, const char* file, int line) {
  std::fprintf(stderr, "jumelage: internal fault at %s:%d: %.*s (%.*s). Nothing more was written.\n", file, line,
               static_cast<int>(why.size()), why.data(), static_cast<int>(condition.size()), condition.data());
  std::abort();
}

}  // namespace jumelage
