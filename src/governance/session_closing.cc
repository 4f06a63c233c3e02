// SessionClosed: nothing is left open, and the packet of the session is whole.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

// An item that a later call took over is that session's to dispose of.
bool disposed(Context& c, Number item, Number session) {
  using Status = schema::ProposalState::Status;
  const auto state = c.proposal(item);
  if (state.getSession() != session) return true;
  return state.getStatus() != Status::TABLED && state.getStatus() != Status::VOTED;
}

Result<void> check_items(Context& c, Number session) {
  std::string open;
  for (const Number item : c.session(session).getAgenda())
    if (!disposed(c, item, session)) open += (open.empty() ? "" : ", ") + quoted(c, item);
  if (open.empty()) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("a session closes only with every item disposed of; still open: {}", open));
}

}  // namespace

Result<void> session_closed(Context& c, schema::SessionClosed::Reader act) {
  JUMELAGE_TRY(const Number session, c.find(act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(need_chair_and_secretary(c, c.session(session).getBody(), session));
  JUMELAGE_TRY(need_open(c, session));
  JUMELAGE_TRY(check_items(c, session));
  const std::uint32_t acts = session_acts(c, session);
  if (act.getActs() != acts) {
    return Error(Refusal::kBadValue,
                 fmt::format("{} acts of session {} are recorded, not {}; look whether one is missing", acts,
                             quoted(act.getSession()), act.getActs()));
  }
  c.update_state(session, [&](schema::SubjectRow::Builder row) {
    row.getSession().setPhase(schema::SessionState::Phase::CLOSED);
    row.getSession().setActs(acts);
  });
  return ok();
}

}  // namespace jumelage::governance
