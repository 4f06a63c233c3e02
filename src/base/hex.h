// Lower-case hexadecimal, the written form of every digest, act id and key id.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"

namespace jumelage {

std::string to_hex(ByteView bytes);

// Accepts lower-case digits only, so that one value has one spelling. Empty result: not hex.
std::optional<Bytes> from_hex(std::string_view text);

}  // namespace jumelage
