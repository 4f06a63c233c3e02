// What can happen to a store, and what it means for the data.
#pragma once

#include <string_view>

#include "base/error.h"

namespace jumelage::store {

enum class StoreError {
  kNoLedger,        // nothing (or nothing complete) was ever created in that folder
  kExists,          // asked to create where there is a ledger already
  kLocked,          // another process has it open for writing
  kAlreadyOpen,     // this very process has it open already
  kUnknownFormat,   // made by a newer (or an unrelated) program
  kReadOnly,        // a write was asked of an environment opened for reading
  kTooManyReaders,  // every reader slot is taken
  kUnreadable,      // the folder or file cannot be opened or read
  kDamaged,         // what was read is not what was written; evidence, never a crash
  kOutOfOrder,      // an append that is not the next index
  kTooLarge,        // a key, value, entry or document above its documented bound
  kNotFound,        // no such document
  kNoSpace,         // certainly not recorded; writing goes on when there is room again
  kWriteFailed,     // certainly not recorded; no more writing until reopened
  kOutcomeUnknown,  // recorded or not, only reopening can tell; no more writing until then
  kNeedsReopen,     // refused because of an earlier failed commit
};
std::string_view code_name(StoreError code);

}  // namespace jumelage::store
