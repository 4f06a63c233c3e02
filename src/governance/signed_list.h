// Lists of signatures over one statement or several: in the order of their keys, each once, and each good.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/hex.h"
#include "event/statements.h"
#include "governance/refusal.h"
#include "governance/row.h"

namespace jumelage::governance {

// Refused with kBadValue.
template <class List, class KeyOf>
Result<void> check_order(List list, std::string_view what, KeyOf key_of) {
  ByteView last;
  for (const auto item : list) {
    const ByteView key = key_of(item);
    const bool after = std::lexicographical_compare(last.begin(), last.end(), key.begin(), key.end());
    if (!after)
      return Error(Refusal::kBadValue, fmt::format("{}: must be in the order of their keys, each key once", what));
    last = key;
  }
  return ok();
}

// Refused with kSignatureMissing.
template <class Signed>
Result<void> need_signed(Signed by, ByteView statement, std::string_view what) {
  if (event::is_signed(by.getKey(), statement, by.getSignature())) return ok();
  return Error(Refusal::kSignatureMissing, fmt::format("{}: the signature of key {} is not over what stands here", what,
                                                       to_hex(view(by.getKey()))));
}

}  // namespace jumelage::governance
