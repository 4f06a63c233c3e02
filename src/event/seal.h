// Making acts: a builder, its canonical bytes, and the signatures.
#pragma once

#include <capnp/message.h>

#include <map>
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

using Signatures = std::map<KeyId, crypto::Signature>;  // in the order that the format wants

// What every signer of these acts signs: of one act that act, of several the root of their packet. From 1 to
// kMaxPacketActs acts.
Result<Bytes> signing_input(std::span<const Act> acts, const LedgerId& ledger);

// The acts with signatures over signing_input() that were made one by one, perhaps elsewhere. They must be exactly
// those of the acts' signers, which all acts have in common; whether they verify is not looked at.
Result<std::vector<SealedAct>> seal_with(std::span<const Act> acts, const Signatures& signatures);

// Signs one act with all its keys; `keys` must be exactly those of the act's signers, in any order. The result passed
// SealedAct::parse.
Result<SealedAct> seal(const Act& act, const LedgerId& ledger, std::span<const crypto::SigningKey* const> keys);

// Signs many acts with one signature a key: each sealed act carries its path to the packet's root. All acts must have
// the same signers. At most kMaxPacketActs acts.
Result<std::vector<SealedAct>> seal_packet(std::span<const Act> acts, const LedgerId& ledger,
                                           std::span<const crypto::SigningKey* const> keys);

}  // namespace jumelage::event
