// Rows of the register: reading stored bytes, and building new ones. A stored row is the one segment of a Cap'n
// Proto message, without a segment table (docs/formats/register.md).
#pragma once

#include <capnp/message.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace jumelage::governance {

inline std::string_view view(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}
inline ByteView view(capnp::Data::Reader data) {
  return {data.begin(), data.size()};
}
inline capnp::Data::Reader to_data(ByteView bytes) {
  return {bytes.data(), bytes.size()};
}
inline capnp::Text::Reader to_text(const std::string& s) {
  return {s.c_str(), s.size()};
}

// Lists of Cap'n Proto have no iterators that the standard algorithms take.
template <class List, class Test>
bool any_in(List list, Test&& test) {
  for (const auto item : list)
    if (test(item)) return true;
  return false;
}

// Owns an aligned copy of a stored row: values in the register have no alignment. Throws RegisterFault for bytes
// that are no message. Neither movable nor copyable, because readers point into it.
class RowMessage {
 public:
  explicit RowMessage(ByteView stored);
  RowMessage(const RowMessage&) = delete;
  RowMessage& operator=(const RowMessage&) = delete;

  template <class T>
  typename T::Reader root() {
    return message_->getRoot<T>();
  }

 private:
  static constexpr std::size_t kInlineWords = 48;  // most rows fit
  std::array<std::uint64_t, kInlineWords> inline_;
  std::unique_ptr<std::uint64_t[]> heap_;
  kj::ArrayPtr<const capnp::word> segment_;
  kj::ArrayPtr<const kj::ArrayPtr<const capnp::word>> segments_;
  std::optional<capnp::SegmentArrayMessageReader> message_;
};

// A stored row of one type; `reader()` lives as long as this does.
template <class T>
class Row {
 public:
  explicit Row(ByteView stored) : message_(stored), root_(message_.root<T>()) {}
  typename T::Reader reader() const { return root_; }

 private:
  RowMessage message_;
  typename T::Reader root_;
};

// A row under construction, in memory that each thread keeps for it: one at a time, never nested.
class RowBuilder {
 public:
  RowBuilder();
  ~RowBuilder();
  RowBuilder(const RowBuilder&) = delete;
  RowBuilder& operator=(const RowBuilder&) = delete;

  template <class T>
  typename T::Builder init() {
    return message_.initRoot<T>();
  }
  template <class Reader>
  auto copy(Reader from) {
    message_.setRoot(from);
    return message_.getRoot<capnp::FromReader<Reader>>();
  }
  // The finished row; good until the builder goes.
  ByteView bytes();

 private:
  capnp::MallocMessageBuilder message_;
  std::optional<capnp::MallocMessageBuilder> flat_;  // when the row outgrew the scratch memory
};

}  // namespace jumelage::governance
