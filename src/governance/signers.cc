#include "governance/signers.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.h"
#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/kind_names.h"
#include "governance/signer_memory.h"

namespace jumelage::governance {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;
using MandateStatus = schema::MandateState::Status;

Error wrong_capacity(schema::Signer::Reader signer, std::string_view why) {
  return Error(Refusal::kWrongCapacity,
               fmt::format("key {} signs as {} \"{}\", but {}", to_hex(view(signer.getKey())),
                           capacity_text(signer.getCapacity()), for_terminal(view(signer.getOf())), why));
}

std::uint32_t utc_day(UnixMillis time) {
  constexpr UnixMillis kDay_ms = 86'400'000;
  constexpr UnixMillis kUnixEpochDay = 719'163;  // 1970-01-01
  const UnixMillis day = time / kDay_ms - (time % kDay_ms < 0 ? 1 : 0) + kUnixEpochDay;
  return static_cast<std::uint32_t>(std::max<UnixMillis>(day, 1));
}

// Only the log's own time says when an act is signed: a date in the act is of the signer's choosing, so that who is out
// of office would choose one before. Either way by a day: the log counts in UTC, and terms are of the calendar where
// the holder lives.
SigningDays signing_days(const Context& c) {
  if (c.imported()) return {day_of(c.act().getRecordedAt()), 0};
  return {utc_day(c.place().sequenced_at), 1};
}

bool in_term_then(std::uint32_t from, std::uint32_t until, const SigningDays& days) {
  return in_term(from, until, days.day) || in_term(from, until, days.day - days.tolerance) ||
         in_term(from, until, days.day + days.tolerance);
}

// The key's number, once it is sure that it may sign at this position.
Result<Number> valid_key(Context& c, schema::Signer::Reader signer) {
  const std::string hex = to_hex(view(signer.getKey()));
  const Number number = c.number_of(hex);
  if (number == 0 || c.kind_of(number) != SubjectKind::KEY) {
    return Error(Refusal::kUnknownSigner,
                 fmt::format("key {} is not enrolled in this ledger; enrol it first, or sign with one that is", hex));
  }
  const schema::KeyState::Reader key = c.key(number);
  if (c.position() < key.getValidFrom()) {
    return Error(Refusal::kKeyNotValidHere, fmt::format("key {} may sign from position {} on; this is position {}", hex,
                                                        key.getValidFrom(), c.position()));
  }
  if (c.position() >= key.getRevokedAt()) {
    return Error(
        Refusal::kKeyNotValidHere,
        fmt::format("key {} was revoked at position {}; sign with a key that stands", hex, key.getRevokedAt()));
  }
  return number;
}

bool is_personal(Purpose purpose) {
  return purpose == Purpose::DAILY || purpose == Purpose::SPARE;
}

Result<SigningMandate> signing_mandate(Context& c, schema::Signer::Reader signer, schema::KeyState::Reader key,
                                       Number number) {
  if (!is_personal(key.getPurpose())) return wrong_capacity(signer, "it is no daily or spare key");
  if (key.getHolder() != number) return wrong_capacity(signer, "the key is somebody else's");
  const schema::MandateState::Reader mandate = c.mandate(number);
  if (mandate.getStatus() == MandateStatus::ENDED) return wrong_capacity(signer, "that mandate has ended");
  // Only its own resumption can be signed under an impeded mandate.
  const bool resumes = c.act().isMandateChanged() && c.act().getMandateChanged().getId() == signer.getOf();
  if (mandate.getStatus() == MandateStatus::IMPEDED && !resumes)
    return wrong_capacity(signer, "that mandate is impeded; the alternate acts");
  if (const SigningDays days = signing_days(c); !in_term_then(mandate.getFrom(), mandate.getUntil(), days))
    return wrong_capacity(signer, fmt::format("that mandate is not in term on {}", format_day(days.day)));
  SigningMandate signing;
  signing.mandate = number;
  signing.member = mandate.getMember();
  signing.kind = mandate.getKind();
  return signing;
}

Result<SigningMandate> as_mandate(Context& c, schema::Signer::Reader signer, schema::KeyState::Reader key) {
  JUMELAGE_TRY(const Number number, c.find(signer.getOf(), SubjectKind::MANDATE));
  return signing_mandate(c, signer, key, number);
}

Result<SigningMandate> as_officer(Context& c, schema::Signer::Reader signer, schema::KeyState::Reader key) {
  JUMELAGE_TRY(const Number number, c.find(signer.getOf(), SubjectKind::OFFICE));
  const schema::OfficeState::Reader office = c.office(number);
  if (office.getHolder() == 0) return wrong_capacity(signer, "that office is vacant");
  if (const SigningDays days = signing_days(c); !in_term_then(office.getFrom(), office.getUntil(), days))
    return wrong_capacity(signer, fmt::format("that office has no holder on {}", format_day(days.day)));
  JUMELAGE_TRY(SigningMandate signing, signing_mandate(c, signer, key, office.getHolder()));
  signing.office = number;
  signing.office_kind = office.getKind();
  signing.office_body = office.getBody();
  signing.office_session = office.getSession();
  return signing;
}

// Administrators are listed with their member; recovery keys are listed alone.
Result<void> as_administrator(Context& c, schema::Signer::Reader signer, Roles& roles) {
  JUMELAGE_TRY(const Number member, c.find(signer.getOf(), SubjectKind::MEMBER));
  const schema::Administration::Reader administration = c.ledger().getAdministration();
  const ByteView key = view(signer.getKey());
  for (const auto administrator : administration.getAdministrators()) {
    if (!equal(view(administrator.getKey()), key)) continue;
    if (administrator.getMember() != signer.getOf()) return wrong_capacity(signer, "it is another member's");
    if (has_left(c.member(member).getStanding())) return wrong_capacity(signer, "that member has left the club");
    auto& members = roles.administrators;
    if (std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
    return ok();
  }
  for (const auto recovery : administration.getRecovery()) {
    if (!equal(view(recovery), key)) continue;
    ++roles.recovery_keys;
    return ok();
  }
  return wrong_capacity(signer, "it is no administrator's key");
}

Result<void> as_node(Context& c, schema::Signer::Reader signer, schema::KeyState::Reader key, Roles& roles) {
  JUMELAGE_TRY(const Number member, c.find(signer.getOf(), SubjectKind::MEMBER));
  const bool of_node = key.getPurpose() == Purpose::NODE_TLS || key.getPurpose() == Purpose::WITNESS;
  if (!of_node || key.getHolder() != member) return wrong_capacity(signer, "the key is not one of that member's node");
  roles.nodes.push_back(member);
  return ok();
}

Result<void> as_possessor(const Context& c, schema::Signer::Reader signer, Roles& roles) {
  if (!c.act().isKeyEnrolled() || c.act().getKeyEnrolled().getKey() != signer.getKey())
    return wrong_capacity(signer, "this act doesn't enrol that key");
  roles.possession = true;
  return ok();
}

// Mandates and offices are remembered: who holds them signs again and again.
bool is_remembered(const Context& c, schema::Capacity capacity) {
  return c.place().signers != nullptr &&
         (capacity == schema::Capacity::MANDATE || capacity == schema::Capacity::OFFICE);
}

// In one string: a key is 32 bytes, a capacity one, so that no two are the same.
std::string remembered_as(schema::Signer::Reader signer) {
  std::string who(as_text(view(signer.getKey())));
  who += static_cast<char>(signer.getCapacity());
  who += view(signer.getOf());
  return who;
}

Result<SignerMemory::Known> look_up_holder(Context& c, schema::Signer::Reader signer) {
  SignerMemory::Known holder;
  JUMELAGE_TRY(holder.key, valid_key(c, signer));
  const schema::KeyState::Reader key = c.key(holder.key);
  const bool in_office = signer.getCapacity() == schema::Capacity::OFFICE;
  JUMELAGE_TRY(holder.role, in_office ? as_officer(c, signer, key) : as_mandate(c, signer, key));
  return holder;
}

Result<SignerMemory::Known> holder_of(Context& c, schema::Signer::Reader signer) {
  if (!is_remembered(c, signer.getCapacity())) return look_up_holder(c, signer);
  SignerMemory& memory = *c.place().signers;
  const SigningDays days = signing_days(c);
  const std::string who = remembered_as(signer);
  if (const auto* known = memory.find(who, days)) return *known;
  JUMELAGE_TRY(SignerMemory::Known holder, look_up_holder(c, signer));
  holder.days = days;
  // Under an impeded mandate it depends on the act, with a key that is going to end on the position.
  if (c.mandate(holder.role.mandate).getStatus() != MandateStatus::IMPEDED &&
      c.key(holder.key).getRevokedAt() == kNever)
    memory.keep(who, holder);
  return holder;
}

Result<void> add_holder(Context& c, schema::Signer::Reader signer, Roles& roles) {
  JUMELAGE_TRY(const SignerMemory::Known holder, holder_of(c, signer));
  roles.keys.push_back(holder.key);
  roles.mandates.push_back(holder.role);
  return ok();
}

Result<void> add_signer(Context& c, schema::Signer::Reader signer, Roles& roles) {
  using schema::Capacity;
  switch (signer.getCapacity()) {
    case Capacity::POSSESSION: return as_possessor(c, signer, roles);
    case Capacity::FOUNDER: return wrong_capacity(signer, "founders sign the founding act and no other");
    case Capacity::MANDATE:
    case Capacity::OFFICE: return add_holder(c, signer, roles);
    default: break;
  }
  JUMELAGE_TRY(const Number number, valid_key(c, signer));
  roles.keys.push_back(number);
  if (signer.getCapacity() == Capacity::ADMINISTRATOR) return as_administrator(c, signer, roles);
  if (signer.getCapacity() == Capacity::NODE) return as_node(c, signer, c.key(number), roles);
  return wrong_capacity(signer, "no act can be signed as that");
}

bool enrols(schema::LedgerConstituted::Reader act, capnp::Data::Reader key) {
  for (const auto enrolled : act.getKeys())
    if (enrolled.getKey() == key) return true;
  return false;
}

}  // namespace

Result<Roles> roles_of(Context& c) {
  Roles roles;
  const auto signers = c.act().getSigners();
  roles.mandates.reserve(signers.size());
  roles.keys.reserve(signers.size());
  for (const auto signer : signers) {
    JUMELAGE_TRY(add_signer(c, signer, roles));
  }
  return roles;
}

Result<Roles> founding_roles(const Context& c) {
  const schema::LedgerConstituted::Reader founding = c.act().getLedgerConstituted();
  for (const auto signer : c.act().getSigners()) {
    const bool in_capacity =
        signer.getCapacity() == schema::Capacity::FOUNDER || signer.getCapacity() == schema::Capacity::POSSESSION;
    if (!in_capacity) return wrong_capacity(signer, "the founding act is signed by founders and by the keys it enrols");
    if (!enrols(founding, signer.getKey())) {
      return Error(Refusal::kUnknownSigner,
                   fmt::format("key {} signs the founding act, which doesn't enrol it", to_hex(view(signer.getKey()))));
    }
  }
  Roles roles;
  roles.founding = true;
  return roles;
}

}  // namespace jumelage::governance
