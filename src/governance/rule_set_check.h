// Whether a rule set makes sense at all. Whether it is wise is for the council.
#pragma once

#include "base/result.h"
#include "schema/rules.capnp.h"

namespace jumelage::governance {

// Refused with kBadValue, naming the field.
Result<void> check_rule_set(schema::RuleSet::Reader rules);

}  // namespace jumelage::governance
