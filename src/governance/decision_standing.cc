#include "governance/decision_standing.h"

#include "governance/clearance.h"

namespace jumelage::governance {
namespace {

using State = schema::DecisionState::Reader;

// How far an adopted decision has come that nothing has stopped or ended.
DecisionStatus progress_on(State decision, bool irregular, std::uint32_t day) {
  const auto steps = read_clearances(decision.getClearances());
  switch (clearing_on(steps, day)) {
    case Clearing::kRefused: return DecisionStatus::REFUSED;
    case Clearing::kPending: return DecisionStatus::CLEARANCE_PENDING;
    case Clearing::kObtained: break;
  }
  const bool must_be_published = decision.getPublication() == schema::RuleSet::Publication::CONDITION_OF_FORCE;
  const bool published = decision.getPublishedOn() != 0 && decision.getPublishedOn() <= day;
  if (!irregular && (published || !must_be_published)) return DecisionStatus::EXECUTORY;
  return steps.empty() ? DecisionStatus::ADOPTED : DecisionStatus::CLEARED;
}

}  // namespace

DecisionStatus standing_on(State decision, bool irregular, std::uint32_t day) {
  if (decision.getAnnounced() != schema::Outcome::ADOPTED) return DecisionStatus::REJECTED;
  if (decision.getImported()) return DecisionStatus::ADOPTED;
  if (decision.getAnnulled()) return DecisionStatus::ANNULLED;
  const bool ended = decision.getEndedOn() != 0 && decision.getEndedOn() <= day;
  if (ended && !decision.getEndingHeld()) return decision.getEnding();
  if (decision.getSuspended()) return DecisionStatus::SUSPENDED;
  return progress_on(decision, irregular, day);
}

std::string_view status_text(DecisionStatus status) {
  switch (status) {
    case DecisionStatus::REJECTED: return "rejected";
    case DecisionStatus::ADOPTED: return "adopted, and not in force yet";
    case DecisionStatus::CLEARANCE_PENDING: return "waiting for a clearance";
    case DecisionStatus::CLEARED: return "cleared, and not in force yet";
    case DecisionStatus::REFUSED: return "refused a clearance";
    case DecisionStatus::EXECUTORY: return "in force";
    case DecisionStatus::SUSPENDED: return "suspended by a court";
    case DecisionStatus::ANNULLED: return "annulled by a court";
    case DecisionStatus::REPEALED: return "repealed";
    case DecisionStatus::SUPERSEDED: return "superseded";
    case DecisionStatus::LAPSED: return "lapsed";
  }
  return "in a state of a newer version";
}

}  // namespace jumelage::governance
