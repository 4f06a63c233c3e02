#include "event/packed.h"

#include <capnp/serialize-packed.h>
#include <fmt/format.h>

#include "base/check.h"
#include "event/event_error.h"
#include "event/limits.h"

namespace jumelage::event {
namespace {

constexpr std::size_t kWord = sizeof(capnp::word);
constexpr std::size_t kMaxWords = kMaxEntryBytes / kWord;
constexpr std::size_t kTableWords = 1;  // the segment table: how many segments there are, and how long the one is
// A word takes ten bytes when packed at its worst.
constexpr std::size_t kMaxPackedBytes = (kMaxWords + kTableWords) * 10;

Error malformed(std::string_view why) {
  return {EventError::kMalformed, fmt::format("packed: {}", why)};
}

Result<AlignedBytes> read_message(ByteView packed, std::size_t words) {
  const auto storage = std::make_shared_for_overwrite<std::uint64_t[]>(words);
  const auto scratch = kj::arrayPtr(reinterpret_cast<capnp::word*>(storage.get()), words);
  kj::ArrayInputStream in({packed.data(), packed.size()});
  capnp::PackedMessageReader message(in, {}, scratch);
  const auto segment = message.getSegment(0);
  if (segment.size() != words || message.getSegment(1) != nullptr) return malformed("is not one segment");
  JUMELAGE_CHECK(segment.begin() == scratch.begin(), "it was read to where there is room for it");
  return AlignedBytes{{reinterpret_cast<const std::uint8_t*>(storage.get()), words * kWord}, storage};
}

}  // namespace

Bytes pack(ByteView message) {
  JUMELAGE_CHECK(message.size() % kWord == 0 && message.size() <= kMaxEntryBytes, "whole words of one entry");
  thread_local std::vector<std::uint64_t> aligned(kMaxWords);
  thread_local Bytes out(kMaxPackedBytes);
  std::memcpy(aligned.data(), message.data(), message.size());
  const auto segment = kj::arrayPtr(reinterpret_cast<const capnp::word*>(aligned.data()), message.size() / kWord);
  kj::ArrayOutputStream stream({out.data(), out.size()});
  capnp::writePackedMessage(stream, kj::arrayPtr(&segment, 1));
  const auto written = stream.getArray();
  return {written.begin(), written.end()};
}

Result<AlignedBytes> unpack(ByteView packed) {
  if (packed.size() > kMaxPackedBytes) return Error(EventError::kTooLarge, "packed: more than any entry takes");
  try {
    const std::size_t words = capnp::computeUnpackedSizeInWords({packed.data(), packed.size()});
    if (words <= kTableWords) return malformed("holds nothing");
    if (words - kTableWords > kMaxWords)
      return Error(EventError::kTooLarge, fmt::format("packed: unpacks to {} bytes; at most {} are allowed",
                                                      (words - kTableWords) * kWord, kMaxEntryBytes));
    return read_message(packed, words - kTableWords);
  } catch (const kj::Exception& fault) {
    return malformed(fault.getDescription().cStr());
  }
}

}  // namespace jumelage::event
