// What a correction puts right and what follows from it, for people who are about to sign it. The rules compute what
// follows: this only compares what they write with what stood before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/json_output.h"
#include "base/result.h"
#include "cli/table.h"
#include "event/act.h"
#include "governance/effects.h"
#include "governance/history.h"
#include "governance/register.h"

namespace jumelage::tools {

// A field of the act corrected. Empty texts: it is not there.
struct FieldChange {
  std::string field;  // "voteRecorded.ballots[1].choice"
  std::string of;     // whose it is, where it stands in a list: "timbuktu-1"
  std::string was, is;
};

// A vote, a decision, a session or another thing that is not any more what it was.
struct Consequence {
  std::string what;  // "vote 1 on charter", "decision charter-2026 (CCI-2026-001)"
  std::string before, after;
  std::string arithmetic;  // how the rules come to it now, where they count
};

struct CorrectionEffect {
  std::uint64_t target = 0;  // position of the act corrected
  std::vector<FieldChange> changes;
  std::vector<Consequence> consequences;
  std::vector<std::uint64_t> cured;  // positions of acts some finding of which it cures
};

// The act at `position` with every correction of it that has taken effect.
Result<event::Act> as_it_stands(const governance::Register& reg, const governance::History& history,
                                std::uint64_t position);

// The fields that a correction names, given the act as it stands before it.
std::vector<FieldChange> field_changes(schema::RecordCorrected::Reader correction, const event::Act& stands);

// `reg`: before the correction, which would take `position`; `effects`: what the rules make of it.
Result<CorrectionEffect> effect_of_correction(const governance::Register& reg, const governance::History& history,
                                              std::uint64_t position, schema::RecordCorrected::Reader correction,
                                              const governance::Effects& effects);

// "voteRecorded.ballots[1].choice of timbuktu-1: for → against". Not escaped.
std::string change_text(const FieldChange& change);
void add_effect(const CorrectionEffect& effect, cli::Fields& fields);
void write_effect(const CorrectionEffect& effect, JsonOutput& out);  // member "correction"

}  // namespace jumelage::tools
