// What a submitter is told.
#pragma once

#include <cstddef>
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
  // Of an act that erases documents: those whose bytes are gone, and those that could not be destroyed now. That is
  // tried again with the next erasure and whenever the ledger is opened for writing.
  std::vector<Digest> destroyed = {};
  std::vector<Digest> not_yet_destroyed = {};
};

using Answer = Result<Recorded>;

// Whether an act may be in the log although it was answered so: the outcome is unknown, or nothing looked any more.
// Only the next opening can tell. Everything else is certain.
bool may_be_recorded(const Error& answer);

// The answers to `count` acts of which none is recorded because the one at `place` was refused.
std::vector<Answer> refused_together(std::size_t count, std::size_t place, const Error& why);

}  // namespace jumelage::ledger
