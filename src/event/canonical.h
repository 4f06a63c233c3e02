// The check that stands between a stranger's bytes and the readers: one pass over the words of a message, guided by
// the plan of its root. What passes is the one canonical encoding of its content (Cap'n Proto, "Canonicalization":
// one segment, preorder, no far pointers, sections truncated, padding zero, every word used once), holds nothing
// that the schema doesn't know, and keeps every rule of schema/annotations.capnp. So it may then be read unchecked.
//
// Every word is looked at once, whatever it says: the time is linear in the size and no stack grows beyond the
// schema's own depth.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "event/event_error.h"
#include "event/plan.h"

namespace jumelage::event {

// `message` begins at a word boundary: the root pointer, then everything else. Errors name the field by its path.
Result<void> check_message(const StructPlan& root, ByteView message);

}  // namespace jumelage::event
