// CheckpointAnchored: somebody outside the club has put a time on a root of this log.
//
// The token itself is not judged: what it is worth is for whoever relies on it, with the authority's certificates of
// that day. The rules see to it that the root is one of this log, so that a token can be trusted to be about it.
#include <fmt/format.h>

#include <algorithm>

#include "base/hex.h"
#include "governance/authority.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

// Ordered by size, so that the first anchor that covers an entry is found by one look.
Key anchor_key(std::uint64_t size, std::uint64_t position) {
  return Key().bytes(as_bytes("anchor")).u8(0).u64(size).u64(position);
}

Result<void> check_signers(Context& c) {
  const auto& keys = c.roles().keys;
  const bool witness = std::any_of(keys.begin(), keys.end(), [&](Number key) {
    return c.key(key).getPurpose() == schema::KeyEnrolled::Purpose::WITNESS;
  });
  if (witness) return ok();
  return need_secretary(c, 0);
}

Result<void> check_head(Context& c, schema::Head::Reader head) {
  if (head.getSize() == 0 || head.getSize() > c.position()) {
    return bad(fmt::format("head: a checkpoint of {} entries was stamped, but the log held 1 to {} of them by then",
                           head.getSize(), c.position()));
  }
  const Digest root = c.history().root(head.getSize());
  if (!equal(root.view(), view(head.getRoot()))) {
    return bad(fmt::format("head: the root of the first {} entries is {}, not {}; this stamp is on another log",
                           head.getSize(), to_hex(root.view()), to_hex(view(head.getRoot()))));
  }
  const std::uint32_t term = c.ledger_at(head.getSize() - 1).getTerm();
  if (head.getTerm() == term) return ok();
  return bad(fmt::format("head: the log reached {} entries in term {}, not {}", head.getSize(), term, head.getTerm()));
}

// The new stamp must be on a root that holds the old one, or it would prove nothing about it.
Result<void> check_renewal(Context& c, schema::CheckpointAnchored::Reader act) {
  if (!act.hasRenews()) return ok();
  JUMELAGE_TRY(const std::uint64_t earlier, c.resolve(act.getRenews()));
  const auto renewed = c.act_at(earlier);
  if (!renewed.reader().isCheckpointAnchored())
    return Error(Refusal::kWrongKind, fmt::format("renews: the act at position {} anchors nothing", earlier));
  if (act.getHead().getSize() > earlier) return ok();
  return bad(
      fmt::format("renews: the root stamped covers {} entries, and so not the anchor at position {}; have a later "
                  "checkpoint stamped",
                  act.getHead().getSize(), earlier));
}

}  // namespace

Result<void> checkpoint_anchored(Context& c, schema::CheckpointAnchored::Reader act) {
  JUMELAGE_TRY(check_signers(c));
  JUMELAGE_TRY(check_head(c, act.getHead()));
  JUMELAGE_TRY(check_renewal(c, act));
  c.set_counter(anchor_key(act.getHead().getSize(), c.position()), c.position());
  return ok();
}

}  // namespace jumelage::governance
