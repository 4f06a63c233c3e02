// Rules on values that hold for stored bytes and JSON alike.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/bytes.h"
#include "event/plan.h"
#include "event/text_rules.h"

namespace jumelage::event {

// Rata Die; 0 says that there is none.
std::optional<Complaint> complain_about_date(std::uint32_t day, bool required);
std::optional<Complaint> complain_about_instant(std::int64_t millis);

// Rules of one struct across its fields. `data` is its data section, trimmed or not.
std::optional<Complaint> complain_about_extra(Extra extra, ByteView data);

// An item of a list, as far as the list as a whole depends on it.
struct ItemKey {
  std::string_view first;   // a language, the digest of a document, a scheme
  std::string_view second;  // with a scheme: the value
  bool prevails = false;    // of a text
};
std::optional<Complaint> complain_about_items(Together together, std::span<const ItemKey> items);

// A moment has one spelling: what its precision leaves out is zero on the wall clock, and years are 1 to 9999 there.
enum class MomentPrecision : std::uint16_t { kMillisecond, kMinute, kDay };
std::optional<Complaint> complain_about_moment(std::int64_t utc, int offset_minutes, MomentPrecision precision);

}  // namespace jumelage::event
