#include "app/lookup.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/tool_error.h"
#include "base/text.h"
#include "governance/context.h"
#include "governance/kind_names.h"
#include "projection/children.h"

namespace jumelage::tools {
namespace {

std::string_view where_to_look(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::SESSION: return "jumelage session list";
    case SubjectKind::PROPOSAL: return "jumelage proposal list";
    case SubjectKind::DECISION: return "jumelage decision list";
    case SubjectKind::MANDATE: return "jumelage mandate list";
    case SubjectKind::BODY: return "jumelage body list";
    case SubjectKind::OFFICE: return "jumelage office list";
    case SubjectKind::MEMBER: return "jumelage member list";
    case SubjectKind::AGREEMENT: return "jumelage agreement list";
    case SubjectKind::PROJECT: return "jumelage project list";
    case SubjectKind::PERSON: return "jumelage person list";
    case SubjectKind::PROXY: return "jumelage proxy list";
    case SubjectKind::OPINION: return "jumelage opinion list";
    case SubjectKind::COMMITMENT: return "jumelage commitment list";
    case SubjectKind::EXPERTISE: return "jumelage expertise list";
    case SubjectKind::CONSULTATION: return "jumelage consultation list";
    case SubjectKind::RULE_SET: return "jumelage rules list";
    default: return "jumelage log";
  }
}

}  // namespace

Result<Number> find(const Register& reg, std::string_view id, SubjectKind kind) {
  const auto subject = projection::find_subject(reg, id);
  if (!subject)
    return Error(ToolError::kNotFound, fmt::format("there is no {} \"{}\"; see: {}", governance::kind_text(kind),
                                                   for_terminal(id), where_to_look(kind)));
  if (subject->kind != kind)
    return Error(ToolError::kNotFound,
                 fmt::format("\"{}\" is a {}, not a {}; see: {}", for_terminal(id),
                             governance::kind_text(subject->kind), governance::kind_text(kind), where_to_look(kind)));
  return subject->number;
}

Result<Number> find_any(const Register& reg, std::string_view id) {
  if (const auto subject = projection::find_subject(reg, id)) return subject->number;
  return Error(ToolError::kNotFound,
               fmt::format("nothing here has the id \"{}\"; see: jumelage log", for_terminal(id)));
}

std::vector<Number> children_of(const Register& reg, Number parent, SubjectKind kind) {
  return projection::children_of(reg, parent, kind);
}

std::vector<Number> bodies(const Register& reg) {
  return children_of(reg, governance::kLedgerNumber, SubjectKind::BODY);
}

Result<std::vector<Number>> all_or_of_body(const Register& reg, SubjectKind kind,
                                           const std::optional<std::string>& body) {
  if (body) {
    JUMELAGE_TRY(const Number number, find(reg, *body, SubjectKind::BODY));
    return children_of(reg, number, kind);
  }
  std::vector<Number> out;
  for (const Number each : bodies(reg))
    for (const Number child : children_of(reg, each, kind)) out.push_back(child);
  return out;
}

projection::RowAt row_of(const Register& reg, Number number) {
  auto row = projection::row_at(reg, number);
  if (!row) throw governance::RegisterFault(fmt::format("subject number {} has no state", number));
  return std::move(*row);
}

Result<Number> body_or_council(const Register& reg, const std::optional<std::string>& id) {
  if (id) return find(reg, *id, SubjectKind::BODY);
  Number council = 0;
  std::string names;
  for (const Number body : bodies(reg)) {
    const auto row = row_of(reg, body);
    if ((*row).getBody().getKind() != schema::BodyEstablished::Kind::COUNCIL) continue;
    names += (names.empty() ? "" : ", ") + projection::slug_of(reg, body);
    if (council != 0) council = static_cast<Number>(-1);
    if (council == 0) council = body;
  }
  if (council == 0 || council == static_cast<Number>(-1))
    return Error(ToolError::kUsage, council == 0
                                        ? std::string("this ledger has no council; say which body: --body ID")
                                        : fmt::format("there are several councils; say which: --body ID ({})", names));
  return council;
}

std::vector<Number> seated_mandates(const Register& reg, Number body) {
  std::vector<Number> out;
  for (const Number number : children_of(reg, body, SubjectKind::MANDATE)) {
    const auto row = row_of(reg, number);
    const auto mandate = (*row).getMandate();
    const bool ended = mandate.getStatus() == schema::MandateState::Status::ENDED;
    if (mandate.getCollege().size() != 0 && mandate.getAlternateOf() == 0 && !ended) out.push_back(number);
  }
  return out;
}

std::string member_of_mandate(const Register& reg, std::string_view mandate) {
  const auto known = projection::find_subject(reg, mandate);
  if (!known || known->kind != SubjectKind::MANDATE) return {};
  return projection::slug_of(reg, (*row_of(reg, known->number)).getMandate().getMember());
}

Number office_of(const Register& reg, Number body, schema::OfficeChanged::Kind kind) {
  Number held = 0;
  for (const Number number : children_of(reg, body, SubjectKind::OFFICE)) {
    const auto row = row_of(reg, number);
    const auto office = (*row).getOffice();
    if (office.getKind() == kind && office.getHolder() != 0) held = number;
  }
  return held;
}

Number office_holder(const Register& reg, Number body, schema::OfficeChanged::Kind kind) {
  const Number office = office_of(reg, body, kind);
  return office == 0 ? 0 : (*row_of(reg, office)).getOffice().getHolder();
}

Result<Number> session_or_only(const Register& reg, const std::optional<std::string>& id,
                               std::initializer_list<schema::SessionState::Phase> phases, std::string_view what) {
  if (id) return find(reg, *id, SubjectKind::SESSION);
  Number only = 0;
  std::string names;
  for (const Number body : bodies(reg)) {
    if ((*row_of(reg, body)).getBody().getKind() == schema::BodyEstablished::Kind::IMPORTED) continue;
    for (const Number session : children_of(reg, body, SubjectKind::SESSION)) {
      const auto phase = (*row_of(reg, session)).getSession().getPhase();
      if (std::ranges::find(phases, phase) == phases.end()) continue;
      names += (only == 0 ? "" : ", ") + projection::slug_of(reg, session);
      only = session;
    }
  }
  if (only == 0)
    return Error(ToolError::kUsage, fmt::format("no session is {} now; name the one that is meant, see: jumelage "
                                                "session list",
                                                what));
  if (names.find(',') == std::string::npos) return only;
  return Error(ToolError::kUsage, fmt::format("several sessions are {}: {}; name the one that is meant", what, names));
}

Result<Number> session_or_open(const Register& reg, const std::optional<std::string>& id) {
  return session_or_only(reg, id, {schema::SessionState::Phase::OPEN}, "open");
}

std::uint64_t acts_of_session(const Register& reg, Number session) {
  const auto key = governance::Key().bytes(as_bytes("session-acts")).u8(0).u32(session);
  const auto count = reg.get(governance::Table::kCounters, key);
  return count ? governance::read_big_endian(*count) : 0;
}

}  // namespace jumelage::tools
