// Values of several parts as people write them in one word on a command line, and the JSON that acts take for them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace jumelage::tools {

// How many decimals an amount in that currency has, by ISO 4217: two but for those that it lists otherwise.
std::size_t decimals_of(std::string_view currency);

// "12000 EUR", "1250.50 MAD": as many decimals as the currency has (ISO 4217), none needed.
Result<std::string> money_json(std::string_view option, std::string_view word);

// "3 years", "1 month", "30 days" (calendar days), "15 clear days", "10 working days", "48 hours".
Result<std::string> period_json(std::string_view option, std::string_view word);

// A clearance step "[PARTY=]ID:KIND:STAGE:AUTHORITY[:DEADLINE[:SILENCE]]", such as
// "es-semara=ma-visa:visa:signature:Governor of the province:30 days:approves".
struct ClearanceWord {
  std::string party;  // empty: of nobody in particular
  std::string id;
  std::string kind;  // this and what follows in the schema's words
  std::string stage;
  std::string authority;
  std::string deadline;  // a Period as JSON; empty: without limit
  std::string silence;
};
Result<ClearanceWord> clearance_of(std::string_view option, std::string_view word);

// A ClearanceStep. In a party's own checklist it names no party.
enum class Checklist { kOfParty, kOfDecision };
std::string step_json(const ClearanceWord& step, Checklist list);

}  // namespace jumelage::tools
