// What the rules of projects have in common.
#pragma once

#include <string>

#include "governance/context.h"

namespace jumelage::governance {

std::string_view status_text(schema::ProjectState::Status status);  // "suspended"

// The lead: the mandate itself; while it is impeded, an alternate of it; or an act attested for the leading member.
// Where nobody answers for the project any more, anyone of the leading member may still report, and a secretary alone
// where that member has left: it will be found that they are not the lead.
Result<void> need_lead(Context& c, Number project);

// A finding where nobody answers for the project on the day of the act. True: somebody does.
bool find_lead(Context& c, Number project);

// A mandate that can lead for that member from that day on: kBadValue, kImpossible.
Result<void> check_lead(Context& c, Number lead, Number member, std::uint32_t from);

// A project carries out a decision and an agreement only where they are in force. Findings about the project.
Result<void> find_no_ground(Context& c, Number agreement, Number decision, Number project, std::uint32_t day);

// What makes a project irregular: that it was launched or resumed without its ground, or that nobody answered for it.
inline bool is_unsettled(schema::ProjectState::Reader project) {
  return project.getUnsettledGround() != 0 || project.getUnsettledLead().size() != 0;
}

}  // namespace jumelage::governance
