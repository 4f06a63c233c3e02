// KeyEnrolled and KeyRevoked: who may sign, from one log position to another.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/hex.h"
#include "base/text.h"
#include "event/key_check.h"
#include "governance/authority.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;

bool of_mandate(Purpose purpose) {
  return purpose == Purpose::DAILY || purpose == Purpose::SPARE || purpose == Purpose::RECOVERY;
}

Result<Number> find_holder(Context& c, schema::KeyEnrolled::Reader act) {
  const bool personal = of_mandate(act.getPurpose());
  JUMELAGE_TRY(const Number holder, c.find(act.getHolder(), personal ? SubjectKind::MANDATE : SubjectKind::MEMBER));
  const bool gone = personal && c.mandate(holder).getStatus() == schema::MandateState::Status::ENDED;
  if (!gone) return holder;
  return Error(Refusal::kImpossible,
               fmt::format("mandate \"{}\" has ended; it gets no more keys", for_terminal(view(act.getHolder()))));
}

Result<void> check_key(schema::KeyEnrolled::Reader act) {
  const auto key = KeyId::from(view(act.getKey()));
  if (!key || !event::is_valid_key(*key)) {
    return Error(Refusal::kBadValue, fmt::format("{} is no Ed25519 public key that can be trusted; make a new key",
                                                 to_hex(view(act.getKey()))));
  }
  return ok();
}

Result<void> need_possession(const Context& c) {
  if (c.founding() || c.roles().possession) return ok();
  return Error(Refusal::kSignatureMissing,
               "the key being enrolled must sign the act too, in the capacity \"possession\", to show that it is held");
}

// Administrators and recovery keys stand in the ledger's own state as well, because they are counted there.
using Edit = void (*)(std::vector<std::pair<std::string, Bytes>>&, std::string_view member, ByteView key);

void edit_administrators(Context& c, Edit edit, std::string_view member, ByteView key) {
  std::vector<std::pair<std::string, Bytes>> list;
  for (const auto a : c.ledger().getAdministration().getAdministrators())
    list.emplace_back(view(a.getMember()), Bytes(view(a.getKey()).begin(), view(a.getKey()).end()));
  edit(list, member, key);
  c.amend_state(kLedgerNumber, [&](schema::SubjectRow::Builder row) {
    auto out = row.getLedger().getAdministration().initAdministrators(static_cast<capnp::uint>(list.size()));
    for (capnp::uint i = 0; i < out.size(); ++i) {
      out[i].setMember(to_text(list[i].first));
      out[i].setKey(to_data(list[i].second));
    }
  });
}

void edit_recovery(Context& c, Edit edit, ByteView key) {
  std::vector<std::pair<std::string, Bytes>> list;
  for (const auto r : c.ledger().getAdministration().getRecovery()) list.emplace_back("", Bytes(r.begin(), r.end()));
  edit(list, {}, key);
  c.amend_state(kLedgerNumber, [&](schema::SubjectRow::Builder row) {
    auto out = row.getLedger().getAdministration().initRecovery(static_cast<capnp::uint>(list.size()));
    for (capnp::uint i = 0; i < out.size(); ++i) out.set(i, to_data(list[i].second));
  });
}

void add_to(std::vector<std::pair<std::string, Bytes>>& list, std::string_view member, ByteView key) {
  list.emplace_back(member, Bytes(key.begin(), key.end()));
}

void remove_from(std::vector<std::pair<std::string, Bytes>>& list, std::string_view, ByteView key) {
  list.erase(std::remove_if(list.begin(), list.end(), [&](const auto& entry) { return equal(entry.second, key); }),
             list.end());
}

template <class List, class KeyOf>
bool lists(List list, ByteView key, KeyOf key_of) {
  return any_in(list, [&](auto item) { return equal(view(key_of(item)), key); });
}
constexpr auto kKeyOf = [](auto item) { return item.getKey(); };
constexpr auto kItself = [](capnp::Data::Reader item) { return item; };

Result<void> enough_left(std::size_t now, std::size_t quorum, std::string_view who) {
  if (now > quorum) return ok();
  return Error(Refusal::kWitnessRule,
               fmt::format("revoking this key would leave {} {} where {} must act together; enrol its successor first",
                           now - 1, who, quorum));
}

