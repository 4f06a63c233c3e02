// Findings that no act has cured, as the register at hand knows it.
#pragma once

#include <functional>
#include <string>

#include "projection/query.h"

namespace jumelage::projection {

struct OpenFinding {
  std::uint64_t position = 0;  // of the act that has it
  std::string code;
  std::string text;
  Number subject = 0;  // that it makes irregular; 0: none
  Number cause = 0;    // the decision or delegation whose own state is what is wrong; 0: none
};
using FindingVisitor = std::function<bool(const OpenFinding&)>;  // false: stop

// In the order of the log, of acts at `from` or later. `body` 0: of all; else those about the body and what belongs to
// it, by the query index.
void for_each_open_finding(const Register& reg, Number body, std::uint64_t from, const FindingVisitor& visit);
// Those that make this subject irregular, or are about no subject and of an act on it.
void for_each_open_finding_about(const Register& reg, Number subject, std::uint64_t from, const FindingVisitor& visit);

// The body that a row says its subject belongs to: directly, or by its session. 0: none.
Number body_of(const Register& reg, Number subject, schema::SubjectRow::Reader row);

}  // namespace jumelage::projection
