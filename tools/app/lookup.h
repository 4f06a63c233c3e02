// Finding things in the register by the words that people use, and the defaults that follow from it.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "projection/query.h"

namespace jumelage::tools {

using governance::Number;
using governance::Register;
using schema::SubjectKind;

// ToolError::kNotFound, with where to look.
Result<Number> find(const Register& reg, std::string_view id, SubjectKind kind);

// Whatever has this id.
Result<Number> find_any(const Register& reg, std::string_view id);

// Bodies and members of the ledger, or of a body its sessions, proposals, decisions, mandates or offices: in the order
// in which they were made.
std::vector<Number> children_of(const Register& reg, Number parent, SubjectKind kind);
std::vector<Number> bodies(const Register& reg);
// The same of all bodies, or of the one asked for.
Result<std::vector<Number>> all_or_of_body(const Register& reg, SubjectKind kind,
                                           const std::optional<std::string>& body);

// The row of a subject that is there. Throws governance::RegisterFault when a damaged register has none.
projection::RowAt row_of(const Register& reg, Number number);

// The body asked for, or the only council that there is. ToolError::kUsage when there are several.
Result<Number> body_or_council(const Register& reg, const std::optional<std::string>& id);

// The seats of a body that somebody holds: titular mandates with a college that have not ended.
std::vector<Number> seated_mandates(const Register& reg, Number body);

// The member that a mandate is held for; empty: none, or there is no such mandate.
std::string member_of_mandate(const Register& reg, std::string_view mandate);

// The office of that kind in the body that somebody holds (not one of a single session); 0: there is none.
Number office_of(const Register& reg, Number body, schema::OfficeChanged::Kind kind);
// The mandate that holds it; 0: nobody.
Number office_holder(const Register& reg, Number body, schema::OfficeChanged::Kind kind);

// The session asked for, or the only one of the ledger's own bodies that stands in one of these phases. `what` they are
// in words: "open". ToolError::kUsage when there is none, or when there are several.
Result<Number> session_or_only(const Register& reg, const std::optional<std::string>& id,
                               std::initializer_list<schema::SessionState::Phase> phases, std::string_view what);
// The session that is going on.
Result<Number> session_or_open(const Register& reg, const std::optional<std::string>& id);

// How many acts of a session are recorded (counter "session-acts" of docs/formats/register.md).
std::uint64_t acts_of_session(const Register& reg, Number session);

}  // namespace jumelage::tools
