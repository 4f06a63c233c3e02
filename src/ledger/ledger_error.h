#pragma once

#include <cstdint>
#include <string_view>

namespace jumelage::ledger {

enum class LedgerError : std::uint8_t {
  kEmpty,            // nothing is founded in that folder yet
  kStopping,         // the ledger is closing; nothing was recorded
  kBusy,             // the register is being made again; nothing was recorded, try again when it is done
  kClockBehind,      // the last entry's time is far ahead of this machine's clock
  kDocumentMissing,  // an act names a document that is not kept here
  kDocumentErased,   // an act erased this document: its bytes are not stored again
  kDocumentDiffers,  // an act gives a document another size than it has
  kNotPersonal,      // an act names a person by a document without salt, or says the name itself
  kRefusedTogether,  // in order by itself, but submitted together with an act that was refused: nothing was recorded
  kIncomplete,       // the register does not stand at the end of the log: a rebuild was interrupted
  kNeedsReopen,      // a rebuild or truncation failed half-way: nothing is taken until the ledger is opened again
  kRulesDisagree,    // the rules of this version judge a recorded act otherwise than when it was recorded
  kDamaged,          // log, tree and tables do not agree
  kRegisterFault,    // the tables cannot be read
  kOutOfRange,       // no such position
  kTooMany,          // more acts at once than the queue holds
};
std::string_view code_name(LedgerError code);  // "ledger.damaged"

}  // namespace jumelage::ledger
