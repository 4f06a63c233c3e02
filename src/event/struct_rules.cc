#include "event/struct_rules.h"

#include <capnp/serialize.h>
#include <fmt/format.h>

#include <cstring>

#include "base/hex.h"
#include "base/text.h"
#include "schema/common.capnp.h"
#include "schema/decisions.capnp.h"

namespace jumelage::event {
namespace {

// The numbers of a data section, read through the generated accessors.
template <class Schema>
typename Schema::Reader read_numbers(ByteView data) {
  return capnp::readDataStruct<Schema>(
      kj::arrayPtr(reinterpret_cast<const capnp::word*>(data.data()), data.size() / sizeof(capnp::word)));
}

std::string repeated(Together together, const ItemKey& item) {
  switch (together) {
    case Together::kOneALanguage: return fmt::format("has two texts in {}: one a language", item.first);
    case Together::kOneADocument: return fmt::format("names document {} twice", to_hex(as_bytes(item.first)));
    default: return fmt::format("names {} {} twice", for_terminal(item.first), for_terminal(item.second));
  }
}

}  // namespace

std::optional<Complaint> complain_about_items(Together together, std::span<const ItemKey> items) {
  std::size_t prevailing = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].prevails && ++prevailing > 1)
      return Complaint{EventError::kBadField, "has two prevailing texts: only one can prevail over the others"};
    for (std::size_t k = 0; k < i; ++k)
      if (items[k].first == items[i].first && items[k].second == items[i].second)
        return Complaint{EventError::kBadField, repeated(together, items[i])};
  }
  return std::nullopt;
}

std::optional<Complaint> complain_about_date(std::uint32_t day, bool required) {
  if (day == 0 && required) return Complaint{EventError::kMissingField, "is missing"};
  if (day > kLastDay) return Complaint{EventError::kBadField, "is a date after the year 9999"};
  return std::nullopt;
}

std::optional<Complaint> complain_about_instant(std::int64_t millis) {
  if (millis < kFirstInstant || millis > kLastInstant)
    return Complaint{EventError::kBadField, "is outside the years 0001 to 9999"};
  return std::nullopt;
}

std::optional<Complaint> complain_about_moment(std::int64_t utc, int offset_minutes, MomentPrecision precision) {
  if (auto complaint = complain_about_instant(utc)) return complaint;
  if (offset_minutes < -kMaxOffsetMinutes || offset_minutes > kMaxOffsetMinutes)
    return Complaint{EventError::kBadField, "has an offset from UTC of more than 14 hours"};
  const std::int64_t local = utc + offset_minutes * kMillisPerMinute;
  if (auto complaint = complain_about_instant(local)) return complaint;
  const std::int64_t unit = precision == MomentPrecision::kDay      ? kMillisPerDay
                            : precision == MomentPrecision::kMinute ? kMillisPerMinute
                                                                    : 1;
  if (local % unit != 0)
    return Complaint{EventError::kBadField,
                     "is finer than its precision: it must be the first instant of its minute or day"};
  return std::nullopt;
}

std::optional<Complaint> complain_about_extra(Extra extra, ByteView data) {
  switch (extra) {
    case Extra::kNone: break;
    case Extra::kMoment: {
      const auto moment = read_numbers<schema::Moment>(data);
      return complain_about_moment(moment.getUtc(), moment.getOffsetMinutes(),
                                   static_cast<MomentPrecision>(moment.getPrecision()));
    }
    case Extra::kCount: {
      const auto count = read_numbers<schema::Count>(data);
      if (count.getUnknown() && count.getValue() != 0)
        return Complaint{EventError::kBadField, "is unknown and has a value"};
      break;
    }
  }
  return std::nullopt;
}

}  // namespace jumelage::event
