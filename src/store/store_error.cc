#include "store/store_error.h"

namespace jumelage::store {

std::string_view code_name(StoreError code) {
  switch (code) {
    case StoreError::kNoLedger: return "store.no_ledger";
    case StoreError::kExists: return "store.exists";
    case StoreError::kLocked: return "store.locked";
    case StoreError::kAlreadyOpen: return "store.already_open";
    case StoreError::kUnknownFormat: return "store.unknown_format";
    case StoreError::kReadOnly: return "store.read_only";
    case StoreError::kTooManyReaders: return "store.too_many_readers";
    case StoreError::kUnreadable: return "store.unreadable";
    case StoreError::kDamaged: return "store.damaged";
    case StoreError::kOutOfOrder: return "store.out_of_order";
    case StoreError::kTooLarge: return "store.too_large";
    case StoreError::kNotFound: return "store.not_found";
    case StoreError::kNoSpace: return "store.no_space";
    case StoreError::kWriteFailed: return "store.write_failed";
    case StoreError::kOutcomeUnknown: return "store.outcome_unknown";
    case StoreError::kNeedsReopen: return "store.needs_reopen";
  }
  return "store.unknown";
}

}  // namespace jumelage::store
