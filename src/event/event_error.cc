#include "event/event_error.h"

namespace jumelage::event {

std::string_view code_name(EventError code) {
  switch (code) {
    case EventError::kTooLarge: return "event.too_large";
    case EventError::kMalformed: return "event.malformed";
    case EventError::kNotCanonical: return "event.not_canonical";
    case EventError::kNewerSchema: return "event.newer_schema";
    case EventError::kUnknownKind: return "event.unknown_kind";
    case EventError::kMissingField: return "event.missing_field";
    case EventError::kBadField: return "event.bad_field";
    case EventError::kBadText: return "event.bad_text";
    case EventError::kSignersMismatch: return "event.signers_mismatch";
    case EventError::kBadSignature: return "event.bad_signature";
    case EventError::kBadPacket: return "event.bad_packet";
    case EventError::kBadJson: return "event.bad_json";
    case EventError::kUnknownField: return "event.unknown_field";
    case EventError::kDuplicateField: return "event.duplicate_field";
    case EventError::kWrongType: return "event.wrong_type";
  }
  return "event.unknown";
}

}  // namespace jumelage::event
