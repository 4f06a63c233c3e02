// Clearances: what must be obtained elsewhere for a decision or agreement, and how far that has come. Pure arithmetic
// over one list of steps and the days passed in; whose steps they are, the rules that call this know.
//
// What holds for each kind of step:
//   transmission  obtained once the text was sent; there is nothing to answer
//   consultation  obtained by any answer: an opinion, even a bad one, is what was to be had
//   visa, approval  obtained by a yes, refused by a no
// When the deadline passes without an answer, silence means what the step says: nothing, a yes or a no. Remarks are an
// answer: they stop the clock, and a yes or no is still to come.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "governance/keys.h"
#include "governance/refusal.h"
#include "governance/session_notice.h"
#include "schema/common.capnp.h"
#include "schema/decisions.capnp.h"
#include "schema/register_decisions.capnp.h"

namespace jumelage::governance {

using ClearanceEvent = schema::SupervisionRecorded::Event;

// A ClearanceState outside the register.
struct Clearance {
  std::string id;
  schema::ClearanceStep::Kind kind = schema::ClearanceStep::Kind::TRANSMISSION;
  schema::ClearanceStep::Stage stage = schema::ClearanceStep::Stage::BEFORE_EXECUTION;
  schema::ClearanceStep::Silence silence = schema::ClearanceStep::Silence::MEANS_NOTHING;
  Number party = 0;  // 0: the club
  bool limited = false;
  Notice period;  // with `limited`
  schema::ClearanceState::Status status = schema::ClearanceState::Status::TO_SEND;
  std::uint32_t sent_on = 0;
  std::uint32_t received_on = 0;
  std::uint32_t answered_on = 0;
  std::uint32_t deadline = 0;

  // Same id and the same terms, however far each has come.
  bool same_terms(const Clearance& other) const;
};

// A step as a rule set or act states it, nothing done yet.
Clearance clearance_of(schema::ClearanceStep::Reader step, Number party);
std::vector<Clearance> read_clearances(capnp::List<schema::ClearanceState>::Reader rows);
void write_clearances(capnp::List<schema::ClearanceState>::Builder rows, const std::vector<Clearance>& steps);

enum class Clearing { kPending, kObtained, kRefused };

// As known from the events recorded, on the evening of that day.
Clearing clearing_on(const Clearance& step, std::uint32_t day);
// Of all steps: refused if one is, else pending if one is; no steps are obtained.
Clearing clearing_on(const std::vector<Clearance>& steps, std::uint32_t day);

struct Cleared {
  Clearance step;     // after the event
  bool late = false;  // an answer other than yes after silence had said yes: without effect
};
// What an event makes of a step. Refused: kImpossible where the step is not that far, or done with; kTimeImpossible
// before what was recorded of it, or before the deadline for `silenceElapsed`.
Result<Cleared> after_event(const Clearance& step, ClearanceEvent event, std::uint32_t day);

}  // namespace jumelage::governance
