#include "ledger/ledger_error.h"

namespace jumelage::ledger {

std::string_view code_name(LedgerError code) {
  switch (code) {
    case LedgerError::kEmpty: return "ledger.empty";
    case LedgerError::kStopping: return "ledger.stopping";
    case LedgerError::kBusy: return "ledger.busy";
    case LedgerError::kClockBehind: return "ledger.clock_behind";
    case LedgerError::kDocumentMissing: return "ledger.document_missing";
    case LedgerError::kDocumentErased: return "ledger.document_erased";
    case LedgerError::kDocumentDiffers: return "ledger.document_differs";
    case LedgerError::kNotPersonal: return "ledger.not_personal";
    case LedgerError::kRefusedTogether: return "ledger.refused_together";
    case LedgerError::kIncomplete: return "ledger.incomplete";
    case LedgerError::kNeedsReopen: return "ledger.needs_reopen";
    case LedgerError::kRulesDisagree: return "ledger.rules_disagree";
    case LedgerError::kDamaged: return "ledger.damaged";
    case LedgerError::kRegisterFault: return "ledger.register_fault";
    case LedgerError::kOutOfRange: return "ledger.out_of_range";
    case LedgerError::kTooMany: return "ledger.too_many";
  }
  return "ledger.unknown";
}

}  // namespace jumelage::ledger
