// The vote that stands on an item, as acts refer to it.
#pragma once

#include <optional>
#include <string>

#include "app/lookup.h"

namespace jumelage::tools {

struct StandingVote {
  std::string ref;  // an ActRef as JSON
  schema::Outcome announced = schema::Outcome::NOT_ANNOUNCED;
};
// None: the item was not voted on, or adopted by consensus.
std::optional<StandingVote> standing_vote(const Register& reg, Number item);

}  // namespace jumelage::tools
