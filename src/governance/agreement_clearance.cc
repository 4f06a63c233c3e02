#include "governance/agreement_clearance.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/periods.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Event = schema::SupervisionRecorded::Event;
using Kind = schema::ClearanceStep::Kind;
using Silence = schema::ClearanceStep::Silence;
using Status = schema::AgreementClearance::Status;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

bool approved_by_silence(schema::AgreementClearance::Reader step) {
  return step.getStatus() == Status::SILENT && step.getSilence() == Silence::APPROVES;
}

std::string_view status_text(Status status) {
  switch (status) {
    case Status::OPEN: return "not sent yet";
    case Status::SENT: return "sent";
    case Status::RECEIVED: return "received";
    case Status::OBSERVATIONS: return "returned with observations";
    case Status::APPROVED: return "approved";
    case Status::REFUSED: return "refused";
    case Status::SILENT: return "past its deadline without an answer";
  }
  return "unknown";
}

Status status_after(Event event) {
  switch (event) {
    case Event::SENT: return Status::SENT;
    case Event::RECEIVED: return Status::RECEIVED;
    case Event::APPROVED: return Status::APPROVED;
    case Event::REFUSED: return Status::REFUSED;
    case Event::OBSERVATIONS: return Status::OBSERVATIONS;
    case Event::SILENCE_ELAPSED: return Status::SILENT;
  }
  return Status::OPEN;
}

// What can happen to a step: it is sent, again after a no or after remarks; then received; then answered, late too
// where the silence meant nothing. A yes is the end of it.
bool can_follow(schema::AgreementClearance::Reader step, Event event) {
  const Status now = step.getStatus();
  const bool waiting = now == Status::SENT || now == Status::RECEIVED;
  const bool late = now == Status::SILENT && step.getSilence() == Silence::MEANS_NOTHING;
  switch (event) {
    case Event::SENT:
      return now == Status::OPEN || now == Status::REFUSED || now == Status::OBSERVATIONS ||
             (now == Status::SILENT && !approved_by_silence(step));
    case Event::RECEIVED: return now == Status::OPEN || now == Status::SENT;
    case Event::SILENCE_ELAPSED: return waiting;
    default: return waiting || late || now == Status::OBSERVATIONS;
  }
}

struct StepPlace {
  unsigned party = 0;
  unsigned step = 0;
};

Result<StepPlace> find_step(Context& c, schema::AgreementText::Reader text, Number agreement, capnp::Text::Reader id) {
  const auto parties = text.getParties();
  for (unsigned party = 0; party < parties.size(); ++party) {
    const auto steps = parties[party].getClearances();
    for (unsigned step = 0; step < steps.size(); ++step)
      if (steps[step].getId() == id) return StepPlace{party, step};
  }
  return Error(Refusal::kUnknownSubject, fmt::format("draft {} of agreement {} has no clearance step {}",
                                                     text.getDraft(), quoted(c, agreement), quoted(id)));
}

// A secretary, or the member whose step it is.
Result<void> check_signers(Context& c, schema::AgreementText::Reader text, unsigned party) {
  if (has_secretary(c, 0)) return ok();
  const Number member = text.getParties()[party].getMember();
  return member == 0 ? need_secretary(c, 0) : need_member(c, member);
}

Result<void> check_day(Context& c, schema::SupervisionRecorded::Reader act, schema::AgreementClearance::Reader step) {
  const std::uint32_t day = day_of(act.getAt());
  if (day > day_of(c.act().getRecordedAt())) {
    return Error(Refusal::kTimeImpossible, fmt::format("step {} would have come to this on {}, after it was recorded",
                                                       quoted(act.getStep()), format_day(day)));
  }
  if (day >= step.getOn()) return ok();
  return bad(fmt::format("step {} was {} on {}; what follows cannot have been on {}", quoted(act.getStep()),
                         status_text(step.getStatus()), format_day(step.getOn()), format_day(day)));
}

Result<void> check_silence(schema::SupervisionRecorded::Reader act, schema::AgreementClearance::Reader step) {
  if (act.getSilence() != step.getSilence())
    return bad(fmt::format("the draft says otherwise what silence on step {} means; state it as the draft does",
                           quoted(act.getStep())));
  if (act.getEvent() != Event::SILENCE_ELAPSED) return ok();
  const std::uint32_t answer_by = act.getDeadline() != 0 ? act.getDeadline() : step.getAnswerBy();
  if (answer_by == 0)
    return bad(
        fmt::format("step {} has no deadline, so no silence can elapse; state the deadline", quoted(act.getStep())));
  if (day_of(act.getAt()) > answer_by) return ok();
  return Error(Refusal::kTimeImpossible, fmt::format("the authority may answer step {} until {}; record its silence "
                                                     "after that day",
                                                     quoted(act.getStep()), format_day(answer_by)));
}

