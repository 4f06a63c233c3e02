// The documents beside the log, as the log has them: which may be stored, which are named, which are to be destroyed.
#pragma once

#include <vector>

#include "ledger/stores.h"

namespace jumelage::ledger {

// Stores a document unless an act has erased it: kDocumentErased. kIncomplete while the register is being made again.
// What is about to be stored is written down first, so that whatever interrupts it, the next opening for writing takes
// away what it left. Once this returns well the document stays, named by an act or not.
Result<Digest> keep_document(Stores& stores, ByteView content);

// The same for documents of acts that are about to be submitted, but they stay written down: unless an act registers
// them, the next opening for writing takes them away. Returns those that were not there before. On an error none stays.
Result<std::vector<Digest>> bring_documents(Stores& stores, const std::vector<ByteView>& contents);

// Takes away, of `digests`, what was brought and no act registered; what cannot be removed is tried again at the next
// opening. Nothing can be registered meanwhile.
Result<void> take_back_documents(Stores& stores, const std::vector<Digest>& digests);

// At opening for writing: the same for all that a process left behind that ended half-way, or did not wait for its
// answers.
Result<void> finish_bringing(Stores& stores);

// Before the log is cut: what was brought and registered stays, whatever becomes of the act.
Result<void> forget_registered(Stores& stores);

// An act in the log registered this document. kIncomplete; the store's.
Result<bool> is_registered(const Stores& stores, const Digest& digest);

// Writes down, in the transaction that records their erasure, what is to be destroyed once that is committed.
Result<void> note_erasures(const Stores& stores, store::WriteTransaction& txn, const std::vector<Digest>& digests);

// Destroys what was written down and strikes off what is gone, also after a crash or a failing disk came between. Those
// that could not be destroyed: one of them keeps none of the others, and each is tried again at the next call.
Result<std::vector<Digest>> finish_erasures(Stores& stores);

}  // namespace jumelage::ledger
