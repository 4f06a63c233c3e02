// Subject kinds and capacities in the words of messages.
#pragma once

#include <string_view>

#include "schema/common.capnp.h"
#include "schema/register.capnp.h"

namespace jumelage::governance {

std::string_view kind_text(schema::SubjectKind kind);       // "rule set"
std::string_view capacity_text(schema::Capacity capacity);  // "holder of the office"

// Why a decision stands where no vote's arithmetic shows it.
std::string_view arithmetic_without_vote(schema::DecisionState::Ground ground);

}  // namespace jumelage::governance
