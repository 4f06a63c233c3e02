#include "governance/clearance.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "governance/dates.h"
#include "governance/periods.h"
#include "governance/row.h"

namespace jumelage::governance {
namespace {

using Kind = schema::ClearanceStep::Kind;
using Silence = schema::ClearanceStep::Silence;
using Status = schema::ClearanceState::Status;

bool by(std::uint32_t when, std::uint32_t day) {
  return when != 0 && when <= day;
}

// What the passing of the deadline means on that day, for a step that is answered with yes or no.
Clearing silence_on(const Clearance& step, std::uint32_t day) {
  if (step.deadline == 0 || day <= step.deadline) return Clearing::kPending;
  switch (step.silence) {
    case Silence::MEANS_NOTHING: return Clearing::kPending;
    case Silence::APPROVES: return Clearing::kObtained;
    case Silence::REFUSES: return Clearing::kRefused;
  }
  return Clearing::kPending;
}

Clearing answer_on(const Clearance& step, std::uint32_t day) {
  if (!by(step.answered_on, day)) return silence_on(step, day);
  if (step.status == Status::APPROVED) return Clearing::kObtained;
  return step.status == Status::REFUSED ? Clearing::kRefused : Clearing::kPending;
}

Error impossible(const Clearance& step, std::string_view why) {
  return Error(Refusal::kImpossible, fmt::format("clearance \"{}\" {}", for_terminal(step.id), why));
}

// Sent or received, and not answered: what an answer, or silence, can follow.
bool waits(const Clearance& step) {
  return step.status == Status::SENT || step.status == Status::RECEIVED;
}

Result<Cleared> sent(Clearance step, std::uint32_t day) {
  if (waits(step)) return impossible(step, "was sent already, and not answered yet");
  if (step.kind != Kind::TRANSMISSION && clearing_on(step, day) == Clearing::kObtained)
    return impossible(step, "is obtained already");
  step.status = Status::SENT;
  step.sent_on = day;
  step.received_on = step.answered_on = step.deadline = 0;
  return Cleared{std::move(step)};
}

Result<Cleared> received(Clearance step, std::uint32_t day) {
  if (step.status != Status::TO_SEND && step.status != Status::SENT)
    return impossible(step, "is past its receipt; a text that is sent again is recorded as sent first");
  step.status = Status::RECEIVED;
  step.received_on = day;
  step.deadline =
      step.limited && step.kind != Kind::TRANSMISSION ? day_after(day, step.period.count, step.period.unit) : 0;
  return Cleared{std::move(step)};
}

Result<Cleared> answered(Clearance step, Status answer, std::uint32_t day) {
  if (step.kind == Kind::TRANSMISSION && answer != Status::OBSERVED)
    return impossible(step, "is a mere transmission, which the authority neither approves nor refuses");
  if (step.status == Status::TO_SEND) return impossible(step, "was not sent yet; record that first");
  if (step.status == Status::APPROVED) return impossible(step, "is obtained already");
  if (step.status == Status::REFUSED) return impossible(step, "is refused; record that it was sent again first");
  const bool by_silence = step.answered_on == 0 && silence_on(step, day) == Clearing::kObtained;
  if (answer != Status::APPROVED && by_silence) return Cleared{std::move(step), true};
  step.status = answer;
  step.answered_on = day;
  return Cleared{std::move(step)};
}

Result<Cleared> silent(Clearance step, std::uint32_t day) {
  if (!waits(step)) return impossible(step, "waits for no answer");
  if (step.deadline == 0)
    return impossible(step, step.limited ? "has no deadline yet; record when the authority received it"
                                         : "has no deadline, so it never passes");
  if (day <= step.deadline)
    return Error(Refusal::kTimeImpossible,
                 fmt::format("clearance \"{}\" can still be answered on {}; its last day is {}", for_terminal(step.id),
                             format_day(day), format_day(step.deadline)));
  step.status = Status::SILENT;
  return Cleared{std::move(step)};
}

}  // namespace

bool Clearance::same_terms(const Clearance& other) const {
  const bool same_time = limited == other.limited &&
                         (!limited || (period.count == other.period.count && period.unit == other.period.unit));
  return id == other.id && kind == other.kind && stage == other.stage && silence == other.silence &&
         party == other.party && same_time;
}

Clearance clearance_of(schema::ClearanceStep::Reader step, Number party) {
  Clearance out;
  out.id = std::string(view(step.getId()));
  out.kind = step.getKind();
  out.stage = step.getStage();
  out.silence = step.getSilence();
  out.party = party;
  out.limited = step.hasDeadline();
  if (out.limited) out.period = {step.getDeadline().getCount(), step.getDeadline().getUnit()};
  return out;
}

std::vector<Clearance> read_clearances(capnp::List<schema::ClearanceState>::Reader rows) {
  std::vector<Clearance> out;
  out.reserve(rows.size());
  for (const auto row : rows) {
    Clearance step;
    step.id = std::string(view(row.getId()));
    step.kind = row.getKind();
    step.stage = row.getStage();
    step.silence = row.getSilence();
    step.party = row.getParty();
    step.limited = row.getLimited();
    step.period = {row.getCount(), row.getUnit()};
    step.status = row.getStatus();
    step.sent_on = row.getSentOn();
    step.received_on = row.getReceivedOn();
    step.answered_on = row.getAnsweredOn();
    step.deadline = row.getDeadline();
    out.push_back(std::move(step));
  }
  return out;
}

void write_clearances(capnp::List<schema::ClearanceState>::Builder rows, const std::vector<Clearance>& steps) {
  for (unsigned i = 0; i < rows.size(); ++i) {
    auto row = rows[i];
    const Clearance& step = steps[i];
    if (view(row.getId()) != step.id) row.setId(to_text(step.id));
    row.setKind(step.kind);
    row.setStage(step.stage);
    row.setSilence(step.silence);
    row.setParty(step.party);
    row.setLimited(step.limited);
    row.setCount(step.period.count);
    row.setUnit(step.period.unit);
    row.setStatus(step.status);
    row.setSentOn(step.sent_on);
    row.setReceivedOn(step.received_on);
    row.setAnsweredOn(step.answered_on);
    row.setDeadline(step.deadline);
  }
}

Clearing clearing_on(const Clearance& step, std::uint32_t day) {
  if (step.kind == Kind::TRANSMISSION)
    return by(step.sent_on, day) || by(step.received_on, day) ? Clearing::kObtained : Clearing::kPending;
  if (step.kind != Kind::CONSULTATION) return answer_on(step, day);
  const bool had = by(step.answered_on, day) || silence_on(step, day) != Clearing::kPending;
  return had ? Clearing::kObtained : Clearing::kPending;
}

Clearing clearing_on(const std::vector<Clearance>& steps, std::uint32_t day) {
  Clearing all = Clearing::kObtained;
  for (const Clearance& step : steps) {
    const Clearing one = clearing_on(step, day);
    if (one == Clearing::kRefused) return one;
    if (one == Clearing::kPending) all = one;
  }
  return all;
}

Result<Cleared> after_event(const Clearance& step, ClearanceEvent event, std::uint32_t day) {
  const std::uint32_t last = std::max({step.sent_on, step.received_on, step.answered_on});
  if (day < last)
    return Error(Refusal::kTimeImpossible,
                 fmt::format("clearance \"{}\" is recorded up to {}; nothing can have happened on {} after that",
                             for_terminal(step.id), format_day(last), format_day(day)));
  switch (event) {
    case ClearanceEvent::SENT: return sent(step, day);
    case ClearanceEvent::RECEIVED: return received(step, day);
    case ClearanceEvent::APPROVED: return answered(step, Status::APPROVED, day);
    case ClearanceEvent::REFUSED: return answered(step, Status::REFUSED, day);
    case ClearanceEvent::OBSERVATIONS: return answered(step, Status::OBSERVED, day);
    case ClearanceEvent::SILENCE_ELAPSED: return silent(step, day);
  }
  return impossible(step, "knows no such event");
}

}  // namespace jumelage::governance
