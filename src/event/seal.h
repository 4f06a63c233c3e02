// Making acts: a builder, its canonical bytes, and the signatures.
#pragma once

#include <capnp/message.h>

#include <span>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "crypto/ed25519.h"
#include "event/act.h"
#include "event/sealed.h"

namespace jumelage::event {

// An act under construction. `canonical()` may be called at any time; the bytes still have to pass Act::parse.
class ActBuilder {
 public:
  ActBuilder();
  // A copy of an act, to be changed.
  explicit ActBuilder(const Act& act);
  schema::Act::Builder root() { return root_; }
  Bytes canonical() const;
  // Puts subjects in the order of their ids and signers in the order of their keys, as the format wants them.
  void sort_lists();

 private:
  std::unique_ptr<capnp::MallocMessageBuilder> message_;
  schema::Act::Builder root_;
};

// Signs one act with all its keys; `keys` must be exactly those of the act's signers, in any order. The result passed
// SealedAct::parse.
Result<SealedAct> seal(const Act& act, const LedgerId& ledger, std::span<const crypto::SigningKey* const> keys);

// Signs many acts with one signature a key: each sealed act carries its path to the packet's root. All acts must have
// the same signers. At most kMaxPacketActs acts.
Result<std::vector<SealedAct>> seal_packet(std::span<const Act> acts, const LedgerId& ledger,
                                           std::span<const crypto::SigningKey* const> keys);

}  // namespace jumelage::event
