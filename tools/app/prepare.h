// Acts written by people, made complete and judged before anything is signed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/correction_effect.h"
#include "app/new_document.h"
#include "app/signing.h"
#include "base/clock.h"
#include "base/result.h"
#include "event/act.h"
#include "governance/effects.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

// An act as JSON, references resolved.
struct Draft {
  std::string json;
  std::string where;  // "act 3 of the file" for messages; empty when there is only one
};

struct Prepared {
  event::Act act;
  std::vector<governance::Finding> findings;
  std::optional<governance::AssignedNumber> number;
  std::optional<CorrectionEffect> correction = {};  // of an act that corrects another
};

// Each is judged as if those before it were recorded already, and `documents` stored. The first that would be refused
// ends it.
// `reason`: set as overrideReason in every live act that would raise findings and gives no reason itself.
Result<std::vector<Prepared>> prepare(const ledger::Snapshot& snapshot, const std::vector<Draft>& drafts,
                                      const std::vector<NewDocument>& documents, const std::vector<Signatory>& signers,
                                      const std::optional<std::string>& reason);

// The same of acts that are fixed already, such as those of a draft that is passed round.
Result<std::vector<Prepared>> judge_acts(const ledger::Snapshot& snapshot, const std::vector<event::Act>& acts,
                                         const std::vector<NewDocument>& documents);

// The keys that a founding act enrols besides the founders' own: all of them sign it. They are found in the folder by
// their ids; those that are not there sign elsewhere, or are an error.
enum class AbsentKeys { kRefuse, kSignElsewhere };
Result<std::vector<Signatory>> key_holders(const std::string& payload, const std::vector<Signatory>& founders,
                                           const KeyFolder& folder, AbsentKeys absent = AbsentKeys::kRefuse);

// The founding act, from the JSON of its payload, for a ledger that does not exist yet. `holders` sign to show that
// they hold the other keys that it enrols. `folder`: where the ledger is going to be.
Result<Prepared> prepare_founding(const std::string& payload, const std::filesystem::path& folder,
                                  const std::vector<NewDocument>& documents, const std::vector<Signatory>& founders,
                                  const std::vector<Signatory>& holders, const std::optional<std::string>& reason);

// A founding act that is fixed already, such as that of a draft.
Result<Prepared> judge_founding(event::Act act, const std::filesystem::path& folder,
                                const std::vector<NewDocument>& documents);

// A live act with findings whose author has not said why to go on.
bool needs_reason(const Prepared& prepared);

}  // namespace jumelage::tools
