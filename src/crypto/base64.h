// Base64 with the standard alphabet and padding (RFC 4648, section 4). One value has one spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace jumelage::crypto {

std::string to_base64(ByteView bytes);

// Nothing for white space, missing or extra padding, the URL alphabet, or unused bits that are not zero.
std::optional<Bytes> from_base64(std::string_view text);

}  // namespace jumelage::crypto
