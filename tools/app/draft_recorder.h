// The way of a draft that was passed round: read, joined with other copies, judged, signed, recorded.
#pragma once

#include <string>

#include "app/draft_file.h"
#include "app/ui.h"
#include "show/draft_sheet.h"

namespace jumelage::tools {

// --join, of the commands that take draft files.
void add_join_option(cli::Command& command);

// The file, with the signatures of the copies that --join names.
Result<DraftFile> read_and_join(const cli::Arguments& arguments, const std::string& file);

// What the ledger of the options says of it; neither judged nor refused when there is none.
Result<RulesSay> ask_rules(const DraftFile& draft, const Ui& ui);

// Signs with the keys that are named. ToolError::kBadDraft when one of them is no signer's, before any passphrase is
// asked for.
Result<void> sign_draft(DraftFile& draft, const cli::Arguments& arguments, const Ui& ui);

// Adds the signatures of --key, if any, and records it. ToolError::kNotSigned while somebody is missing; kNoReason when
// the rules find an irregularity that the draft gives no reason for and nobody accepts (--accept-findings).
Result<int> record_draft(const cli::Arguments& arguments, const Ui& ui, const std::string& file);

}  // namespace jumelage::tools
