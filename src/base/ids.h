// Strong types for the numbers and digests that must never be mixed up.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>

#include "base/bytes.h"

namespace jumelage {

// 32 bytes with a meaning. Value type; comparison is bytewise.
template <class Tag>
struct Bytes32 {
  static constexpr std::size_t kSize = 32;
  std::array<std::uint8_t, kSize> bytes{};

  static std::optional<Bytes32> from(ByteView view) {
    if (view.size() != kSize) return std::nullopt;
    Bytes32 out;
    std::copy(view.begin(), view.end(), out.bytes.begin());
    return out;
  }
  ByteView view() const { return bytes; }
  bool is_zero() const {
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
  }
  auto operator<=>(const Bytes32&) const = default;
};

using Digest = Bytes32<struct DigestTag>;      // a SHA-256 value: leaf hash, node, root, document
using ActId = Bytes32<struct ActIdTag>;        // docs/formats/sealed-act.md
using LedgerId = Bytes32<struct LedgerIdTag>;  // docs/formats/sealed-act.md
using KeyId = Bytes32<struct KeyIdTag>;        // an Ed25519 public key, which is its own name

// Where an entry stands in the log: 0 is the founding act.
struct EntryIndex {
  std::uint64_t value = 0;
  auto operator<=>(const EntryIndex&) const = default;
};

// How many entries a log or tree holds. The entry at index i is in every tree of size > i.
struct TreeSize {
  std::uint64_t value = 0;
  auto operator<=>(const TreeSize&) const = default;
};

}  // namespace jumelage

template <class Tag>
struct std::hash<jumelage::Bytes32<Tag>> {
  // The bytes are hashes or public keys already: any eight of them spread well.
  std::size_t operator()(const jumelage::Bytes32<Tag>& id) const noexcept {
    std::size_t out;
    std::memcpy(&out, id.bytes.data(), sizeof out);
    return out;
  }
};
