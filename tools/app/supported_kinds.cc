#include "app/supported_kinds.h"

#include "event/json.h"
#include "governance/memory_register.h"
#include "governance/subjects.h"

namespace jumelage::tools {

// Every kind with rules is about something, and governance/subjects.h knows about what; it knows nothing of the others.
// An erasure alone is about persons whom only its documents name, and here there are none.
bool has_rules(event::Kind kind) {
  if (kind == event::Kind::PERSONAL_DATA_ERASED) return true;
  event::ActBuilder blank;
  capnp::DynamicStruct::Builder act = blank.root();
  for (const auto field : act.getSchema().getUnionFields())
    if (field.getProto().getDiscriminantValue() == static_cast<std::uint16_t>(kind)) act.init(field);
  const governance::MemoryRegister empty;
  return !governance::SubjectIds(empty, blank.root().asReader()).ids().empty();
}

}  // namespace jumelage::tools
