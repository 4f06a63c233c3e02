// The one kind of document that this project gives a form of its own: what is known of a person, with salt, so that
// its digest in the log gives nothing away once the document is erased (docs/formats/personal-document.md).
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace jumelage::ledger {

inline constexpr std::size_t kPersonalSaltBytes = 32;
inline constexpr std::size_t kMaxPersonalTextBytes = 64 * 1024;

enum class PersonalError : std::uint8_t {
  kNotText,      // empty, or not UTF-8
  kTooLong,      // more than kMaxPersonalTextBytes
  kNotPersonal,  // not a personal document
};
std::string_view code_name(PersonalError code);  // "personal.not_text"

// With salt from the operating system. `text` is UTF-8 and not empty; it is kept as it is.
Result<Bytes> make_personal_document(std::string_view text);
// The same with a given salt of kPersonalSaltBytes, for tests and examples.
Result<Bytes> make_personal_document(std::string_view text, ByteView salt);

// Its text. kNotPersonal, kNotText, kTooLong.
Result<std::string> read_personal_document(ByteView document);

}  // namespace jumelage::ledger
