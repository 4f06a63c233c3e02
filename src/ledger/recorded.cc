#include "ledger/recorded.h"

#include <fmt/format.h>

#include "ledger/ledger_error.h"
#include "store/store_error.h"

namespace jumelage::ledger {

bool may_be_recorded(const Error& answer) {
  return answer.is(store::StoreError::kOutcomeUnknown) || answer.is(store::StoreError::kNeedsReopen) ||
         answer.is(LedgerError::kNeedsReopen) || answer.is(LedgerError::kStopping) ||
         answer.is(LedgerError::kRegisterFault);
}

std::vector<Answer> refused_together(std::size_t count, std::size_t place, const Error& why) {
  const Error others(LedgerError::kRefusedTogether,
                     fmt::format("nothing was recorded, because act {} of those submitted together was refused: {}",
                                 place + 1, why.message()));
  std::vector<Answer> answers(count, others);
  answers[place] = why;
  return answers;
}

}  // namespace jumelage::ledger
