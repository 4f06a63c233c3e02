// Canonical bytes out of builders. For this folder's own files.
#pragma once

#include <capnp/dynamic.h>
#include <capnp/message.h>

#include "base/bytes.h"

namespace jumelage::event {

// Lists, texts and data that are there but empty are taken out, because their canonical form is to be absent.
void drop_empty(capnp::DynamicStruct::Builder value);

template <class Builder>
Bytes canonical_bytes(Builder root) {
  drop_empty(root);
  const kj::Array<capnp::word> words = capnp::canonicalize(root.asReader());
  const auto bytes = words.asBytes();
  return {bytes.begin(), bytes.end()};
}

}  // namespace jumelage::event
