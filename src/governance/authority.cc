#include "governance/authority.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace jumelage::governance {
namespace {

constexpr int kMaxBodyDepth = 8;  // bodies in bodies; body_established() keeps to it

std::string quoted(Context& c, Number number) {
  return fmt::format("\"{}\"", for_terminal(c.slug_of(number)));
}

std::string of_body(Context& c, Number body) {
  return body == 0 ? "a council of this ledger" : "body " + quoted(c, body);
}

Error missing(std::string who) {
  return Error(Refusal::kSignatureMissing, fmt::format("this act needs the signature of {}", who));
}

bool is_council(Context& c, Number body) {
  return c.body(body).getKind() == schema::BodyEstablished::Kind::COUNCIL;
}

// Whether an office of `own` may act for `body`.
bool reaches(Context& c, Number own, Number body) {
  if (body == 0) return is_council(c, own);
  for (int depth = 0; body != 0 && depth <= kMaxBodyDepth; ++depth) {
    if (body == own) return true;
    body = c.body(body).getParent();
  }
  return false;
}

template <class Which>
bool has_office(Context& c, Number body, Which&& which) {
  if (c.founding()) return true;
  for (const SigningMandate& m : c.roles().mandates)
    if (m.office != 0 && which(m) && reaches(c, m.office_body, body)) return true;
  return false;
}

// What is imported lives in bodies of its own, and nothing else does.
Result<void> check_basis(Context& c, Number body) {
  if (body == 0) return ok();
  const bool theirs = c.body(body).getKind() == schema::BodyEstablished::Kind::IMPORTED;
  if (theirs == c.imported()) return ok();
  return Error(Refusal::kBadValue, fmt::format("{} {} a body for imported records, so the act's basis must {}be "
                                               "\"imported\"",
                                               quoted(c, body), theirs ? "is" : "is not", theirs ? "" : "not "));
}

bool attested_for_holder(Context& c, Number mandate, Number session) {
  const auto state = c.mandate(mandate);
  if (c.act().getBasis() != schema::Basis::ATTESTED || !has_secretary(c, state.getBody(), session)) return false;
  const Number behalf = c.number_of(view(c.act().getAttestation().getOnBehalfOf()));
  return behalf != 0 && (behalf == mandate || behalf == state.getMember());
}

}  // namespace

bool has_secretary(Context& c, Number body, Number session) {
  return has_office(c, body, [session](const SigningMandate& m) {
    if (m.office_kind == OfficeKind::SESSION_SECRETARY) return session != 0 && m.office_session == session;
    return m.office_kind == OfficeKind::SECRETARY || m.office_kind == OfficeKind::DEPUTY_SECRETARY;
  });
}

bool attested_for(Context& c, Number member) {
  if (c.act().getBasis() != schema::Basis::ATTESTED || !has_secretary(c, 0)) return false;
  const Number behalf = c.number_of(view(c.act().getAttestation().getOnBehalfOf()));
  if (behalf == 0) return false;
  if (behalf == member) return true;
  return c.kind_of(behalf) == SubjectKind::MANDATE && c.mandate(behalf).getMember() == member;
}

bool has_chair(Context& c, Number body) {
  return has_office(c, body, [](const SigningMandate& m) {
    return m.office_kind == OfficeKind::CHAIR || m.office_kind == OfficeKind::VICE_CHAIR;
  });
}

bool has_administrators(Context& c) {
  if (c.founding()) return true;
  const schema::Administration::Reader administration = c.ledger().getAdministration();
  const bool recovered =
      administration.getRecoveryQuorum() > 0 && c.roles().recovery_keys >= administration.getRecoveryQuorum();
  return recovered || c.roles().administrators.size() >= administration.getQuorum();
}

Number council_of(Context& c, Number body) {
  for (int depth = 0; body != 0 && depth <= kMaxBodyDepth; ++depth) {
    if (is_council(c, body)) return body;
    body = c.body(body).getParent();
  }
  return 0;
}

Result<void> need_secretary(Context& c, Number body, Number session) {
  JUMELAGE_TRY(check_basis(c, body));
  if (has_secretary(c, body, session)) return ok();
  return missing(fmt::format("a secretary of {}", of_body(c, body)));
}

Result<void> need_secretary_or_chair(Context& c, Number body, Number session) {
  JUMELAGE_TRY(check_basis(c, body));
  if (has_secretary(c, body, session) || has_chair(c, body)) return ok();
  return missing(fmt::format("a secretary or the chair of {}", of_body(c, body)));
}

Result<void> need_chair_and_secretary(Context& c, Number body, Number session) {
  JUMELAGE_TRY(need_secretary(c, body, session));
  if (c.imported() || has_chair(c, body)) return ok();
  return missing(fmt::format("the chair or a vice-chair of {}", of_body(c, body)));
}

Result<void> need_member(Context& c, Number member) {
  if (c.imported() || c.roles().acts_for(member) || attested_for(c, member)) return ok();
  return missing(
      fmt::format("a mandate of member {}, or an act of basis \"attested\" on its behalf", quoted(c, member)));
}

Result<void> need_holder(Context& c, Number mandate, Number session) {
  JUMELAGE_TRY(check_basis(c, c.mandate(mandate).getBody()));
  if (c.roles().holds(mandate) || attested_for_holder(c, mandate, session)) return ok();
  return missing(fmt::format("the holder of mandate {}, or a secretary's in an act of basis \"attested\" on its behalf",
                             quoted(c, mandate)));
}

Result<void> need_administrators(Context& c) {
  if (has_administrators(c)) return ok();
  const schema::Administration::Reader administration = c.ledger().getAdministration();
  return missing(fmt::format("key administrators of {} members; those of {} signed", administration.getQuorum(),
                             c.roles().administrators.size()));
}

Result<void> need_data_protection_officer(Context& c) {
  const auto is_officer = [](const SigningMandate& m) { return m.office_kind == OfficeKind::DATA_PROTECTION_OFFICER; };
  if (has_office(c, 0, is_officer)) return ok();
  return missing("the data-protection officer of a council");
}

}  // namespace jumelage::governance
