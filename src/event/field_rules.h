// What the annotations of the schema (schema/annotations.capnp) say of one field.
#pragma once

#include <capnp/schema.h>

#include <cstdint>
#include <string_view>

namespace jumelage::event {

struct FieldRules {
  std::uint32_t max_bytes = 1024;  // of a Text or Data, or of each in a list
  std::uint32_t exact_bytes = 0;   // 0: any length up to max_bytes
  std::uint32_t max_items = 1024;
  bool optional = false;
  bool slug = false;
  bool language = false;
  bool zone = false;
  bool multiline = false;
  bool date = false;
  bool instant = false;
  std::string_view signers;  // of a kind of act; static storage
};

FieldRules rules_of(capnp::StructSchema::Field field);

// "sessionOpened", without capnp's wrapping; static storage.
std::string_view name_of(capnp::StructSchema::Field field);

// Rata Die days (0001-01-01 is 1) of 1970-01-01 and 9999-12-31.
inline constexpr std::int32_t kRataDieOfEpoch = 719'163;
inline constexpr std::uint32_t kLastDay = 3'652'059;
// The first and the last millisecond of the years 0001 to 9999.
inline constexpr std::int64_t kFirstInstant = -62'135'596'800'000;
inline constexpr std::int64_t kLastInstant = 253'402'300'799'999;
inline constexpr std::int64_t kMillisPerMinute = 60'000;
inline constexpr std::int64_t kMillisPerDay = 86'400'000;
inline constexpr int kMaxOffsetMinutes = 840;

}  // namespace jumelage::event
