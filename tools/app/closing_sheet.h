// The closing sheet of a body's register as the record has it: what its rule compares a sheet with.
#pragma once

#include <cstdint>
#include <optional>

#include "app/lookup.h"

namespace jumelage::tools {

struct ClosingSheet {
  std::uint32_t first = 0;  // 0: no number is in it
  std::uint32_t last = 0;
  std::uint32_t decisions = 0;
  std::uint32_t sessions = 0;
};

// Of a whole year (`volume` 0), or of a volume: from where the one before it ended to `last`, otherwise to the last
// number of the year. A volume's sessions are those that took its decisions.
ClosingSheet closing_sheet(const Register& reg, Number body, std::uint16_t year, std::uint16_t volume,
                           std::optional<std::uint32_t> last);

}  // namespace jumelage::tools
