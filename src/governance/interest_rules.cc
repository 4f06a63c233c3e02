// InterestDeclared: who takes no part in an item or agreement. How the recused are counted, the quorum's rule says;
// that they don't vote, whoever acts for them, the tally sees to.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/rules.h"
#include "governance/session_anchor.h"
#include "governance/session_finding_codes.h"
#include "governance/session_recusals.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Phase = schema::SessionState::Phase;
using ItemStatus = schema::ProposalState::Status;

struct Interest {
  Number mandate = 0;
  Number target = 0;
  Number session = 0;  // 0: in all of them
};

// A proposal of the holder's own body, or any agreement.
Result<Number> find_target(Context& c, capnp::Text::Reader id, Number body) {
  const Number target = c.number_of(view(id));
  if (target != 0 && c.kind_of(target) == SubjectKind::AGREEMENT) return target;
  JUMELAGE_TRY(const Number item, c.find(id, SubjectKind::PROPOSAL));
  if (c.proposal(item).getBody() == body) return item;
  return Error(Refusal::kBadValue,
               fmt::format("{} was tabled in another body, where the holder has no part in it anyway", quoted(id)));
}

// Either signs; the refusal asks for the holder, whose interest it is.
Result<void> check_signers(Context& c, const Interest& interest) {
  const Result<void> by_holder = need_holder(c, interest.mandate, interest.session);
  if (by_holder || !by_holder.error().is(Refusal::kSignatureMissing)) return by_holder;
  return has_secretary(c, c.mandate(interest.mandate).getBody(), interest.session) ? Result<void>(ok()) : by_holder;
}

Result<void> check_session(Context& c, schema::InterestDeclared::Reader act, const Interest& interest) {
  if (interest.session == 0) {
    if (!act.hasAt()) return ok();
    return Error(Refusal::kBadValue, "a point is one of a session; name the session, or leave out at");
  }
  const auto session = c.session(interest.session);
  if (session.getBody() != c.mandate(interest.mandate).getBody())
    return Error(Refusal::kBadValue, fmt::format("session {} is one of another body", quoted(act.getSession())));
  const Phase phase = session.getPhase();
  const bool coming =
      phase == Phase::CONVENED || phase == Phase::POSTPONED || phase == Phase::OPEN || phase == Phase::ADJOURNED;
  if (!coming) {
    return Error(Refusal::kImpossible, fmt::format("session {} is {}; nobody can be recused in it any more",
                                                   quoted(act.getSession()), phase_text(phase)));
  }
  if (c.kind_of(interest.target) == SubjectKind::AGREEMENT || on_agenda(session, interest.target)) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("{} is not on the agenda of session {}", quoted(act.getTarget()), quoted(act.getSession())));
}

Result<void> check_undecided(Context& c, const Interest& interest) {
  if (c.kind_of(interest.target) == SubjectKind::AGREEMENT) return ok();
  const ItemStatus status = c.proposal(interest.target).getStatus();
  if (status != ItemStatus::DECIDED && status != ItemStatus::WITHDRAWN) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("{} is {}; nobody can be recused from it any more", quoted(c, interest.target),
                           status == ItemStatus::DECIDED ? "decided" : "withdrawn"));
}

// An interest that held when the item was voted on, declared only after that vote was counted.
Result<bool> declared_late(Context& c, schema::InterestDeclared::Reader act, const Interest& interest) {
  AnchorPlace at;
  if (act.hasAt()) {
    JUMELAGE_TRY(at, read_anchor(c, act.getAt(), interest.session));
  }
  if (c.kind_of(interest.target) == SubjectKind::AGREEMENT) return false;
  if (at.item != 0) return at.item == interest.target && at.overtaken;
  const auto item = c.proposal(interest.target);
  const bool here = interest.session == 0 || item.getSession() == interest.session;
  return here && (item.getStatus() == ItemStatus::VOTED || item.getStatus() == ItemStatus::CONSENSUS);
}

}  // namespace

Result<void> interest_declared(Context& c, schema::InterestDeclared::Reader act) {
  Interest interest;
  JUMELAGE_TRY(interest.mandate, c.find(act.getMandate(), SubjectKind::MANDATE));
  JUMELAGE_TRY(interest.target, find_target(c, act.getTarget(), c.mandate(interest.mandate).getBody()));
  JUMELAGE_TRY(interest.session, c.find_optional(act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(check_signers(c, interest));
  JUMELAGE_TRY(check_session(c, act, interest));
  JUMELAGE_TRY(check_undecided(c, interest));
  JUMELAGE_TRY(const bool late, declared_late(c, act, interest));
  if (late) {
    c.finding(kInterestLate,
              fmt::format("{} was voted on before the interest of {} was declared; replace the record of that vote, "
                          "without the recused",
                          quoted(act.getTarget()), quoted(act.getMandate())),
              interest.target);
  }
  const Key key = recusal_key(interest.target, interest.mandate, interest.session);
  if (c.counter(key) == 0) c.set_counter(key, c.position());  // declared again: it holds from the first time on
  c.touch(interest.target);
  return ok();
}

}  // namespace jumelage::governance
