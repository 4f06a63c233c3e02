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

// The term that a day falls into. By its text an agreement that renews itself goes on after its last day, term after
// term, until a party gives notice; that is still to be recorded, and the row keeps the last day that is.
struct RunningTerm {
  std::uint32_t until = 0;    // its last day; 0: without an end, or not in force yet
  std::uint32_t renewed = 0;  // the first day of the first term that is not recorded; 0: all are
};
RunningTerm running_term(schema::AgreementState::Reader agreement, std::uint32_t day);

// How it stands on a day: "in force", "expired"; "in force, renewed tacitly" after a term whose renewal is not
// recorded.
std::string state_text(schema::AgreementState::Reader agreement, std::uint32_t day);

// "timbuktu", or "party-2" for an outside one.
std::string party_of(const Register& reg, schema::AgreementText::Reader text, unsigned place);

}  // namespace jumelage::projection
