// Keys that the register has met. A signature by any other is not worth checking: the rules will refuse the act.
#pragma once

#include <mutex>
#include <unordered_set>

#include "event/sealed.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

// Thread-safe. Remembers at most kCapacity keys; whether one is valid at a position is for the rules.
class KnownSigners {
 public:
  static constexpr std::size_t kCapacity = 65'536;
  explicit KnownSigners(const Stores& stores) : stores_(stores) {}

  // False also when a key was enrolled by an act that is not committed yet: ask the rules then.
  bool knows_all(const event::SealedAct& sealed);

 private:
  bool look_up(const KeyId& key) const;

  const Stores& stores_;
  std::mutex mutex_;
  std::unordered_set<KeyId> known_;
};

}  // namespace jumelage::ledger
