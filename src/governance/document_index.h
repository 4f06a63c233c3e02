// Whose personal document a digest is: an entry of the counters table, because erasure starts from digests.
#pragma once

#include "governance/keys.h"
#include "governance/register.h"

namespace jumelage::governance {

inline Key personal_document_key(ByteView digest) {
  return Key().bytes(as_bytes("personal/")).bytes(digest);
}

inline Number person_of_document(const Register& reg, ByteView digest) {
  const auto number = reg.get(Table::kCounters, personal_document_key(digest));
  return number ? static_cast<Number>(read_big_endian(*number)) : 0;
}

}  // namespace jumelage::governance
