// What a submitter is told.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "governance/effects.h"

namespace jumelage::ledger {

// An act has its place, and is on disk.
struct Recorded {
  EntryIndex index;
  ActId id;
  UnixMillis sequenced_at = 0;
  std::optional<governance::AssignedNumber> assigned;
  std::vector<governance::Finding> findings;
};

using Answer = Result<Recorded>;

}  // namespace jumelage::ledger
