// ChallengeRecorded and DecisionEnded: what stops a decision, for a time or for good.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/dates.h"
#include "governance/decision_effects.h"
#include "governance/moments.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Ruling = schema::ChallengeRecorded::Result;
using How = schema::DecisionEnded::How;

Error impossible(Context& c, Number decision, std::string_view why) {
  return Error(Refusal::kImpossible, fmt::format("{} {}", quoted(c, decision), why));
}

DecisionStatus standing_now(Context& c, Number decision) {
  return standing_on(c.decision(decision), c.state(decision)->row.getIrregular(), row_day(c));
}

// A court looks at what was adopted; what it has annulled is gone, and every ruling answers a challenge.
Result<void> check_ruling(Context& c, Ruling ruling, Number decision) {
  const auto state = c.decision(decision);
  const DecisionStatus status = standing_now(c, decision);
  if (status == DecisionStatus::REJECTED)
    return impossible(c, decision, "was rejected; there is nothing that a court could suspend or annul");
  if (status == DecisionStatus::ANNULLED) return impossible(c, decision, "was annulled already");
  if (ruling == Ruling::FILED) return ok();
  if (state.getChallenges() == 0)
    return impossible(c, decision, "is before no court; record first that a challenge was filed");
  if (ruling == Ruling::SUSPENDED && state.getSuspended()) return impossible(c, decision, "is suspended already");
  if (ruling == Ruling::SUSPENDED && !is_alive(status))
    return impossible(c, decision, fmt::format("is {}; there is nothing left to suspend", status_text(status)));
  if (ruling == Ruling::SUSPENSION_LIFTED && !state.getSuspended()) return impossible(c, decision, "is not suspended");
  return ok();
}

Result<void> check_parts(schema::ChallengeRecorded::Reader act) {
  const bool partly = act.getResult() == Ruling::PARTLY_ANNULLED;
  if (partly == (act.getParts().size() != 0)) return ok();
  return Error(Refusal::kBadValue, partly ? "say which parts were annulled; fill in parts"
                                          : "parts go with partlyAnnulled alone; leave them out");
}

// A suspension lasts as long as some challenge does.
void close_challenge(schema::DecisionState::Builder state) {
  state.setChallenges(static_cast<std::uint16_t>(state.getChallenges() - 1));
  if (state.getChallenges() == 0) state.setSuspended(false);
}

void apply_ruling(Ruling ruling, schema::DecisionState::Builder state) {
  switch (ruling) {
    case Ruling::FILED: state.setChallenges(static_cast<std::uint16_t>(state.getChallenges() + 1)); break;
    case Ruling::SUSPENDED: state.setSuspended(true); break;
    case Ruling::SUSPENSION_LIFTED: state.setSuspended(false); break;
    case Ruling::UPHELD: close_challenge(state); break;
    case Ruling::PARTLY_ANNULLED:
      state.setPartlyAnnulled(true);
      close_challenge(state);
      break;
    case Ruling::ANNULLED:
      state.setAnnulled(true);
      close_challenge(state);
      break;
  }
}

DecisionStatus ending_of(How how) {
  switch (how) {
    case How::REPEALED: return DecisionStatus::REPEALED;
    case How::SUPERSEDED: return DecisionStatus::SUPERSEDED;
    case How::LAPSED: return DecisionStatus::LAPSED;
  }
  return DecisionStatus::LAPSED;
}

Result<void> check_end(Context& c, schema::DecisionEnded::Reader act, Number decision, Number by) {
  const bool lapsed = act.getHow() == How::LAPSED;
  if (lapsed == (by != 0))
    return Error(Refusal::kBadValue, lapsed ? "a decision lapses by itself; leave out by"
                                            : "name in by the decision that repeals or supersedes it");
  if (by == decision) return Error(Refusal::kBadValue, "a decision does not end itself; name another one in by");
  const DecisionStatus status = standing_now(c, decision);
  const bool ended = c.decision(decision).getEndedOn() != 0 && !c.decision(decision).getEndingHeld();
  if (!is_alive(status) || ended)
    return impossible(c, decision,
                      fmt::format("is {}; it cannot end {}", ended ? "ended already" : status_text(status),
                                  ended ? "twice" : "any more"));
  if (act.getFrom() >= c.decision(decision).getDate()) return ok();
  return Error(Refusal::kTimeImpossible,
               fmt::format("{} was taken on {}, so it cannot have ended on {}", quoted(c, decision),
                           format_day(c.decision(decision).getDate()), format_day(act.getFrom())));
}

}  // namespace

Result<void> challenge_recorded(Context& c, schema::ChallengeRecorded::Reader act) {
  JUMELAGE_TRY(const Number decision, c.find(act.getDecision(), SubjectKind::DECISION));
  JUMELAGE_TRY(need_secretary(c, c.decision(decision).getBody()));
  JUMELAGE_TRY(need_past(c, act.getAt(), "filed or ruled on"));
  JUMELAGE_TRY(check_parts(act));
  JUMELAGE_TRY(check_ruling(c, act.getResult(), decision));
  update_decision(c, decision,
                  [&](schema::SubjectRow::Builder row) { apply_ruling(act.getResult(), row.getDecision()); });
  return ok();
}

Result<void> decision_ended(Context& c, schema::DecisionEnded::Reader act) {
  JUMELAGE_TRY(const Number decision, c.find(act.getDecision(), SubjectKind::DECISION));
  JUMELAGE_TRY(need_chair_and_secretary(c, c.decision(decision).getBody()));
  JUMELAGE_TRY(const Number by, c.find_optional(act.getBy(), SubjectKind::DECISION));
  JUMELAGE_TRY(check_end(c, act, decision, by));
  if (by != 0) {
    JUMELAGE_TRY(c.expect_adopted(act.getBy(), 0));
  }
  // An end without a decision in force has no effect: this one goes on as it was, as regular as it was.
  if (c.finding_count() != 0) {
    c.touch(decision);
    return ok();
  }
  cure_attempts(c, decision);
  if (by != 0) c.link(by, SubjectKind::DECISION, decision);
  update_decision(c, decision, [&](schema::SubjectRow::Builder row) {
    auto state = row.getDecision();
    state.setEnding(ending_of(act.getHow()));
    state.setEndedOn(act.getFrom());
    state.setEndedBy(by);
    state.setEndingHeld(false);
  });
  return ok();
}

}  // namespace jumelage::governance
