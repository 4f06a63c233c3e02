#include "base/error.h"

namespace jumelage {

Error Error::within(std::string_view where) const {
  Error out = *this;
  out.message_ = std::string(where) + ": " + message_;
  return out;
}

}  // namespace jumelage
