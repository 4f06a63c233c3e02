// What a change to a decision means for the decision itself and for everything that rests on it. A decision has effects
// on others (it amends and repeals) only while it is executory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "governance/context.h"
#include "governance/decision_standing.h"

namespace jumelage::governance {

using DecisionChange = std::function<void(schema::SubjectRow::Builder)>;

// The day on which an act is recorded: rows say where a decision stands on that day.
std::uint32_t row_day(const Context& c);

// Writes a new decision: `fill` gets an empty row and inits it; where it stands is filled in. `day`: from when on it
// has its effects on others, if it is executory at once.
void put_decision(Context& c, Number decision, std::uint32_t day, const DecisionChange& fill);
// The act is about this decision, and changes it.
void update_decision(Context& c, Number decision, const DecisionChange& change);

// What a decision rests on, as the vote that stands has it.
struct DecisionBasis {
  schema::Outcome computed = schema::Outcome::NOT_ANNOUNCED;
  bool vote_irregular = false;
  std::uint64_t vote = 0;
  std::uint16_t round = 0;
  std::function<std::string()> arithmetic;  // in words, for findings
};
// What is wrong with a decision announced as that, judged by what it rests on.
void find_against_basis(Context& c, schema::Outcome announced, bool imported, const DecisionBasis& basis,
                        Number decision);
// What it rests on was recorded anew, or corrected: its findings about that are cured and found again, and whatever
// rests on the decision follows. The act is about the item, so the decision changes as a consequence.
void rejudge_decision(Context& c, Number decision, const DecisionBasis& basis);

// Findings about the decisions that a new one names, where it cannot have its effect on them. They make nothing
// irregular: the effect alone is missing.
void find_unreachable(Context& c, schema::DecisionRecorded::Reader act, Number body);

}  // namespace jumelage::governance
