#include "ledger/personal_document.h"

#include <fmt/format.h>

#include <array>

#include "base/check.h"
#include "base/text.h"
#include "crypto/random.h"

namespace jumelage::ledger {
namespace {

// Ends in a zero byte, so that no text file is taken for one.
constexpr std::string_view kDomain{"jumelage/personal/v1\0", 21};

Result<void> check_text(std::string_view text) {
  if (text.size() > kMaxPersonalTextBytes)
    return Error(PersonalError::kTooLong, fmt::format("the text of a personal document is {} bytes long; at most {} "
                                                      "are allowed",
                                                      text.size(), kMaxPersonalTextBytes));
  if (text.empty() || first_bad_utf8(text))
    return Error(PersonalError::kNotText, "the text of a personal document is empty, or not UTF-8");
  return ok();
}

}  // namespace

std::string_view code_name(PersonalError code) {
  switch (code) {
    case PersonalError::kNotText: return "personal.not_text";
    case PersonalError::kTooLong: return "personal.too_long";
    case PersonalError::kNotPersonal: return "personal.not_personal";
  }
  return "personal.unknown";
}

Result<Bytes> make_personal_document(std::string_view text) {
  std::array<std::uint8_t, kPersonalSaltBytes> salt{};
  crypto::fill_random(salt);
  return make_personal_document(text, salt);
}

Result<Bytes> make_personal_document(std::string_view text, ByteView salt) {
  JUMELAGE_CHECK(salt.size() == kPersonalSaltBytes, "a personal document has 32 bytes of salt");
  JUMELAGE_TRY(check_text(text));
  Bytes out;
  append(out, as_bytes(kDomain));
  append(out, salt);
  append(out, as_bytes(text));
  return out;
}

Result<std::string> read_personal_document(ByteView document) {
  if (document.size() < kDomain.size() + kPersonalSaltBytes ||
      !equal(document.first(kDomain.size()), as_bytes(kDomain)))
    return Error(PersonalError::kNotPersonal, "this is not a personal document");
  const std::string_view text = as_text(document.subspan(kDomain.size() + kPersonalSaltBytes));
  JUMELAGE_TRY(check_text(text));
  return std::string(text);
}

}  // namespace jumelage::ledger
