#pragma once

#include <cstdint>
#include <string_view>

namespace jumelage::event {

enum class EventError : std::uint8_t {
  kTooLarge,         // above a limit of limits.h
  kMalformed,        // not a message of this schema at all
  kNotCanonical,     // the same content has another, canonical, encoding
  kNewerSchema,      // holds what this version doesn't know: upgrade needed
  kUnknownKind,      // a kind of act that this version doesn't know: upgrade needed
  kMissingField,     // a field that must be there is not
  kBadField,         // a field's value breaks what the schema says of it
  kBadText,          // text that is not UTF-8, or holds control characters
  kSignersMismatch,  // the signatures are not those of the act's signers, or out of order
  kBadSignature,     // a signature doesn't verify
  kBadPacket,        // a packet proof that cannot be
  kBadJson,          // not JSON
  kUnknownField,     // a field that the schema doesn't have
  kDuplicateField,   // a field given twice
  kWrongType,        // a JSON value of another type than the field
};
std::string_view code_name(EventError code);  // "event.not_canonical"

}  // namespace jumelage::event
