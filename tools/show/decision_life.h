// The later life of a decision: what must still be obtained, what it does to other decisions, and they to it.
#pragma once

#include <string_view>

#include "app/json_output.h"
#include "app/lookup.h"
#include "cli/table.h"

namespace jumelage::tools {

// Where it stands on a day, for people. Of a decision that was imported nothing is claimed.
std::string_view standing_words(schema::DecisionState::Reader state, bool irregular, std::uint32_t day);

void add_later_life(const Register& reg, Number decision, schema::DecisionState::Reader state, std::uint32_t day,
                    cli::Fields& fields);
void write_later_life(const Register& reg, Number decision, schema::DecisionState::Reader state, JsonOutput& out);

}  // namespace jumelage::tools
