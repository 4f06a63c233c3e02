// What the log holds before the act that is judged, for the few rules that need more of it than the register keeps: the
// words of an earlier act, and earlier roots. Both follow from the entries before the act's place and from nothing
// else, so a rule that reads them answers the same on every machine.
#pragma once

#include <cstdint>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/ids.h"

namespace jumelage::governance {

// Throws RegisterFault where the log cannot be read, like the register.
class History {
 public:
  virtual ~History() = default;
  // The canonical bytes of the act at `position`, which is before the place of the act that is judged.
  virtual Bytes act(std::uint64_t position) const = 0;
  // When the log took it in.
  virtual UnixMillis sequenced_at(std::uint64_t position) const = 0;
  // The root of the tree of the first `size` entries; `size` is not above that place.
  virtual Digest root(std::uint64_t size) const = 0;
};

}  // namespace jumelage::governance
