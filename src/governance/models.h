// Rule sets to begin with. Each is a model, not law: ask counsel, change it, and enact the result in the ledger. No
// rule of this program depends on them.
#pragma once

#include <span>
#include <string_view>

#include "schema/rules.capnp.h"

namespace jumelage::governance {

struct Model {
  std::string_view name;         // "simple-majority"
  std::string_view description;  // one line, in English
};

std::span<const Model> models();

// Fills in the whole rule set: the name as its id, version 1, titles, and `model` naming what it was made from. False
// when there is no such model; `into` is then left alone.
bool fill_model(std::string_view name, schema::RuleSet::Builder into);

}  // namespace jumelage::governance
