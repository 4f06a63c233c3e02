// How register keys are made: big-endian integers, so that the order of bytes is the order of numbers.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/ids.h"

namespace jumelage::governance {

using Number = std::uint32_t;  // a subject's number; 0: none
inline constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

// A short key under construction, on the stack. At most 128 bytes.
class Key {
 public:
  Key& u8(std::uint8_t v) { return integer(v, 1); }
  Key& u16(std::uint16_t v) { return integer(v, 2); }
  Key& u32(std::uint32_t v) { return integer(v, 4); }
  Key& u64(std::uint64_t v) { return integer(v, 8); }
  Key& bytes(ByteView v);
  ByteView view() const { return {data_, size_}; }
  operator ByteView() const { return view(); }  // NOLINT: a key is its bytes

 private:
  Key& integer(std::uint64_t v, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) data_[size_ + i] = static_cast<std::uint8_t>(v >> (8 * (width - 1 - i)));
    size_ += width;
    return *this;
  }
  static constexpr std::size_t kCapacity = 128;
  std::uint8_t data_[kCapacity];
  std::size_t size_ = 0;
};

std::uint64_t read_big_endian(ByteView bytes);

inline Key name_key(std::string_view slug) {
  return Key().bytes(as_bytes(slug));
}
inline Key subject_key(Number n) {
  return Key().u32(n);
}
inline Key row_key(Number n, std::uint64_t position) {
  return Key().u32(n).u64(position);
}
inline Key link_key(Number parent, std::uint8_t kind, Number child) {
  return Key().u32(parent).u8(kind).u32(child);
}
inline Key vote_key(Number proposal, std::uint16_t round, std::uint64_t position) {
  return Key().u32(proposal).u16(round).u64(position);
}
inline Key attendance_key(Number session, Number mandate, std::uint64_t position) {
  return Key().u32(session).u32(mandate).u64(position);
}
inline Key series_key(std::string_view series, std::uint16_t year) {
  return Key().bytes(as_bytes(series)).u8(0).u16(year);
}
inline Key number_key(std::string_view series, std::uint16_t year, std::uint32_t number) {
  return Key().bytes(as_bytes(series)).u8(0).u16(year).u32(number);
}
// Ordered by time, so that new acts go to the end of the index whatever their digests are.
inline Key act_key(UnixMillis recorded_at, const ActId& id) {
  return Key().u64(static_cast<std::uint64_t>(recorded_at) ^ (1ULL << 63)).bytes(id.view().first(8));
}
inline Key finding_key(std::uint64_t position, std::uint16_t place) {
  return Key().u64(position).u16(place);
}

}  // namespace jumelage::governance
