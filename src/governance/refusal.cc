#include "governance/refusal.h"

#include "base/check.h"

namespace jumelage::governance {

std::string_view code_name(Refusal code) {
  switch (code) {
    case Refusal::kForeignLedger: return "refused.foreign_ledger";
    case Refusal::kDuplicate: return "refused.duplicate";
    case Refusal::kNewerSchema: return "refused.newer_schema";
    case Refusal::kNotFounded: return "refused.not_founded";
    case Refusal::kAlreadyFounded: return "refused.already_founded";
    case Refusal::kUnknownSigner: return "refused.unknown_signer";
    case Refusal::kKeyNotValidHere: return "refused.key_not_valid_here";
    case Refusal::kWrongCapacity: return "refused.wrong_capacity";
    case Refusal::kSignatureMissing: return "refused.signature_missing";
    case Refusal::kUnknownSubject: return "refused.unknown_subject";
    case Refusal::kWrongKind: return "refused.wrong_kind";
    case Refusal::kIdTaken: return "refused.id_taken";
    case Refusal::kSubjectsMismatch: return "refused.subjects_mismatch";
    case Refusal::kSubjectMovedOn: return "refused.subject_moved_on";
    case Refusal::kImpossible: return "refused.impossible";
    case Refusal::kBadValue: return "refused.bad_value";
    case Refusal::kTimeImpossible: return "refused.time_impossible";
    case Refusal::kNumberTaken: return "refused.number_taken";
    case Refusal::kDocumentUnknown: return "refused.document_unknown";
    case Refusal::kNotErasable: return "refused.not_erasable";
    case Refusal::kWitnessRule: return "refused.witness_rule";
    case Refusal::kChangesNothing: return "refused.changes_nothing";
  }
  JUMELAGE_CHECK(false, "a refusal without a name");
}

}  // namespace jumelage::governance
