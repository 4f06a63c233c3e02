// What a person sees before signing and after recording.
#pragma once

#include <string>
#include <vector>

#include "app/json_output.h"
#include "app/prepare.h"
#include "app/ui.h"
#include "ledger/recorded.h"

namespace jumelage::tools {

// What the rules find in an act that is not recorded yet.
void add_findings(const std::vector<governance::Finding>& findings, cli::Fields& fields);
void write_findings(const std::vector<governance::Finding>& findings, JsonOutput& out);  // member "findings"

// Each act in a sentence, who signs it, what the rules find; and each file that goes in with them, with who may read
// it: a file that an act names is given to everybody unless the act says otherwise.
std::string preview(const std::vector<Prepared>& acts, const std::vector<NewDocument>& documents, const Ui& ui);

// "Nothing was recorded", or the acts with their findings, and the files, as JSON.
std::string dry_run_result(const std::vector<Prepared>& acts, const std::vector<NewDocument>& documents, const Ui& ui);

// Place, number and time of each act that was recorded.
std::string recorded_result(const std::vector<Prepared>& acts, const std::vector<ledger::Answer>& answers,
                            const Ui& ui);

// Of a founding act that was just recorded: where the ledger is, and its id.
std::string founded_result(const ledger::Recorded& recorded, const LedgerId& id, const Ui& ui);

}  // namespace jumelage::tools
