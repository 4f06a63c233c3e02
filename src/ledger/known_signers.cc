#include "ledger/known_signers.h"

#include "base/hex.h"
#include "governance/keys.h"

namespace jumelage::ledger {

bool KnownSigners::knows_all(const event::SealedAct& sealed) {
  for (const event::SignatureView& signature : sealed.signatures()) {
    {
      const std::lock_guard lock(mutex_);
      if (known_.contains(signature.key)) continue;
    }
    if (!look_up(signature.key)) return false;
    const std::lock_guard lock(mutex_);
    if (known_.size() >= kCapacity) known_.clear();
    known_.insert(signature.key);
  }
  return true;
}

// A key's slug is its hexadecimal form (schema/common.capnp), so its name is found where all names are.
bool KnownSigners::look_up(const KeyId& key) const {
  const auto txn = stores_.environment->read();
  if (!txn) return false;
  const auto found = stores_.tables.get(txn.value(), projection::table_id(governance::Table::kNames),
                                        governance::name_key(to_hex(key.view())));
  return found && found.value().has_value();
}

}  // namespace jumelage::ledger