// The quorum is one of members: one with two keys still counts once.
Result<void> enough_members_left(schema::Administration::Reader administration, ByteView leaving) {
  std::set<std::string_view> left;
  for (const auto one : administration.getAdministrators())
    if (!equal(view(one.getKey()), leaving)) left.insert(view(one.getMember()));
  return enough_left(left.size() + 1, administration.getQuorum(), "administrators' members");
}

// Revoked witnesses stay listed until the witness set is changed, but count no more.
std::size_t standing_witnesses(Context& c, capnp::List<schema::Witness>::Reader witnesses) {
  std::size_t standing = 0;
  for (const auto witness : witnesses)
    if (c.key(c.number_of(to_hex(view(witness.getKey())))).getRevokedAt() == kNever) ++standing;
  return standing;
}

// Who counts towards a quorum may only go while the quorum can still be met.
Result<void> leave_quorums(Context& c, ByteView key) {
  const schema::LedgerState::Reader ledger = c.ledger();
  const auto administration = ledger.getAdministration();
  const auto witnesses = ledger.getFinality().getWitnesses();
  if (lists(witnesses, key, kKeyOf)) {
    JUMELAGE_TRY(enough_left(standing_witnesses(c, witnesses), ledger.getFinality().getQuorum(), "witnesses"));
  }
  if (lists(administration.getAdministrators(), key, kKeyOf)) {
    JUMELAGE_TRY(enough_members_left(administration, key));
    edit_administrators(c, remove_from, {}, key);
  } else if (lists(administration.getRecovery(), key, kItself)) {
    JUMELAGE_TRY(enough_left(administration.getRecovery().size(), administration.getRecoveryQuorum(), "recovery keys"));
    edit_recovery(c, remove_from, key);
  }
  return ok();
}

bool owns(const Context& c, schema::KeyState::Reader key, Number number) {
  const Roles& roles = c.roles();
  const bool itself = std::find(roles.keys.begin(), roles.keys.end(), number) != roles.keys.end();
  return itself || roles.holds(key.getHolder()) || roles.acts_for(key.getHolder());
}

Result<std::uint64_t> compromised_since(const Context& c, schema::KeyRevoked::Reader act) {
  const bool compromised = act.getReason() == schema::KeyRevoked::Reason::COMPROMISED;
  if (!compromised && act.hasCompromisedSince())
    return Error(Refusal::kBadValue, "compromisedSince goes with the reason \"compromised\" only");
  if (!compromised) return kNever;
  return act.hasCompromisedSince() ? c.resolve(act.getCompromisedSince()) : Result<std::uint64_t>(c.position());
}

}  // namespace

Result<void> key_enrolled(Context& c, schema::KeyEnrolled::Reader act) {
  JUMELAGE_TRY(need_administrators(c));
  JUMELAGE_TRY(need_possession(c));
  JUMELAGE_TRY(check_key(act));
  JUMELAGE_TRY(const Number holder, find_holder(c, act));
  const ByteView key = view(act.getKey());
  JUMELAGE_TRY(const Number number, c.create(to_hex(key), SubjectKind::KEY));
  c.link(holder, SubjectKind::KEY, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initKey();
    state.setKey(act.getKey());
    state.setPurpose(act.getPurpose());
    state.setHolder(holder);
    state.setValidFrom(c.position() + 1);
    state.setRevokedAt(kNever);
    state.setCompromisedSince(kNever);
  });
  if (c.founding()) return ok();  // the founding act lists its administrators itself
  if (act.getPurpose() == Purpose::ADMINISTRATION) edit_administrators(c, add_to, view(act.getHolder()), key);
  if (act.getPurpose() == Purpose::RECOVERY) edit_recovery(c, add_to, key);
  return ok();
}

Result<void> key_revoked(Context& c, schema::KeyRevoked::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(to_hex(view(act.getKey())), SubjectKind::KEY));
  const schema::KeyState::Reader key = c.key(number);
  if (!has_administrators(c) && !owns(c, key, number)) {
    JUMELAGE_TRY(need_administrators(c));
  }
  if (key.getRevokedAt() != kNever)
    return Error(Refusal::kImpossible, fmt::format("the key was revoked already, at position {}", key.getRevokedAt()));
  JUMELAGE_TRY(const std::uint64_t since, compromised_since(c, act));
  JUMELAGE_TRY(leave_quorums(c, view(act.getKey())));
  c.update_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.getKey();
    state.setRevokedAt(c.position() + 1);  // this act may be the key's last
    state.setReason(act.getReason());
    state.setCompromisedSince(since);
  });
  return ok();
}

}  // namespace jumelage::governance
