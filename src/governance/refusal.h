// Why an act is refused: it is not authentic, makes no sense, or is impossible where things stand. What merely
// breaks a rule of the council is no refusal but a Finding.
#pragma once

#include <cstdint>
#include <string_view>

namespace jumelage::governance {

enum class Refusal : std::uint8_t {
  kForeignLedger,     // the act names another ledger
  kDuplicate,         // the log has it already
  kNewerSchema,       // made by a newer version: upgrade needed
  kNotFounded,        // the first act of a ledger must found it
  kAlreadyFounded,    // and no other may
  kUnknownSigner,     // a key that nobody enrolled
  kKeyNotValidHere,   // a key not valid yet, or revoked, at this position
  kWrongCapacity,     // the signer does not hold what they sign as
  kSignatureMissing,  // someone whose signature this kind of act needs has not signed
  kUnknownSubject,    // an id that nothing has
  kWrongKind,         // an id that something else has
  kIdTaken,           // an id that is used already
  kSubjectsMismatch,  // the subjects listed are not those that the act is about
  kSubjectMovedOn,    // the log holds a newer act on the subject than its author had seen
  kImpossible,        // not possible in the present state: a vote in a session that is not open
  kBadValue,          // a value that makes no sense
  kTimeImpossible,    // recorded or decided in the future, or before what it depends on
  kNumberTaken,       // a session number out of sequence
  kDocumentUnknown,   // a document that is not kept here
  kNotErasable,       // a document that was not registered as erasable
  kWitnessRule,       // witnesses or administrators fewer than their quorum
  kChangesNothing,    // a correction after which the record says what it says already
};
std::string_view code_name(Refusal code);  // "refused.foreign_ledger"

}  // namespace jumelage::governance
