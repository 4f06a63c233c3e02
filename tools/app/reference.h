// What a person means by a short word: "#12", the first digits of an act's id, a subject's id, a decision's number.
#pragma once

#include <optional>
#include <string_view>

#include "app/lookup.h"
#include "base/ids.h"
#include "base/result.h"

namespace jumelage::tools {

inline constexpr std::size_t kShortestPrefix = 8;  // hexadecimal digits of an act's id

// An entry or a subject: one of them.
struct Referred {
  std::optional<EntryIndex> entry;
  Number subject = 0;
};
// `size`: of the log. ToolError::kNotFound, kAmbiguous, kUsage.
Result<Referred> resolve(const Register& reg, TreeSize size, std::string_view word);

// By number ("CCI-2026-001") or id. ToolError::kNotFound.
Result<Number> find_decision(const Register& reg, std::string_view word);
// A thing of that kind by what people call it: a decision by its number too, everything else by its id.
Result<Number> find_called(const Register& reg, std::string_view word, SubjectKind kind);

}  // namespace jumelage::tools
