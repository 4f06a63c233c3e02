// Exceptions in words and as errors.
#pragma once

#include <exception>
#include <optional>
#include <string>

#include "base/error.h"

namespace jumelage::ledger {

// LedgerError::kRegisterFault for what the register's tables and rows throw when they are damaged; nothing for any
// other exception. Queries throw where the writer and the rules have their own guard (docs/architecture.md, Faults).
std::optional<Error> register_fault(const std::exception_ptr& thrown);

// What an exception says of itself: for errors of work that another thread did.
std::string words_of(const std::exception_ptr& thrown);

}  // namespace jumelage::ledger
