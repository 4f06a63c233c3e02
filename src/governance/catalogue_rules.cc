// CatalogueActivated: from which position on a newer catalogue, or a correction of the rules, holds for everybody.
#include <fmt/format.h>

#include <set>

#include "base/hex.h"
#include "base/text.h"
#include "event/statements.h"
#include "governance/authority.h"
#include "governance/catalogue.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

using Activated = schema::CatalogueActivated::Reader;
using Purpose = schema::KeyEnrolled::Purpose;

Result<void> check_step(Context& c, Activated act) {
  const auto activations = c.ledger().getActivations();
  const auto last = activations[activations.size() - 1];
  if (act.getFromPosition() <= c.position() || act.getFromPosition() == kNever) {
    return Error(Refusal::kBadValue, fmt::format("fromPosition: {} is not ahead of this act, which stands at {}",
                                                 act.getFromPosition(), c.position()));
  }
  if (last.getFromPosition() > c.position()) {
    return Error(Refusal::kImpossible, fmt::format("version {} is still to take effect at position {}; wait for that",
                                                   last.getVersion(), last.getFromPosition()));
  }
  const bool back = act.getVersion() < last.getVersion() || act.getRuleEngine() < last.getRuleEngine();
  const bool same = act.getVersion() == last.getVersion() && act.getRuleEngine() == last.getRuleEngine();
  if (!back && !same) return ok();
  return Error(Refusal::kBadValue, fmt::format("version {} with rule engine {} hold already; name newer ones",
                                               last.getVersion(), last.getRuleEngine()));
}

// One node's word: by a key of its member's node that stands.
Result<void> check_declaration(Context& c, schema::CatalogueActivated::Declaration::Reader node, ByteView statement) {
  JUMELAGE_TRY(const Number member, c.find(node.getMember(), SubjectKind::MEMBER));
  const std::string hex = to_hex(view(node.getKey()));
  const Number number = c.number_of(hex);
  if (number == 0 || c.kind_of(number) != SubjectKind::KEY)
    return Error(Refusal::kUnknownSigner, fmt::format("key {} of a declaration is not enrolled in this ledger", hex));
  const schema::KeyState::Reader key = c.key(number);
  const bool of_node = key.getPurpose() == Purpose::NODE_TLS || key.getPurpose() == Purpose::WITNESS;
  if (!of_node || key.getHolder() != member) {
    return Error(Refusal::kWrongCapacity, fmt::format("key {} is not one of the node of member \"{}\"", hex,
                                                      for_terminal(view(node.getMember()))));
  }
  if (c.position() >= key.getRevokedAt()) {
    return Error(Refusal::kKeyNotValidHere,
                 fmt::format("key {} of a declaration was revoked at position {}", hex, key.getRevokedAt()));
  }
  if (event::is_signed(node.getKey(), statement, node.getSignature())) return ok();
  return Error(Refusal::kSignatureMissing, fmt::format("the declaration of key {} is not signed for this version, rule "
                                                       "engine and schema",
                                                       hex));
}

// A node that doesn't know the version stops at its position. So many as make checkpoints final must know it.
Result<void> check_declared(Context& c, Activated act) {
  const Bytes statement = event::declaration(c.place().ledger_id, act);
  std::set<std::string_view> members;
  for (const auto node : act.getNodes()) {
    JUMELAGE_TRY(check_declaration(c, node, statement));
    if (!members.insert(view(node.getMember())).second) {
      return Error(Refusal::kBadValue,
                   fmt::format("member \"{}\" declares twice", for_terminal(view(node.getMember()))));
    }
  }
  const auto finality = c.ledger().getFinality();
  std::size_t know = 0;
  for (const auto witness : finality.getWitnesses())
    if (members.contains(view(witness.getMember()))) ++know;
  if (know >= finality.getQuorum()) return ok();
  return Error(
      Refusal::kWitnessRule,
      fmt::format("{} witnesses declared to know this version, but {} are needed, or nothing would become final "
                  "any more",
                  know, finality.getQuorum()));
}

}  // namespace

schema::LedgerState::Activation::Reader in_force(Context& c) {
  const auto activations = c.ledger().getActivations();
  capnp::uint at = activations.size() - 1;
  while (at > 0 && activations[at].getFromPosition() > c.position()) --at;
  return activations[at];
}

Result<void> check_catalogue(Context& c) {
  const auto now = in_force(c);
  if (now.getVersion() > schema::SCHEMA_VERSION || now.getRuleEngine() > kRuleEngine) {
    return Error(Refusal::kNewerSchema,
                 fmt::format("from position {} on this ledger is at catalogue version {} with rule engine {}; this "
                             "program knows {} and {}: upgrade it",
                             now.getFromPosition(), now.getVersion(), now.getRuleEngine(),
                             std::uint16_t{schema::SCHEMA_VERSION}, kRuleEngine));
  }
  if (c.act().getSchemaVersion() <= now.getVersion()) return ok();
  return Error(Refusal::kNewerSchema,
               fmt::format("the act was made for catalogue version {}, and this ledger is at {} until another is "
                           "activated",
                           c.act().getSchemaVersion(), now.getVersion()));
}

Result<void> catalogue_activated(Context& c, Activated act) {
  JUMELAGE_TRY(need_administrators(c));
  JUMELAGE_TRY(check_step(c, act));
  JUMELAGE_TRY(check_declared(c, act));
  const auto before = c.ledger().getActivations();
  c.update_state(kLedgerNumber, [&](schema::SubjectRow::Builder row) {
    auto all = row.getLedger().initActivations(before.size() + 1);
    for (capnp::uint i = 0; i < before.size(); ++i) all.setWithCaveats(i, before[i]);
    auto next = all[before.size()];
    next.setVersion(act.getVersion());
    next.setRuleEngine(act.getRuleEngine());
    next.setFromPosition(act.getFromPosition());
  });
  return ok();
}

}  // namespace jumelage::governance
