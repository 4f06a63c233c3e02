#include "governance/certificates.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/hex.h"
#include "event/statements.h"
#include "governance/signed_list.h"

namespace jumelage::governance {
namespace {

using Head = schema::Head::Reader;
using HandedOver = schema::PrimaryHandedOver::Reader;
using Keys = std::vector<ByteView>;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

std::string head_text(Head head) {
  return fmt::format("term {}, size {}, root {}", head.getTerm(), head.getSize(), to_hex(view(head.getRoot())));
}

bool same(Head a, Head b) {
  return a.getTerm() == b.getTerm() && a.getSize() == b.getSize() && equal(view(a.getRoot()), view(b.getRoot()));
}
bool above(Head a, Head b) {
  return std::tuple(a.getTerm(), a.getSize()) > std::tuple(b.getTerm(), b.getSize());
}

// A revoked witness stays listed until the set is changed, and counts no more for what holds its revocation.
bool counts(Context& c, ByteView key, std::uint64_t size) {
  return c.key(c.number_of(to_hex(key))).getRevokedAt() > size;
}

Result<void> need_quorum(Context& c, FinalityRule rule, const Keys& signers, std::uint64_t size,
                         std::string_view what) {
  std::size_t signed_by = 0;
  for (const auto witness : rule.getWitnesses()) {
    const ByteView key = view(witness.getKey());
    const bool signs = std::ranges::any_of(signers, [&](ByteView one) { return equal(one, key); });
    if (signs && counts(c, key, size)) ++signed_by;
  }
  if (signed_by >= rule.getQuorum()) return ok();
  return Error(Refusal::kWitnessRule, fmt::format("{} of {} of the {} witnesses at {} entries, and {} are needed", what,
                                                  signed_by, rule.getWitnesses().size(), size, rule.getQuorum()));
}

bool is_witness(const std::vector<FinalityRule>& rules, ByteView key) {
  return std::ranges::any_of(rules, [&](FinalityRule rule) {
    return any_in(rule.getWitnesses(), [&](auto witness) { return equal(view(witness.getKey()), key); });
  });
}

Result<void> need_witness(const std::vector<FinalityRule>& rules, ByteView key, std::string_view what) {
  if (is_witness(rules, key)) return ok();
  return Error(Refusal::kUnknownSigner,
               fmt::format("{}: key {} is not one of the witnesses that count", what, to_hex(key)));
}

// A head that witnesses vouched for is one of this log.
Result<void> check_head(Context& c, Head head, std::string_view what) {
  if (head.getSize() == 0 || head.getSize() > c.position())
    return bad(
        fmt::format("{}: it is of {} entries, and the new term begins at {}", what, head.getSize(), c.position()));
  const Digest root = c.history().root(head.getSize());
  if (!equal(root.view(), view(head.getRoot()))) {
    return bad(
        fmt::format("{}: this log's root at {} entries is {}, not {}; the new term must begin on the log that was "
                    "vouched for",
                    what, head.getSize(), to_hex(root.view()), to_hex(view(head.getRoot()))));
  }
  const std::uint32_t term = c.ledger_at(head.getSize() - 1).getTerm();
  if (term == head.getTerm()) return ok();
  return bad(
      fmt::format("{}: this log reached {} entries in term {}, not {}", what, head.getSize(), term, head.getTerm()));
}

// Keeps the higher one. Two that are as high and differ cannot both have been certified.
Result<void> take_higher(std::optional<Head>& highest, Head head, std::string_view what) {
  if (highest && !above(head, *highest) && !above(*highest, head) && !same(head, *highest)) {
    return bad(
        fmt::format("freezes: two name {}s that contradict each other, {} and {}; keep both as evidence, and leave "
                    "out the one without a certificate",
                    what, head_text(*highest), head_text(head)));
  }
  if (!highest || above(head, *highest)) highest = head;
  return ok();
}

Result<void> check_terms(schema::Freeze::Reader freeze, std::uint32_t term) {
  const auto below = [&](bool there, Head head) { return !there || (head.getTerm() >= 1 && head.getTerm() < term); };
  if (below(freeze.hasLastAck(), freeze.getLastAck()) && below(freeze.hasLock(), freeze.getLock()) &&
      below(freeze.hasFinal(), freeze.getFinal()))
    return ok();
  return bad(fmt::format("freezes: the one of key {} names a head that is not of a term below {}",
                         to_hex(view(freeze.getBy().getKey())), term));
}

// The rules whose witnesses may freeze: after the last final, and after this place.
std::vector<FinalityRule> freezing_rules(Context& c, std::optional<Head> final) {
  return {c.ledger_at(final ? final->getSize() - 1 : 0).getFinality(), c.ledger().getFinality()};
}

template <class List>
Keys keys_of(List list) {
  Keys keys;
  for (const auto one : list) keys.push_back(view(one.getKey()));
  return keys;
}

}  // namespace

std::vector<FinalityRule> rules_at(Context& c, std::uint64_t size) {
  const auto ledger = c.ledger_at(size - 1);
  std::vector<FinalityRule> rules = {ledger.getFinality()};
  if (size > 1 && ledger.getFinalityAt() == size - 1) rules.push_back(c.ledger_at(size - 2).getFinality());
  return rules;
}

Result<Frozen> check_freezes(Context& c, HandedOver act) {
  Frozen frozen;
  const Digest order = event::order_digest(c.place().ledger_id, act.getOrder());
  JUMELAGE_TRY(check_order(act.getFreezes(), "freezes", [](auto freeze) { return view(freeze.getBy().getKey()); }));
  for (const auto freeze : act.getFreezes()) {
    const std::string hex = to_hex(view(freeze.getBy().getKey()));
    if (freeze.getTerm() != act.getOrder().getTerm() || !equal(view(freeze.getOrderDigest()), order.view()))
      return bad(fmt::format("freezes: the one of key {} is for another order", hex));
    const Bytes statement = event::freeze_statement(c.place().ledger_id, freeze);
    JUMELAGE_TRY(need_signed(freeze.getBy(), statement, "freezes"));
    JUMELAGE_TRY(check_terms(freeze, act.getOrder().getTerm()));
    if (freeze.hasLock()) {
      JUMELAGE_TRY(take_higher(frozen.lock, freeze.getLock(), "lock"));
    }
    if (freeze.hasFinal()) {
      JUMELAGE_TRY(take_higher(frozen.final, freeze.getFinal(), "final"));
    }
  }
  return frozen;
}

Result<void> need_frozen_quorums(Context& c, HandedOver act, const Frozen& frozen) {
  const auto rules = freezing_rules(c, frozen.final);
  Keys signers;
  for (const auto freeze : act.getFreezes()) {
    signers.push_back(view(freeze.getBy().getKey()));
    JUMELAGE_TRY(need_witness(rules, signers.back(), "freezes"));
  }
  for (const FinalityRule rule : rules) {
    JUMELAGE_TRY(need_quorum(c, rule, signers, c.position(), "freezes are"));
  }
  return ok();
}

Result<void> check_lock(Context& c, HandedOver act, const Frozen& frozen) {
  if (frozen.lock.has_value() != act.hasLockCertificate())
    return bad(fmt::format("lockCertificate: is {}, and {} freeze names a lock", frozen.lock ? "missing" : "there",
                           frozen.lock ? "a" : "no"));
  if (!frozen.lock) return ok();
  const auto certificate = act.getLockCertificate();
  if (!same(certificate.getHead(), *frozen.lock))
    return bad(fmt::format("lockCertificate: is of {}, but the highest lock among the freezes is {}",
                           head_text(certificate.getHead()), head_text(*frozen.lock)));
  JUMELAGE_TRY(check_head(c, *frozen.lock, "lockCertificate"));
  JUMELAGE_TRY(check_order(certificate.getAcks(), "acks", [](auto ack) { return view(ack.getKey()); }));
  const auto rules = rules_at(c, frozen.lock->getSize());
  const Bytes statement = event::acknowledgement(c.place().ledger_id, *frozen.lock);
  for (const auto ack : certificate.getAcks()) {
    JUMELAGE_TRY(need_witness(rules, view(ack.getKey()), "acks"));
    JUMELAGE_TRY(need_signed(ack, statement, "acks"));
  }
  const Keys signers = keys_of(certificate.getAcks());
  for (const FinalityRule rule : rules) {
    JUMELAGE_TRY(need_quorum(c, rule, signers, frozen.lock->getSize(), "acknowledgements are"));
  }
  return ok();
}

Result<void> check_final(Context& c, HandedOver act, const Frozen& frozen) {
  if (frozen.final.has_value() != act.hasFinalCertificate())
    return bad(fmt::format("finalCertificate: is {}, and {} freeze names a final", frozen.final ? "missing" : "there",
                           frozen.final ? "a" : "no"));
  if (!frozen.final) return ok();
  const auto certificate = act.getFinalCertificate();
  if (!same(certificate.getHead(), *frozen.final))
    return bad(fmt::format("finalCertificate: is of {}, but the highest final among the freezes is {}",
                           head_text(certificate.getHead()), head_text(*frozen.final)));
  JUMELAGE_TRY(check_head(c, *frozen.final, "finalCertificate"));
  JUMELAGE_TRY(check_order(certificate.getCosignatures(), "cosignatures", [](auto one) { return view(one.getKey()); }));
  const auto rules = rules_at(c, frozen.final->getSize());
  const std::string origin =
      event::origin_of_term(view(c.ledger().getOrigin()), c.place().ledger_id, frozen.final->getTerm());
  const std::string checkpoint = event::checkpoint_text(origin, *frozen.final);
  for (const auto cosignature : certificate.getCosignatures()) {
    JUMELAGE_TRY(need_witness(rules, view(cosignature.getKey()), "cosignatures"));
    JUMELAGE_TRY(need_signed(cosignature, event::cosigned(checkpoint, cosignature.getTime()), "cosignatures"));
  }
  const Keys signers = keys_of(certificate.getCosignatures());
  for (const FinalityRule rule : rules) {
    JUMELAGE_TRY(need_quorum(c, rule, signers, frozen.final->getSize(), "cosignatures are"));
  }
  return ok();
}

}  // namespace jumelage::governance
