// Bounds on everything that comes in from outside. Stored formats depend on them: see docs/formats/.
#pragma once

#include <cstddef>

namespace jumelage::event {

inline constexpr std::size_t kMaxEntryBytes = 65'535;    // a leaf, because tile bundles count it in 16 bits
inline constexpr std::size_t kEntryOverheadBytes = 256;  // at most what the log adds, seen-statements aside
inline constexpr std::size_t kMaxSeen = 60;              // statements of witnesses in an entry ...
inline constexpr std::size_t kSeenBytes = 128;           // ... of this many bytes each
inline constexpr std::size_t kMaxSealedBytes = 57'344;
static_assert(kMaxSealedBytes + kEntryOverheadBytes + kMaxSeen * kSeenBytes <= kMaxEntryBytes);
inline constexpr std::size_t kMaxSignatures = 256;
inline constexpr std::size_t kMaxPackets = 8;
inline constexpr std::size_t kMaxPacketActs = 1U << 20;  // acts under one packet signature
inline constexpr std::size_t kMaxPathSteps = 20;
inline constexpr std::size_t kMaxJsonBytes = 1U << 20;  // an act as JSON
inline constexpr std::size_t kMaxJsonDepth = 32;
inline constexpr std::size_t kMaxJsonValues = 1U << 16;  // objects, lists, texts, numbers in it
inline constexpr std::size_t kMaxJsonFields = 256;       // of one object
inline constexpr std::size_t kMaxNesting = 16;           // pointers deep, in a message

}  // namespace jumelage::event
