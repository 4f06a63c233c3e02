// Agendas, as calls and amendments state them.
#pragma once

#include <vector>

#include "governance/context.h"

namespace jumelage::governance {

// Proposals of that body, each once, that are free to be on it: an item is on one agenda at a time, until it is decided
// or ended for good. Those of `session` are on it already; 0: a new session. Refused otherwise.
Result<std::vector<Number>> read_agenda(Context& c, capnp::List<capnp::Text>::Reader ids, Number body,
                                        Number session = 0);

// The item comes onto that session's agenda: back to tabled where an earlier session had put it off.
void place_on_agenda(Context& c, Number item, Number session);

void write_agenda(schema::SessionState::Builder state, const std::vector<Number>& agenda);

}  // namespace jumelage::governance
