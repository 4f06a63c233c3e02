#include "projection/as_of.h"

#include "event/act.h"
#include "governance/dates.h"

namespace jumelage::projection {

std::uint32_t effect_day(schema::Act::Reader act) {
  if (act.isMandateChanged()) return act.getMandateChanged().getFrom();
  if (act.isOfficeChanged()) return act.getOfficeChanged().getFrom();
  if (act.isCommitmentChanged()) return act.getCommitmentChanged().getFrom();
  if (act.hasEffectiveAt()) return governance::day_of(act.getEffectiveAt());
  return governance::decision_day(act);
}

namespace {

// The first day of what says so itself, whenever it was recorded; no day of any calendar for what does not.
std::uint32_t own_first_day(schema::SubjectRow::Reader row) {
  switch (row.which()) {
    case schema::SubjectRow::MANDATE: return row.getMandate().getFrom();
    case schema::SubjectRow::OFFICE: return row.getOffice().getFrom();
    case schema::SubjectRow::DECISION: return row.getDecision().getDate();
    default: return UINT32_MAX;
  }
}

std::uint32_t effect_day_at(const governance::History& history, std::uint64_t position) {
  const auto act = event::Act::parse(history.act(position));
  if (!act) throw governance::RegisterFault("the log holds an act that cannot be read");
  return effect_day(act.value().reader());
}

}  // namespace

std::optional<RowAt> row_on(const Register& reg, const governance::History& history, Number number, std::uint32_t day) {
  for (auto row = row_at(reg, number); row;) {
    if (effect_day_at(history, row->position) <= day) return row;
    auto earlier = row_at(reg, number, row->position);
    if (!earlier && own_first_day(**row) <= day) return row;
    row = std::move(earlier);
  }
  return std::nullopt;
}

MandateStanding mandate_on(schema::MandateState::Reader mandate, std::uint32_t day) {
  using Status = schema::MandateState::Status;
  if (day < mandate.getFrom()) return MandateStanding::kNotBegun;
  if (!governance::in_term(mandate.getFrom(), mandate.getUntil(), day)) return MandateStanding::kEnded;
  if (mandate.getStatus() == Status::IMPEDED) return MandateStanding::kImpeded;
  // One that ended keeps its last day, unless it ended with its member's membership.
  const bool over = mandate.getStatus() == Status::ENDED &&
                    (mandate.getUntil() == 0 || mandate.getReason() == schema::MandateChanged::Reason::MEMBER_LEFT);
  return over ? MandateStanding::kEnded : MandateStanding::kEffective;
}

std::string_view standing_text(MandateStanding standing) {
  switch (standing) {
    case MandateStanding::kNotBegun: return "not begun";
    case MandateStanding::kEffective: return "effective";
    case MandateStanding::kImpeded: return "impeded";
    case MandateStanding::kEnded: return "ended";
  }
  return "unknown";
}

Number office_holder_on(schema::OfficeState::Reader office, std::uint32_t day) {
  return governance::in_term(office.getFrom(), office.getUntil(), day) ? office.getHolder() : 0;
}

schema::CommitmentChanged::State commitment_on(schema::CommitmentState::Reader commitment, std::uint32_t day) {
  const bool run_out = commitment.getUntil() != 0 && commitment.getUntil() < day;
  return run_out ? schema::CommitmentChanged::State::ENDED : commitment.getStatus();
}

bool is_before_term(schema::CommitmentState::Reader commitment, std::uint32_t day) {
  return day < commitment.getFrom();
}

std::string commitment_text(schema::CommitmentState::Reader commitment, std::uint32_t day) {
  using Standing = schema::CommitmentChanged::State;
  if (is_before_term(commitment, day)) return "not begun";
  switch (commitment_on(commitment, day)) {
    case Standing::IN_FORCE: return "in force";
    case Standing::SUSPENDED: return "suspended";
    case Standing::ENDED: return "ended";
    case Standing::RESERVED: return "in force under a reservation";
  }
  return "unknown";
}

bool is_open(schema::ExpertiseState::Reader offer, std::uint32_t day) {
  return !offer.getWithdrawn() && governance::in_term(0, offer.getUntil(), day);
}

std::string_view offer_text(schema::ExpertiseState::Reader offer, std::uint32_t day) {
  if (offer.getWithdrawn()) return "withdrawn";
  return is_open(offer, day) ? "open" : "run out";
}

bool is_open(schema::ConsultationState::Reader consultation, std::uint32_t day) {
  return consultation.getClosedAt() == 0 && governance::in_term(consultation.getFrom(), consultation.getUntil(), day);
}

std::string_view consultation_text(schema::ConsultationState::Reader consultation, std::uint32_t day) {
  if (consultation.getClosedAt() != 0) return "closed";
  if (day < consultation.getFrom()) return "not begun";
  return is_open(consultation, day) ? "open" : "to be closed";
}

}  // namespace jumelage::projection
