// PrimaryHandedOver: a new term begins, under another primary or another log key.
//
// Whether a place is the right one is not for the new primary to say: the freezes force it. The rules verify all that
// the log's prefix tells: the order, the freezes, both certificates, and that this entry stands where they say.
#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/certificates.h"
#include "governance/rules.h"
#include "governance/signed_list.h"

namespace jumelage::governance {
namespace {

using HandedOver = schema::PrimaryHandedOver::Reader;
using Order = schema::HandoverOrder::Reader;
using Purpose = schema::KeyEnrolled::Purpose;

constexpr std::uint64_t kFoundingSize = 1;  // the ledger's id is a digest of the founding act: it is final by itself

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

// Each term has a key of its own, so that a signature of one says nothing in another.
bool was_log_key(const Context& c, ByteView key) {
  bool used = false;
  c.reader().scan(Table::kRows, Key().u32(kLedgerNumber), [&](Register::Item item) {
    const Row<schema::SubjectRow> row(item.value);
    used =
        read_big_endian(item.key.subspan(4)) < c.position() && equal(view(row.reader().getLedger().getLogKey()), key);
    return !used;
  });
  return used;
}

Result<void> check_log_key(Context& c, Order order, Number primary) {
  const std::string hex = to_hex(view(order.getLogKey()));
  JUMELAGE_TRY(const Number number, c.find(hex, SubjectKind::KEY));
  const schema::KeyState::Reader key = c.key(number);
  if (key.getPurpose() != Purpose::LOG || key.getHolder() != primary)
    return bad(fmt::format("logKey: {} is not enrolled as a log key of the new primary", hex));
  if (c.position() >= key.getRevokedAt()) {
    return Error(Refusal::kKeyNotValidHere,
                 fmt::format("logKey: {} was revoked at position {}", hex, key.getRevokedAt()));
  }
  if (!was_log_key(c, view(order.getLogKey()))) return ok();
  return bad(fmt::format("logKey: {} signed an earlier term; each term has a key of its own", hex));
}

Result<void> check_ordered(Context& c, Order order) {
  const std::uint32_t term = c.ledger().getTerm();
  if (order.getTerm() <= term)
    return bad(fmt::format("order: term {} is not above term {}, in which this log is", order.getTerm(), term));
  JUMELAGE_TRY(const Number primary, c.find(order.getPrimary(), SubjectKind::MEMBER));
  if (has_left(c.member(primary).getStanding())) {
    return Error(Refusal::kImpossible, fmt::format("member \"{}\" has left the club and cannot be its primary",
                                                   for_terminal(view(order.getPrimary()))));
  }
  return check_log_key(c, order, primary);
}

// The order was signed by itself: witnesses followed it before this act was.
Result<void> check_administrators(Context& c, HandedOver act) {
  const auto administration = c.ledger().getAdministration();
  const Bytes statement = event::handover_order(c.place().ledger_id, act.getOrder());
  const auto key_of = [](auto one) { return view(one.getKey()); };
  JUMELAGE_TRY(check_order(act.getAdministratorSignatures(), "administratorSignatures", key_of));
  std::set<std::string_view> members;
  std::size_t recovery = 0;
  for (const auto one : act.getAdministratorSignatures()) {
    bool known = false;
    for (const auto administrator : administration.getAdministrators()) {
      if (administrator.getKey() != one.getKey()) continue;
      members.insert(view(administrator.getMember()));
      known = true;
    }
    if (any_in(administration.getRecovery(), [&](capnp::Data::Reader key) { return key == one.getKey(); })) {
      ++recovery;
      known = true;
    }
    if (!known) {
      return Error(Refusal::kUnknownSigner,
                   fmt::format("administratorSignatures: key {} is no administrator's", to_hex(view(one.getKey()))));
    }
    JUMELAGE_TRY(need_signed(one, statement, "administratorSignatures"));
  }
  const bool recovered = administration.getRecoveryQuorum() > 0 && recovery >= administration.getRecoveryQuorum();
  if (recovered || members.size() >= administration.getQuorum()) return ok();
  return Error(Refusal::kSignatureMissing,
               fmt::format("administratorSignatures: the order is signed by administrators of {} members, and {} are "
                           "needed",
                           members.size(), administration.getQuorum()));
}

// The highest lock, else the last final, else the founding act. Without witnesses it is the primary's own word.
Result<void> check_position(Context& c, const Frozen& frozen) {
  if (!frozen.lock && !frozen.final && c.ledger().getFinality().getWitnesses().size() == 0) return ok();
  const std::uint64_t forced = frozen.lock    ? frozen.lock->getSize()
                               : frozen.final ? frozen.final->getSize()
                                              : kFoundingSize;
  if (frozen.final && frozen.final->getSize() > forced) {
    return bad(
        fmt::format("freezes: {} entries are final, and the highest lock is at {}; more witnesses lied than this "
                    "ledger can bear: stop, and keep the evidence",
                    frozen.final->getSize(), forced));
  }
  if (c.position() == forced) return ok();
  return bad(fmt::format("the freezes force the new term to begin at position {}, not {}", forced, c.position()));
}

}  // namespace

Result<void> primary_handed_over(Context& c, HandedOver act) {
  JUMELAGE_TRY(need_administrators(c));
  JUMELAGE_TRY(check_ordered(c, act.getOrder()));
  JUMELAGE_TRY(check_administrators(c, act));
  JUMELAGE_TRY(const Frozen frozen, check_freezes(c, act));
  JUMELAGE_TRY(check_position(c, frozen));
  JUMELAGE_TRY(check_final(c, act, frozen));
  JUMELAGE_TRY(check_lock(c, act, frozen));
  JUMELAGE_TRY(need_frozen_quorums(c, act, frozen));
  c.update_state(kLedgerNumber, [&](schema::SubjectRow::Builder row) {
    auto ledger = row.getLedger();
    ledger.setTerm(act.getOrder().getTerm());
    ledger.setPrimary(act.getOrder().getPrimary());
    ledger.setLogKey(act.getOrder().getLogKey());
    ledger.setTermAt(c.position());
  });
  return ok();
}

}  // namespace jumelage::governance
