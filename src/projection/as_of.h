// What was true on a day, as the register at hand knows it. Together with a register of an earlier log
// (past_register.h) this answers both questions that can be asked of the past: what was so then, and what was known
// then.
//
// Running out by date is no act: it is computed here, from the dates in the row.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "governance/history.h"
#include "projection/query.h"
#include "schema/act.capnp.h"

namespace jumelage::projection {

// The day from which on an act counts: the one that it names itself, else `effectiveAt`, else `decidedAt`, else the day
// when it was recorded.
std::uint32_t effect_day(schema::Act::Reader act);

// The newest row of the subject whose act counts by that day; the first one counts from the day that a mandate, office
// or decision says itself. None: it did not exist yet. Reads one act for each row that it looks at.
std::optional<RowAt> row_on(const Register& reg, const governance::History& history, Number number, std::uint32_t day);

enum class MandateStanding : std::uint8_t { kNotBegun, kEffective, kImpeded, kEnded };
MandateStanding mandate_on(schema::MandateState::Reader mandate, std::uint32_t day);
std::string_view standing_text(MandateStanding standing);  // "effective"

// Who holds the office on that day, if anybody: 0 before the holder's term, after it, or while it is vacant.
Number office_holder_on(schema::OfficeState::Reader office, std::uint32_t day);

// How a commitment stands on a day: over with its term, whatever was recorded last.
schema::CommitmentChanged::State commitment_on(schema::CommitmentState::Reader commitment, std::uint32_t day);
bool is_before_term(schema::CommitmentState::Reader commitment, std::uint32_t day);
std::string commitment_text(schema::CommitmentState::Reader commitment, std::uint32_t day);  // "not begun", "in force"

// Whether a member can be asked to teach that day.
bool is_open(schema::ExpertiseState::Reader offer, std::uint32_t day);
std::string_view offer_text(schema::ExpertiseState::Reader offer, std::uint32_t day);  // "open", "run out", "withdrawn"

// Whether views can be given that day.
bool is_open(schema::ConsultationState::Reader consultation, std::uint32_t day);
// "not begun", "open", "to be closed", "closed"
std::string_view consultation_text(schema::ConsultationState::Reader consultation, std::uint32_t day);

}  // namespace jumelage::projection
