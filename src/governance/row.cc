#include "governance/row.h"

#include <kj/exception.h>

#include <limits>

#include "base/check.h"
#include "governance/register.h"

namespace jumelage::governance {
namespace {

// One a thread, zero whenever no builder uses it: MallocMessageBuilder clears what it used when it goes.
constexpr std::size_t kScratchWords = 1024;
struct Scratch {
  std::uint64_t words[kScratchWords] = {};
  bool taken = false;
};
thread_local Scratch scratch;

kj::ArrayPtr<capnp::word> take_scratch() {
  JUMELAGE_CHECK(!scratch.taken, "rows are built one at a time");
  scratch.taken = true;
  return kj::arrayPtr(reinterpret_cast<capnp::word*>(scratch.words), kScratchWords);
}

ByteView segment_bytes(kj::ArrayPtr<const capnp::word> segment) {
  return {reinterpret_cast<const std::uint8_t*>(segment.begin()), segment.size() * sizeof(capnp::word)};
}

}  // namespace

RowMessage::RowMessage(ByteView stored) {
  if (stored.empty() || stored.size() % sizeof(std::uint64_t) != 0)
    throw RegisterFault("a row of the register is not a whole number of words");
  const std::size_t words = stored.size() / sizeof(std::uint64_t);
  if (words > kInlineWords) heap_.reset(new std::uint64_t[words]);
  std::uint64_t* const aligned = heap_ ? heap_.get() : inline_.data();
  std::memcpy(aligned, stored.data(), stored.size());
  segment_ = kj::arrayPtr(reinterpret_cast<const capnp::word*>(aligned), words);

  capnp::ReaderOptions options;  // the rules wrote these bytes: no limit on how often they are read
  options.traversalLimitInWords = std::numeric_limits<std::uint64_t>::max();
  segments_ = kj::arrayPtr(&segment_, 1);
  message_.emplace(segments_, options);
}

RowBuilder::RowBuilder() : message_(take_scratch()) {}
RowBuilder::~RowBuilder() {
  scratch.taken = false;
}

ByteView RowBuilder::bytes() {
  const auto segments = message_.getSegmentsForOutput();
  if (segments.size() == 1) return segment_bytes(segments[0]);
  std::size_t words = 0;
  for (const auto& segment : segments) words += segment.size();
  flat_.emplace(static_cast<capnp::uint>(words), capnp::AllocationStrategy::FIXED_SIZE);
  flat_->setRoot(message_.getRoot<capnp::AnyPointer>().asReader());
  const auto flat = flat_->getSegmentsForOutput();
  JUMELAGE_CHECK(flat.size() == 1, "a copy is no larger than what it is a copy of");
  return segment_bytes(flat[0]);
}

}  // namespace jumelage::governance
