// ItemDisposed: an item that ends without a vote.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Disposition = schema::ItemDisposed::Disposition;
using Status = schema::ProposalState::Status;
using Phase = schema::SessionState::Phase;

Status status_of(Disposition disposition) {
  switch (disposition) {
    case Disposition::NOTED: return Status::NOTED;
    case Disposition::CONSENSUS: return Status::CONSENSUS;
    case Disposition::WITHDRAWN: return Status::WITHDRAWN;
    case Disposition::DEFERRED: return Status::DEFERRED;
    case Disposition::NOT_REACHED: return Status::NOT_REACHED;
  }
  return Status::NOT_REACHED;
}

// A vote that decided nothing leaves the item open; one that did is followed by its decision.
Result<void> check_undecided(Context& c, Number item) {
  const auto state = c.proposal(item);
  const bool decided =
      state.getOutcome() == schema::Outcome::ADOPTED || state.getOutcome() == schema::Outcome::REJECTED;
  if (state.getStatus() == Status::TABLED || (state.getStatus() == Status::VOTED && !decided)) return ok();
  return Error(Refusal::kImpossible, fmt::format("{} is {}", quoted(c, item),
                                                 state.getStatus() == Status::VOTED ? "voted on: record the decision"
                                                                                    : "disposed of already"));
}

Result<void> check_destination(Context& c, schema::ItemDisposed::Reader act, Number body) {
  if (!act.hasTo()) return ok();
  if (act.getDisposition() != Disposition::DEFERRED)
    return Error(Refusal::kBadValue, "only a deferred item goes to another session; leave out to");
  JUMELAGE_TRY(const Number to, c.find(act.getTo(), SubjectKind::SESSION));
  const auto session = c.session(to);
  const bool later = session.getPhase() == Phase::CONVENED || session.getPhase() == Phase::POSTPONED;
  if (session.getBody() == body && later) return ok();
  return Error(Refusal::kImpossible, fmt::format("{} is not a coming session of the same body", quoted(act.getTo())));
}

}  // namespace

Result<void> item_disposed(Context& c, schema::ItemDisposed::Reader act) {
  JUMELAGE_TRY(const Number session, c.find(act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(const Number item, c.find(act.getItem(), SubjectKind::PROPOSAL));
  const Number body = c.session(session).getBody();
  JUMELAGE_TRY(need_secretary(c, body, session));
  JUMELAGE_TRY(need_open_with(c, session, item));
  JUMELAGE_TRY(check_undecided(c, item));
  JUMELAGE_TRY(check_destination(c, act, body));
  count_session_act(c, session);
  c.update_state(item, [&](schema::SubjectRow::Builder row) {
    row.getProposal().setSession(session);
    row.getProposal().setStatus(status_of(act.getDisposition()));
  });
  return ok();
}

}  // namespace jumelage::governance
