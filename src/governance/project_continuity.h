// Continuity: whether somebody still answers for a project. It follows from the lead's mandate and membership alone, so
// a project is flagged from the day on which either has ended until it is handed over, and no act has to say so.
#pragma once

#include <cstdint>
#include <string_view>

#include "governance/keys.h"
#include "governance/register.h"

namespace jumelage::governance {

// Why nobody answers for a project.
enum class LeadLapse : std::uint8_t {
  kNone,          // somebody does; or the project is over, and nobody has to
  kMandateEnded,  // the lead's mandate was ended, or ran out by date
  kMemberLeft,    // the leading member withdrew, was excluded or succeeded
};
std::string_view lapse_text(LeadLapse lapse);  // "the lead's mandate has ended"

// As of that day, as it was known once the log held the entry at `position`.
LeadLapse lead_lapse(const Register& reg, Number project, std::uint32_t day, std::uint64_t position = kNever);

}  // namespace jumelage::governance
