// Decisions found by what people look for. Answers from the query index, so the number of decisions in the register
// does not matter to what a page costs; each is looked at before it is given out.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "projection/index.h"
#include "projection/query.h"

namespace jumelage::projection {

struct DecisionFilter {
  Number body = 0;  // 0: any
  std::uint32_t from = 0;
  std::uint32_t to = UINT32_MAX;      // days when they were taken, both included
  std::optional<std::string> matter;  // scheme, colon, code
  std::optional<std::string> theme;
  std::optional<schema::Outcome> outcome;                 // as announced
  std::optional<schema::DecisionState::Status> standing;  // on the day that is looked at
  bool irregular = false;                                 // only those
};

// The row of a decision at the time that is looked at; none: it was not there.
using StateOf = std::function<std::optional<RowAt>(Number)>;

// In the order of their days, from `after` on if that is not 0, until `visit` returns false. `day`: on which it is
// asked where they stand.
void for_each_decision(const Register& reg, const DecisionFilter& filter, std::uint32_t day, const StateOf& state_of,
                       Number after, Direction direction, const std::function<bool(Number)>& visit);

}  // namespace jumelage::projection
