// MinutesApproved: a vote of the body approves the minutes of a session that is over.
#include <fmt/format.h>

#include <array>

#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/rules.h"
#include "governance/session_finding_codes.h"
#include "governance/session_support.h"
#include "governance/vote.h"

namespace jumelage::governance {
namespace {

using Phase = schema::SessionState::Phase;

constexpr std::array kCuredByApproval = {kMinutesVoteNotAdopted, kMinutesVoteIrregular};

Result<void> check_closed(Context& c, Number session) {
  const Phase phase = c.session(session).getPhase();
  if (phase == Phase::CLOSED) return ok();
  return Error(Refusal::kImpossible, fmt::format("session {} is {}; minutes are approved once, after the closing",
                                                 quoted(c, session), phase_text(phase)));
}

// The same session (before it closed) or a later one of the same body.
Result<void> check_approving(Context& c, Number session, Number approving) {
  const auto own = c.session(session);
  const auto other = c.session(approving);
  if (other.getBody() == own.getBody() && other.getNumber() >= own.getNumber()) return ok();
  return Error(Refusal::kBadValue,
               fmt::format("session {} cannot approve the minutes of {}: it is {}", quoted(c, approving),
                           quoted(c, session), other.getBody() == own.getBody() ? "an earlier one" : "another body's"));
}

// The item of that session whose standing vote is meant.
Result<Number> find_voted_item(Context& c, std::uint64_t position, Number approving) {
  for (const Number item : c.session(approving).getAgenda()) {
    const auto state = c.proposal(item);
    if (state.getVote() == position && state.getSession() == approving) return item;
  }
  return Error(Refusal::kImpossible,
               fmt::format("the act named in vote is no vote that stands on an item of session {}; name the vote that "
                           "approved the minutes",
                           quoted(c, approving)));
}

void find_irregularities(Context& c, Number item, Number session) {
  const Outcome outcome = c.proposal(item).getOutcome();
  if (outcome != Outcome::ADOPTED) {
    c.finding(kMinutesVoteNotAdopted,
              fmt::format("the vote on {} did not approve the minutes: {}; put them to the vote again", quoted(c, item),
                          outcome_text(outcome)),
              session);
  }
  if (c.state(item)->row.getIrregular()) {
    c.finding(kMinutesVoteIrregular,
              fmt::format("the vote on {} is irregular; replace that record, then approve the minutes again",
                          quoted(c, item)),
              session);
  }
}

}  // namespace

Result<void> minutes_approved(Context& c, schema::MinutesApproved::Reader act) {
  JUMELAGE_TRY(const Number session, c.find(act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(const Number approving, c.find(act.getApprovedIn(), SubjectKind::SESSION));
  JUMELAGE_TRY(need_chair_and_secretary(c, c.session(session).getBody(), session));
  JUMELAGE_TRY(check_closed(c, session));
  JUMELAGE_TRY(check_approving(c, session, approving));
  JUMELAGE_TRY(const std::uint64_t vote, c.resolve(act.getVote()));
  JUMELAGE_TRY(const Number item, find_voted_item(c, vote, approving));
  JUMELAGE_TRY(c.register_document(act.getMinutes()));
  find_irregularities(c, item, session);
  if (c.finding_count() != 0) {
    c.touch(session);
    return ok();
  }
  const bool still_irregular = cure(c, session, kCuredByApproval);
  c.update_state(session, [&](schema::SubjectRow::Builder row) {
    row.getSession().setPhase(Phase::MINUTES_APPROVED);
    row.setIrregular(still_irregular);
  });
  return ok();
}

}  // namespace jumelage::governance
