#include "show/proof.h"

#include <fmt/format.h>

#include "base/hex.h"
#include "merkle/hash.h"
#include "merkle/proof.h"
#include "show/words.h"

namespace jumelage::tools {

Result<Proof> prove(const ledger::Snapshot& snapshot, EntryIndex index) {
  Proof proof{index, snapshot.size(), {}, {}, {}};
  JUMELAGE_TRY(const Bytes entry, snapshot.entry_bytes(index));
  proof.leaf = merkle::leaf_hash(entry);
  JUMELAGE_TRY(proof.root, snapshot.root());
  JUMELAGE_TRY(proof.path, snapshot.inclusion_proof(index, snapshot.size()));
  JUMELAGE_TRY(merkle::verify_inclusion(index, proof.size, proof.leaf, proof.path, proof.root));
  return proof;
}

std::string proof_text(const Proof& proof) {
  return fmt::format("#{} of {}; leaf {} and {} lead to root {}: checked", proof.index.value,
                     counted(proof.size.value, "entry", "entries"), short_hex(proof.leaf.view()),
                     counted(proof.path.size(), "hash", "hashes"), short_hex(proof.root.view()));
}

void write_proof(const Proof& proof, JsonOutput& out) {
  out.object("proof").number("index", proof.index.value).number("size", proof.size.value);
  out.text("leafHash", to_hex(proof.leaf.view())).text("root", to_hex(proof.root.view())).list("inclusion");
  for (const Digest& step : proof.path) out.item(to_hex(step.view()));
  out.end().end();
}

}  // namespace jumelage::tools
