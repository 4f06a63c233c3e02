#include "crypto/base64.h"

#include "crypto/sodium_ready.h"

namespace jumelage::crypto {

std::string to_base64(ByteView bytes) {
  sodium_ready();
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // the terminating NUL
  return out;
}

std::optional<Bytes> from_base64(std::string_view text) {
  sodium_ready();
  if (text.empty()) return Bytes{};
  Bytes out(text.size() / 4 * 3 + 1);  // never without a place
  std::size_t length = 0;
  // No characters to ignore and no place to report an end before the end: the whole text is base64, or nothing is.
  if (sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &length, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  out.resize(length);
  return out;
}

}  // namespace jumelage::crypto
