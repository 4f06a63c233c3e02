// What an agreement, project or the like is called: its title stands in the act that made it, and the register says
// which that is.
#pragma once

#include <string>

#include "ledger/snapshot.h"
#include "schema/act.capnp.h"

namespace jumelage::tools {

// The title in one language; empty where that act gives none. Not escaped.
std::string title_in(schema::Act::Reader act);
Result<std::string> title_at(const ledger::Snapshot& snapshot, std::uint64_t position);

}  // namespace jumelage::tools
