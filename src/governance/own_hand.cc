#include "governance/own_hand.h"

#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/session_support.h"

namespace jumelage::governance {

Result<void> need_own_hand(Context& c, Number mandate) {
  if (c.roles().holds(mandate)) return ok();
  const bool attested = c.act().getBasis() == schema::Basis::ATTESTED && has_secretary(c, 0) &&
                        c.number_of(view(c.act().getAttestation().getOnBehalfOf())) == mandate;
  if (attested) return ok();
  return Error(Refusal::kSignatureMissing,
               fmt::format("this act needs the signature of the holder of {}, or to be of basis \"attested\" on behalf "
                           "of that mandate",
                           quoted(c, mandate)));
}

}  // namespace jumelage::governance
