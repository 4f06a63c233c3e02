#pragma once

#include "event/act.h"

namespace jumelage::tools {

// Does this version have rules for the kind? Without them the act is refused as "not yet supported".
bool has_rules(event::Kind kind);

}  // namespace jumelage::tools
