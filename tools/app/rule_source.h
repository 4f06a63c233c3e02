// Rule sets by the words that people use for them:
//   "cci-rules"           the newest version of a rule set of the ledger
//   "cci-rules@1"         that version
//   "model:simple-majority"  a model that the program brings along
//   "file:rules.json"     a file with a rule set in its JSON form
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/lookup.h"
#include "base/result.h"
#include "event/seal.h"
#include "schema/rules.capnp.h"

namespace jumelage::tools {

// A rule set by itself, of no ledger's register.
class RuleSetValue {
 public:
  RuleSetValue();
  schema::RuleSet::Builder builder() { return act_->root().getRuleSetEnacted().getRuleSet(); }
  schema::RuleSet::Reader reader() const { return act_->root().asReader().getRuleSetEnacted().getRuleSet(); }
  std::string json() const;

 private:
  std::unique_ptr<event::ActBuilder> act_;  // the memory that it is in: of the act that would enact it
};

// Strictly read, and checked to be a rule set that could be enacted. `where` names it in messages.
Result<RuleSetValue> rule_set_from_json(std::string_view json, std::string_view where);

// Does the word stand for a rule set of the ledger?
bool is_of_ledger(std::string_view word);
// What `word` names. `reg` may be null when it is not of the ledger. ToolError::kNotFound, kUsage.
Result<RuleSetValue> rules_of(const Register* reg, std::string_view word);

// A version of a rule set of the ledger.
struct RuleVersion {
  std::uint64_t enacted = 0;  // the position of the act
  projection::RowAt row;
  schema::RuleSet::Reader rules() const { return (*row).getRuleSet(); }
};
// The newest first.
std::vector<RuleVersion> rule_versions(const Register& reg, Number number);

}  // namespace jumelage::tools
