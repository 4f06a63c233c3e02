// Signature checking: a pure function of the bytes, so that it runs on every core and in any tool.
#pragma once

#include <mutex>
#include <unordered_set>

#include "base/ids.h"
#include "base/result.h"
#include "event/sealed.h"

namespace jumelage::event {

// Remembers packet signatures that verified, so that a packet of n acts costs one check, not n. Holds at most
// `kCapacity` of them and then starts afresh. Thread-safe.
class PacketCache {
 public:
  static constexpr std::size_t kCapacity = 16'384;
  bool contains(const Digest& what) const;
  void insert(const Digest& what);

 private:
  mutable std::mutex mutex_;
  std::unordered_set<Digest> seen_;
};

// Verifies every signature of the act. The founding act is verified under the id that it gives its ledger.
Result<void> verify_signatures(const SealedAct& sealed, const LedgerId& ledger, PacketCache& cache);

}  // namespace jumelage::event
