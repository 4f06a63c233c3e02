// A log entry: the leaf of the tree (docs/formats/log-entry.md).
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"
#include "event/aligned_bytes.h"
#include "event/sealed.h"

namespace jumelage::event {

struct Assigned {
  std::string series;
  std::uint16_t year = 0;
  std::uint32_t number = 0;
  bool operator==(const Assigned&) const = default;
};

// The canonical bytes of the entry, at most kMaxEntryBytes. `sequenced_at` is not 0.
Bytes encode_entry(UnixMillis sequenced_at, ByteView sealed, const std::optional<Assigned>& assigned);

// An entry read back. Owns its bytes.
struct Entry {
  UnixMillis sequenced_at = 0;
  std::optional<Assigned> assigned;
  SealedAct sealed;

  // For bytes from elsewhere: everything is checked, signatures apart.
  static Result<Entry> parse(ByteView bytes);
  // The same for an entry as the log keeps it (packed.h).
  static Result<Entry> parse_packed(ByteView packed);
  // The same for what unpack() gave.
  static Result<Entry> parse_words(const AlignedBytes& words);
};

}  // namespace jumelage::event
