// Whom the things that go on name in a part of their own: who leads a project, sponsors a proposal, may decide under a
// delegation, is a party to an agreement.
#pragma once

#include <cstdint>
#include <vector>

#include "projection/query.h"

namespace jumelage::projection {

enum class NamedRole { kLead, kSponsor, kDelegate, kParty };

struct Naming {
  Number who = 0;   // a mandate, member, office or body; 0: nobody in particular
  Number what = 0;  // the thing that names it
};

// Of what can still be acted on: projects that are neither completed nor cancelled, proposals that are open,
// delegations that have not run out on that day, agreements that have not ended. `bodies`: whose proposals and
// delegations.
std::vector<Naming> named_in(const Register& reg, NamedRole role, const std::vector<Number>& bodies, std::uint32_t day);

}  // namespace jumelage::projection
