// The questions that commands ask of a ledger, each as one call, with a place in the register that changes from call to
// call.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ledger/snapshot.h"

namespace jumelage::bench {

struct Query {
  std::string name;
  std::function<void(std::uint64_t random)> ask;
};

// Of a ledger with the acts of some mix: its decisions, and its sessions if it has any. `snapshot` must outlive them.
std::vector<Query> queries(const ledger::Snapshot& snapshot);

std::vector<double> query_seconds(const Query& query, std::size_t samples);

}  // namespace jumelage::bench
