// Where a decision stands: one function of what is recorded of it and of a day. The state machine of decisions is here
// and nowhere else.
//
//   rejected
//   adopted | clearance pending -> cleared | refused -> executory -> suspended, annulled, repealed, superseded, lapsed
//
// A decision is executory once it is regular, every clearance is obtained, and it is published where the rules make
// that a condition of force. It goes back when one of these falls away, comes back when a suspension is lifted, and
// never comes back from a court's annulment. An imported decision has no force here: it is adopted or rejected, no
// more.
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/register.capnp.h"

namespace jumelage::governance {

using DecisionStatus = schema::DecisionState::Status;

DecisionStatus standing_on(schema::DecisionState::Reader decision, bool irregular, std::uint32_t day);

std::string_view status_text(DecisionStatus status);  // "waiting for a clearance"

// Adopted, and nothing has ended it: it can be amended, repealed, suspended.
constexpr bool is_alive(DecisionStatus status) {
  switch (status) {
    case DecisionStatus::ADOPTED:
    case DecisionStatus::CLEARANCE_PENDING:
    case DecisionStatus::CLEARED:
    case DecisionStatus::REFUSED:
    case DecisionStatus::EXECUTORY:
    case DecisionStatus::SUSPENDED: return true;
    default: return false;
  }
}

// Its time was over, by another decision or by itself: what it had brought about stays.
constexpr bool is_over(DecisionStatus status) {
  return status == DecisionStatus::REPEALED || status == DecisionStatus::SUPERSEDED || status == DecisionStatus::LAPSED;
}

}  // namespace jumelage::governance
