// What an agreement still waits for, as of a day: who is to approve or sign, what a party must obtain at home, what has
// to be recorded again.
#pragma once

#include <string>
#include <vector>

#include "governance/agreement_state.h"
#include "projection/query.h"

namespace jumelage::projection {

// A sentence each, for people; none: nothing.
std::vector<std::string> waits_for(const Register& reg, schema::AgreementState::Reader agreement, std::uint32_t day);

// The text that matters now: the one in force, else the draft under way.
schema::AgreementText::Reader text_of(schema::AgreementState::Reader agreement);

// "timbuktu", or "party-2" for an outside one.
std::string party_of(const Register& reg, schema::AgreementText::Reader text, unsigned place);

}  // namespace jumelage::projection
