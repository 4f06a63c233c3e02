// Opening the ledger that the options name, with words for the case that there is none.
#pragma once

#include <memory>

#include "app/ui.h"
#include "base/result.h"
#include "ledger/ledger.h"

namespace jumelage::tools {

// For reading: beside any number of other programs. LedgerError::kEmpty when nothing is founded there yet.
Result<std::unique_ptr<ledger::Ledger>> open_to_read(const Ui& ui);
// The same for what needs only the log: also while the register is not whole, which is then said on standard error.
Result<std::unique_ptr<ledger::Ledger>> open_to_read_log(const Ui& ui);
// For writing: one program at a time.
Result<std::unique_ptr<ledger::Ledger>> open_to_write(const Ui& ui);
// To record acts, for commands with the options of signing: a clock that is behind is said before anybody is asked for
// a passphrase, unless --clock-behind accepts it.
Result<std::unique_ptr<ledger::Ledger>> open_to_record(const cli::Arguments& arguments, const Ui& ui);

}  // namespace jumelage::tools
