// What the rules found wrong with recorded acts, from the register.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/json_output.h"
#include "app/ui.h"
#include "governance/register.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

struct ShownFinding {
  std::string code;
  std::string text;
  std::uint64_t cured_at = 0;  // log position; governance::kNever: not cured
  bool is_cured() const;
};

// Of the act at a log position, in the order in which they were found.
std::vector<ShownFinding> findings_at(const governance::Register& reg, std::uint64_t position);

// The same; none where there is no whole register to read them from.
std::vector<ShownFinding> findings_at(const ledger::Snapshot& snapshot, std::uint64_t position);

// Of all acts on a subject: those that are not cured.
std::vector<ShownFinding> open_findings(const governance::Register& reg, const std::vector<std::uint64_t>& positions);

// Of another authority's acts: the same without the cures in their texts, as nobody here can vote there again.
std::vector<ShownFinding> without_cures(std::vector<ShownFinding> findings);
std::string text_without_cure(std::string_view code, std::string text);

// A field each, so that they line up with what stands above them.
void add_findings(const std::vector<ShownFinding>& findings, cli::Fields& fields);
void write_findings(const std::vector<ShownFinding>& findings, JsonOutput& out);  // member "findings"

}  // namespace jumelage::tools
