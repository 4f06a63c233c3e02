#include "ledger/thrown.h"

#include <fmt/format.h>
#include <kj/exception.h>

#include "governance/register.h"
#include "ledger/ledger_error.h"

namespace jumelage::ledger {
namespace {

Error unreadable(std::string_view why) {
  return {LedgerError::kRegisterFault, fmt::format("the register cannot be read: {}", why)};
}

}  // namespace

std::optional<Error> register_fault(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const governance::RegisterFault& fault) {
    return unreadable(fault.what());
  } catch (const kj::Exception& fault) {
    return unreadable(fmt::format("one of its rows is damaged ({})", fault.getDescription().cStr()));
  } catch (...) {
    return std::nullopt;
  }
}

std::string words_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& fault) {
    return fault.what();
  } catch (...) {
    return "a fault of an unknown kind";
  }
}

}  // namespace jumelage::ledger
