// The closing sheet of a body's register as the record has it: what a printed one is compared with, and made from.
#pragma once

#include <cstdint>
#include <optional>

#include "governance/keys.h"
#include "governance/register.h"

namespace jumelage::governance {

struct ClosingSheet {
  std::uint32_t before = 0;  // the last number of the volume before
  std::uint32_t first = 0;   // 0: no number is in it
  std::uint32_t last = 0;
  std::uint32_t decisions = 0;
  std::uint32_t sessions = 0;  // of a year: those opened in it too; of a volume: in which its decisions were taken
};

// Of a year (`volume` 0) with all its numbers; of a volume with those that follow the volume before, up to `last` where
// one is said. Throws RegisterFault where a number is nobody's.
ClosingSheet closing_sheet(const Register& reg, Number body, std::uint16_t year, std::uint16_t volume,
                           std::optional<std::uint32_t> last);

// Counter of a volume that was closed: kVolumeClosed and its last number (docs/formats/register.md).
inline constexpr std::uint64_t kVolumeClosed = 1ULL << 32;
Key closed_volume_key(Number body, std::uint16_t year, std::uint16_t volume);

}  // namespace jumelage::governance
