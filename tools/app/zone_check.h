// A time says how far its wall clock is ahead of UTC, and may name its zone: the two are held together before anybody
// signs. The rules cannot do so: zones change, and the register must not depend on a machine's list of them.
#pragma once

#include "base/result.h"
#include "schema/act.capnp.h"

namespace jumelage::tools {

// ToolError::kZoneDiffers: by this machine's zone database the clocks in that zone showed another time. Nothing is said
// of a zone that the machine does not know, or of a time that is only a day.
Result<void> check_zones(schema::Act::Reader act);

}  // namespace jumelage::tools
