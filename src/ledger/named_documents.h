// Whether the documents that an act registers are what it says of them: here, of that size, and salted where a person
// is named.
#pragma once

#include <span>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"
#include "governance/effects.h"
#include "schema/act.capnp.h"
#include "store/documents.h"

namespace jumelage::ledger {

// On its way into the store.
struct ComingDocument {
  Digest digest;
  ByteView content;
};

// `effects` are those of `act`. A document comes before the act that names it, so that no act on disk can point at
// bytes that never were; and with the size that the act signs, because what is registered once cannot be said otherwise
// later. What the act itself erases need not be there. Errors: kDocumentMissing, kDocumentDiffers, kNotPersonal, the
// store's.
Result<void> check_named_documents(const governance::Effects& effects, schema::Act::Reader act,
                                   const store::Documents& kept, std::span<const ComingDocument> coming = {});

}  // namespace jumelage::ledger
