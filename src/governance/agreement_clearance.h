// The checklists of an agreement: what each party must obtain at home, and what became of each step.
#pragma once

#include <optional>
#include <string>

#include "governance/agreement_state.h"

namespace jumelage::governance {

using ClearanceStage = schema::ClearanceStep::Stage;

// Whether what waits for the step may go on. A transmission is done once the text is sent, unless it was refused; a
// consultation once there is any opinion; a visa or an approval must be given, be it by silence.
bool is_obtained(schema::AgreementClearance::Reader step);

// The id of the first step of that stage that the party has not obtained; empty: it has them all.
std::string_view missing_step(schema::AgreementParty::Reader party, ClearanceStage stage);

// The day when the last step before the entry into force was obtained; 0: there is none such.
std::uint32_t last_obtained_on(schema::AgreementText::Reader text);

// Refused with kBadValue: an id twice in one draft, a stage that is a decision's, a step of somebody else.
Result<void> check_checklists(schema::AgreementDrafted::Reader act);
void write_checklist(schema::AgreementDrafted::Party::Reader from, schema::AgreementParty::Builder to);

// The agreement's half of SupervisionRecorded: what happened with a step of the draft under way.
Result<void> agreement_supervised(Context& c, schema::SupervisionRecorded::Reader act, Number agreement);

}  // namespace jumelage::governance
