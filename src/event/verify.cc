#include "event/verify.h"

#include <fmt/format.h>

#include "base/hex.h"
#include "crypto/ed25519.h"
#include "crypto/sha256.h"
#include "event/founding.h"
#include "event/identity.h"

namespace jumelage::event {
namespace {

Error bad_signature(const KeyId& key) {
  return {EventError::kBadSignature,
          fmt::format("signatures: the one of key {} does not verify: the act or the signature was changed, or it was "
                      "made for another ledger",
                      to_hex(key.view()))};
}

Result<void> verify_packet(const SignatureView& signature, const LedgerId& ledger, PacketCache& cache) {
  const Bytes input = packet_signing_input(ledger, signature.packet->size, signature.packet->root);
  const Digest what = crypto::sha256({signature.key.view(), signature.signature, input});
  if (cache.contains(what)) return ok();
  if (!crypto::verify(signature.key, input, signature.signature)) return bad_signature(signature.key);
  cache.insert(what);
  return ok();
}

}  // namespace

bool PacketCache::contains(const Digest& what) const {
  const std::lock_guard lock(mutex_);
  return seen_.contains(what);
}

void PacketCache::insert(const Digest& what) {
  const std::lock_guard lock(mutex_);
  if (seen_.size() >= kCapacity) seen_.clear();
  seen_.insert(what);
}

Result<void> verify_signatures(const SealedAct& sealed, const LedgerId& ledger, PacketCache& cache) {
  thread_local Bytes input;
  const ByteView body = sealed.act().bytes();
  const LedgerId under = signing_ledger(sealed.act(), ledger);
  input.clear();
  for (const SignatureView& signature : sealed.signatures()) {
    if (signature.packet != nullptr) {
      JUMELAGE_TRY(verify_packet(signature, under, cache));
      continue;
    }
    if (input.empty()) write_act_signing_input(under, body, input);
    if (!crypto::verify(signature.key, input, signature.signature)) return bad_signature(signature.key);
  }
  return ok();
}

}  // namespace jumelage::event
