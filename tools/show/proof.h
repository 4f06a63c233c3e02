// That an entry is in the log: its leaf hash, and the inclusion proof, checked on the spot.
#pragma once

#include <string>
#include <vector>

#include "app/json_output.h"
#include "app/ui.h"
#include "base/ids.h"
#include "base/result.h"
#include "ledger/snapshot.h"

namespace jumelage::tools {

struct Proof {
  EntryIndex index;
  TreeSize size;
  Digest leaf;
  Digest root;
  std::vector<Digest> path;
};

// merkle.root_mismatch when the proof does not hold: somebody changed the log or the tree.
Result<Proof> prove(const ledger::Snapshot& snapshot, EntryIndex index);

// "#5 of 9 entries; leaf ab12... and 4 hashes lead to root cd34...: checked"
std::string proof_text(const Proof& proof);
void write_proof(const Proof& proof, JsonOutput& out);  // member "proof"

}  // namespace jumelage::tools
