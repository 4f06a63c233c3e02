#include "app/supported_kinds.h"

#include "event/json.h"
#include "governance/memory_register.h"
#include "governance/subjects.h"

namespace jumelage::tools {

// Kinds with rules are about something, and governance/subjects.h knows about what; it knows nothing of the others.
// Some are about a root or a document, which are no subjects; or about what only the log tells, and here there is none.
bool has_rules(event::Kind kind) {
  using enum event::Kind;
  if (kind == PERSONAL_DATA_ERASED || kind == CHECKPOINT_ANCHORED || kind == RECORD_CORRECTED ||
      kind == VISIBILITY_CHANGED)
    return true;
  event::ActBuilder blank;
  capnp::DynamicStruct::Builder act = blank.root();
  for (const auto field : act.getSchema().getUnionFields())
    if (field.getProto().getDiscriminantValue() == static_cast<std::uint16_t>(kind)) act.init(field);
  const governance::MemoryRegister empty;
  return !governance::SubjectIds(empty, blank.root().asReader()).ids().empty();
}

}  // namespace jumelage::tools