// As the act states it; else counted from when the authority had the text.
std::uint32_t answer_by(schema::SupervisionRecorded::Reader act, schema::AgreementClearance::Reader step) {
  if (act.getDeadline() != 0) return act.getDeadline();
  const bool starts = act.getEvent() == Event::SENT || act.getEvent() == Event::RECEIVED;
  return starts && step.hasDeadline() ? day_after(day_of(act.getAt()), step.getDeadline()) : step.getAnswerBy();
}

}  // namespace

bool is_obtained(schema::AgreementClearance::Reader step) {
  const Status status = step.getStatus();
  if (status == Status::APPROVED || approved_by_silence(step)) return true;
  switch (step.getKind()) {
    case Kind::TRANSMISSION: return status != Status::OPEN && status != Status::REFUSED;
    case Kind::CONSULTATION: return status == Status::OBSERVATIONS || status == Status::REFUSED;
    default: return false;
  }
}

std::string_view missing_step(schema::AgreementParty::Reader party, ClearanceStage stage) {
  for (const auto step : party.getClearances())
    if (step.getStage() == stage && !is_obtained(step)) return view(step.getId());
  return {};
}

std::uint32_t last_obtained_on(schema::AgreementText::Reader text) {
  std::uint32_t last = 0;
  for (const auto party : text.getParties()) {
    for (const auto step : party.getClearances())
      if (step.getStage() == ClearanceStage::BEFORE_ENTRY_INTO_FORCE) last = std::max(last, step.getOn());
  }
  return last;
}

Result<void> check_checklists(schema::AgreementDrafted::Reader act) {
  std::set<std::string_view> ids;
  for (const auto party : act.getParties()) {
    for (const auto step : party.getClearances()) {
      if (!ids.insert(view(step.getId())).second)
        return bad(fmt::format("two clearance steps of this draft are called {}; give each an id of its own",
                               quoted(step.getId())));
      if (step.getStage() == ClearanceStage::BEFORE_EXECUTION)
        return bad(
            fmt::format("step {} is to come before an execution, which is a decision's; an agreement's come "
                        "before signature or entry into force",
                        quoted(step.getId())));
      if (step.getParty().size() != 0 && step.getParty() != party.getMember())
        return bad(fmt::format("step {} stands in one party's checklist and names another", quoted(step.getId())));
    }
  }
  return ok();
}

void write_checklist(schema::AgreementDrafted::Party::Reader from, schema::AgreementParty::Builder to) {
  const auto steps = from.getClearances();
  if (steps.size() == 0) return;
  auto list = to.initClearances(steps.size());
  for (unsigned i = 0; i < steps.size(); ++i) {
    list[i].setId(steps[i].getId());
    list[i].setKind(steps[i].getKind());
    list[i].setStage(steps[i].getStage());
    list[i].setSilence(steps[i].getSilence());
    if (steps[i].hasDeadline()) list[i].setDeadline(steps[i].getDeadline());
  }
}

Result<void> agreement_supervised(Context& c, schema::SupervisionRecorded::Reader act, Number agreement) {
  const auto state = c.agreement(agreement);
  JUMELAGE_TRY(const auto text, draft_under_way(c, agreement, state.getDrafts()));
  JUMELAGE_TRY(const StepPlace place, find_step(c, text, agreement, act.getStep()));
  JUMELAGE_TRY(check_signers(c, text, place.party));
  const auto step = text.getParties()[place.party].getClearances()[place.step];
  if (!can_follow(step, act.getEvent())) {
    return Error(Refusal::kImpossible,
                 fmt::format("step {} of {} is {}, so it cannot become \"{}\" now", quoted(act.getStep()),
                             party_name(c, text, place.party), status_text(step.getStatus()),
                             status_text(status_after(act.getEvent()))));
  }
  JUMELAGE_TRY(check_day(c, act, step));
  JUMELAGE_TRY(check_silence(act, step));
  c.update_state(agreement, [&](schema::SubjectRow::Builder row) {
    auto changed = row.getAgreement().getProposed().getParties()[place.party].getClearances()[place.step];
    changed.setStatus(status_after(act.getEvent()));
    changed.setOn(day_of(act.getAt()));
    changed.setAnswerBy(answer_by(act, step));
  });
  return ok();
}

}  // namespace jumelage::governance
