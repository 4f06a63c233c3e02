// Pointers of Cap'n Proto messages, taken apart (capnproto.org/encoding.html). Words are little-endian.
#pragma once

#include <bit>
#include <cstdint>

namespace jumelage::event {

static_assert(std::endian::native == std::endian::little, "messages are read in place");

struct PointerWord {
  std::uint64_t bits;

  enum Kind : unsigned { kStruct = 0, kList = 1, kFar = 2, kOther = 3 };
  enum ElementSize : unsigned { kByte = 2, kFourBytes = 4, kPointer = 6, kComposite = 7 };

  Kind kind() const { return static_cast<Kind>(bits & 3); }
  // Words from the end of the pointer to what it points at.
  std::int64_t offset() const { return static_cast<std::int32_t>(static_cast<std::uint32_t>(bits)) >> 2; }

  std::uint32_t data_words() const { return static_cast<std::uint16_t>(bits >> 32); }
  std::uint32_t pointers() const { return static_cast<std::uint16_t>(bits >> 48); }
  std::uint32_t struct_words() const { return data_words() + pointers(); }

  ElementSize element_size() const { return static_cast<ElementSize>(bits >> 32 & 7); }
  std::uint32_t count() const { return static_cast<std::uint32_t>(bits >> 35); }
  // Of the word that opens a list of structs: how many there are.
  std::uint32_t tag_count() const { return static_cast<std::uint32_t>(bits) >> 2; }
};

}  // namespace jumelage::event
