// The documents beside the log, as the log has them: which may be stored, which are named, which are to be destroyed.
#pragma once

#include <vector>

#include "ledger/stores.h"

namespace jumelage::ledger {

// Stores a document unless an act has erased it: kDocumentErased. kIncomplete while the register is being made again.
Result<Digest> keep_document(const Stores& stores, ByteView content);

// An act in the log registered this document. kIncomplete; the store's.
Result<bool> is_registered(const Stores& stores, const Digest& digest);

// Writes down, in the transaction that records their erasure, what is to be destroyed once that is committed.
Result<void> note_erasures(const Stores& stores, store::WriteTransaction& txn, const std::vector<Digest>& digests);

// Destroys what was written down and strikes off what is gone, also after a crash or a failing disk came between. Those
// that could not be destroyed: one of them keeps none of the others, and each is tried again at the next call.
Result<std::vector<Digest>> finish_erasures(Stores& stores);

}  // namespace jumelage::ledger
