// A rule set as a jurist reads it: one sentence for each thing that it settles. Not escaped.
#pragma once

#include <string>
#include <vector>

#include "schema/rules.capnp.h"

namespace jumelage::tools {

struct RuleLine {
  std::string part;   // "quorum", "majority simple": what it belongs to; the lines of a part follow each other
  std::string about;  // "tie": what the sentence settles, once in each part
  std::string text;
};

// Every field that says something is in some line, so that rule sets with the same lines are the same rules.
std::vector<RuleLine> rule_lines(schema::RuleSet::Reader rules);

// What two rule sets do not say in the same words, in the order of the first, then of the second.
struct RuleDifference {
  std::string part;
  std::string about;
  std::string was;  // empty: the first says nothing of it
  std::string is;   // empty: the second says nothing of it
};
std::vector<RuleDifference> rule_differences(schema::RuleSet::Reader first, schema::RuleSet::Reader second);

// "more than half of the votes cast": how much of what.
std::string share_text(schema::Fraction::Reader fraction, bool strict, std::string_view base);
// "15 calendar days"
std::string period_text(schema::Period::Reader period);

}  // namespace jumelage::tools
