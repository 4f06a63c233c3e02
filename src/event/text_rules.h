// What a text may hold, by the rules of its field. Shared by stored bytes and JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "event/event_error.h"
#include "event/field_rules.h"

namespace jumelage::event {

struct Complaint {
  EventError code;
  std::string text;
};

// UTF-8, no control characters (C0, DEL, C1) but LF and TAB where the field is multiline, not empty, not too
// long, and of the grammar that the field asks for. Nothing: the text is fine.
std::optional<Complaint> complain_about_text(std::string_view text, const FieldRules& rules);

bool is_slug(std::string_view text);  // 1 to 64 of a-z 0-9 -, beginning with a letter or digit
// BCP 47 in its outline: subtags of 1 to 8 letters and digits, in the one case that canonical_language() gives.
bool is_language_tag(std::string_view text);
bool is_zone_name(std::string_view text);  // IANA: letters, digits and / _ - +, at most 64

// The same tag in the case that RFC 5646, section 2.1.1, recommends (ar-Arab-MA), so that a language has one spelling.
std::string canonical_language(std::string_view tag);

}  // namespace jumelage::event
