// Bytes at a word boundary, as Cap'n Proto wants them. Messages nested in one another share the outermost one's
// storage, so that an entry, its sealed act and its act are copied once.
#pragma once

#include <capnp/common.h>

#include <memory>

#include "base/bytes.h"

namespace jumelage::event {

struct AlignedBytes {
  ByteView view;                                 // lives as long as `owner`
  std::shared_ptr<const std::uint64_t[]> owner;  // the size and alignment of a word

  static AlignedBytes copy_of(ByteView bytes) {
    const auto storage = std::make_shared_for_overwrite<std::uint64_t[]>((bytes.size() + 7) / 8);
    if (!bytes.empty()) std::memcpy(storage.get(), bytes.data(), bytes.size());
    return {{reinterpret_cast<const std::uint8_t*>(storage.get()), bytes.size()}, storage};
  }
  // `inner` lies in `view` and begins at a word boundary too.
  AlignedBytes part(ByteView inner) const { return {inner, owner}; }

  const capnp::word* words() const { return reinterpret_cast<const capnp::word*>(view.data()); }
};

}  // namespace jumelage::event
