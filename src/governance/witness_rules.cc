// WitnessSetChanged: who makes checkpoints final from here on.
//
// The act is a boundary: the last entry of its checkpoint, which needs the old quorum and the new one. The ledger's
// rows keep which rule held at which position, and `finalityAt` where the last boundary is (docs/finality.md).
#include <fmt/format.h>

#include "base/hex.h"
#include "base/text.h"
#include "governance/authority.h"
#include "governance/finality_check.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;

Error broken(std::string message) {
  return Error(Refusal::kWitnessRule, std::move(message));
}

Result<void> check_witness(Context& c, schema::Witness::Reader witness) {
  JUMELAGE_TRY(const Number member, c.find(witness.getMember(), SubjectKind::MEMBER));
  const std::string name = for_terminal(view(witness.getMember()));
  if (has_left(c.member(member).getStanding()))
    return broken(fmt::format("member \"{}\" has left the club and cannot witness", name));
  const std::string hex = to_hex(view(witness.getKey()));
  JUMELAGE_TRY(const Number number, c.find(hex, SubjectKind::KEY));
  const schema::KeyState::Reader key = c.key(number);
  if (key.getPurpose() != Purpose::WITNESS || key.getHolder() != member)
    return broken(fmt::format("key {} is not enrolled as a witness's key of member \"{}\"", hex, name));
  if (key.getRevokedAt() == kNever) return ok();
  return broken(
      fmt::format("key {} was revoked at position {}; a witness needs a key that stands", hex, key.getRevokedAt()));
}

}  // namespace

Result<void> witness_set_changed(Context& c, schema::WitnessSetChanged::Reader act) {
  JUMELAGE_TRY(need_administrators(c));
  JUMELAGE_TRY(check_finality(act.getFinality()));
  for (const auto witness : act.getFinality().getWitnesses()) {
    JUMELAGE_TRY(check_witness(c, witness));
  }
  c.update_state(kLedgerNumber, [&](schema::SubjectRow::Builder row) {
    row.getLedger().setFinality(act.getFinality());
    row.getLedger().setFinalityAt(c.position());
  });
  return ok();
}

}  // namespace jumelage::governance
