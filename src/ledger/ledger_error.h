#pragma once

#include <cstdint>
#include <string_view>

namespace jumelage::ledger {

enum class LedgerError : std::uint8_t {
  kEmpty,            // nothing is founded in that folder yet
  kStopping,         // the ledger is closing; nothing was recorded
  kDocumentMissing,  // an act names a document that is not kept here
  kRulesDisagree,    // the rules of this version judge a recorded act otherwise than when it was recorded
  kDamaged,          // log, tree and tables do not agree
  kRegisterFault,    // the tables cannot be read
  kOutOfRange,       // no such position
  kTooMany,          // more acts at once than the queue holds
};
std::string_view code_name(LedgerError code);  // "ledger.damaged"

}  // namespace jumelage::ledger
