// CommitmentRegistered and CommitmentChanged: international commitments that the club's acts must respect.
#include <fmt/format.h>

#include <vector>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Standing = schema::CommitmentChanged::State;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> check_signers(Context& c) {
  JUMELAGE_TRY(need_secretary(c, 0));
  for (const SigningMandate& m : c.roles().mandates)
    if (m.kind == MandateKind::LEGAL_EXPERT) return ok();
  return Error(Refusal::kSignatureMissing, "this act needs the signature of a legal expert");
}

std::string_view state_text(Standing state) {
  switch (state) {
    case Standing::IN_FORCE: return "in force";
    case Standing::SUSPENDED: return "suspended";
    case Standing::ENDED: return "ended";
    case Standing::RESERVED: return "in force under a reservation";
  }
  return "unknown";
}

Result<void> check_change(Context& c, schema::CommitmentChanged::Reader act, Number number) {
  const auto before = c.commitment(number);
  if (before.getStatus() == Standing::ENDED || before.getStatus() == act.getState()) {
    return Error(Refusal::kImpossible,
                 fmt::format("commitment {} is {} already", quoted(act.getId()), state_text(before.getStatus())));
  }
  if (act.getFrom() < before.getSince() || act.getFrom() < before.getFrom())
    return bad(fmt::format("commitment {} is {} since {}; it cannot change before that", quoted(act.getId()),
                           state_text(before.getStatus()), format_day(before.getSince())));
  // That it will end may be known long before.
  if (act.getState() == Standing::ENDED || act.getFrom() <= c.day()) return ok();
  return Error(Refusal::kTimeImpossible,
               fmt::format("commitment {} would be {} on {} only; record it then", quoted(act.getId()),
                           state_text(act.getState()), format_day(act.getFrom())));
}

}  // namespace

Result<void> commitment_registered(Context& c, schema::CommitmentRegistered::Reader act) {
  JUMELAGE_TRY(check_signers(c));
  std::vector<Number> binds;
  for (const auto id : act.getBinds()) {
    JUMELAGE_TRY(const Number member, c.find(id, SubjectKind::MEMBER));
    binds.push_back(member);
  }
  if (act.getUntil() != 0 && act.getUntil() < act.getFrom())
    return bad(fmt::format("the commitment would end on {}, before it begins on {}", format_day(act.getUntil()),
                           format_day(act.getFrom())));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::COMMITMENT));
  JUMELAGE_TRY(c.register_documents(act.getTexts()));
  c.link(kLedgerNumber, SubjectKind::COMMITMENT, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initCommitment();
    state.setTitleAt(c.position());
    if (!binds.empty()) state.setBinds({binds.data(), binds.size()});
    state.setFrom(act.getFrom());
    state.setUntil(act.getUntil());
    state.setSince(act.getFrom());
  });
  return ok();
}

Result<void> commitment_changed(Context& c, schema::CommitmentChanged::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getId(), SubjectKind::COMMITMENT));
  JUMELAGE_TRY(check_signers(c));
  JUMELAGE_TRY(check_change(c, act, number));
  c.update_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.getCommitment();
    if (act.getState() == Standing::ENDED) state.setUntil(act.getFrom() - 1);
    if (act.getFrom() > c.day()) return;
    state.setStatus(act.getState());
    state.setSince(act.getFrom());
  });
  return ok();
}

}  // namespace jumelage::governance
