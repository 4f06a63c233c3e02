// Documents that name a person: erasable, salted, and known by the person they belong to.
#pragma once

#include "governance/context.h"

namespace jumelage::governance {

// Registers a new personal document as that person's. Refused with kBadValue when it isn't personal, isn't erasable
// or is registered already.
Result<void> enter_personal_document(Context& c, schema::DocumentRef::Reader document, Number person);

}  // namespace jumelage::governance
