// A draft that is passed round, in words made from the acts' bytes: what is signed, what the rules say of it, who has
// signed and who has not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/draft_file.h"
#include "app/prepare.h"
#include "app/ui.h"

namespace jumelage::tools {

// What the rules of the ledger that is at hand say of a draft.
struct RulesSay {
  std::optional<std::vector<Prepared>> judged;  // with findings, if there are any
  std::optional<Error> refused;                 // neither: there was no ledger to ask
};

// `full`: every field of every act; otherwise only of a single one.
std::string draft_sheet(const DraftFile& draft, const RulesSay& rules, bool full, const Ui& ui);
// Who signed, who is missing, and the next step with `file`.
std::string draft_state(const DraftFile& draft, const std::string& file, const Ui& ui);

// The same, all of it, as one JSON object.
std::string draft_json(const DraftFile& draft, const RulesSay& rules, const std::string& file);

// After a draft was written to `file`.
std::string draft_result(const DraftFile& draft, const std::string& file, const Ui& ui);

// "cci-chair, cci-secretary": those who have not signed.
std::string missing_text(const DraftFile& draft);

}  // namespace jumelage::tools
