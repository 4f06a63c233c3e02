#include "event/seal.h"

#include <capnp/message.h>
#include <fmt/format.h>

#include "base/hex.h"
#include "event/encode.h"
#include "event/founding.h"
#include "event/identity.h"
#include "event/limits.h"
#include "merkle/batch.h"
#include "merkle/hash.h"
#include "schema/log.capnp.h"

namespace jumelage::event {
namespace {

using Keys = std::span<const crypto::SigningKey* const>;

capnp::Data::Reader data_of(ByteView bytes) {
  return {bytes.data(), bytes.size()};
}

Result<Signatures> sign_all(Keys keys, ByteView input) {
  Signatures out;
  for (const crypto::SigningKey* key : keys)
    if (!out.emplace(key->id(), key->sign(input)).second)
      return Error(EventError::kSignersMismatch, fmt::format("key {} was given twice", to_hex(key->id().view())));
  return out;
}

struct PlaceInPacket {
  std::size_t size;
  std::size_t index;
  const std::vector<Digest>& path;
};

Result<SealedAct> assemble(const Act& act, const Signatures& signatures, const PlaceInPacket* place) {
  capnp::MallocMessageBuilder message;
  auto sealed = message.initRoot<schema::SealedAct>();
  sealed.setBody(data_of(act.bytes()));
  auto list = sealed.initSignatures(static_cast<unsigned>(signatures.size()));
  unsigned at = 0;
  for (const auto& [key, signature] : signatures) {
    list[at].setKey(data_of(key.view()));
    list[at].setSignature(data_of(signature));
    list[at].setPacket(place == nullptr ? 0 : 1);
    ++at;
  }
  if (place != nullptr) {
    auto proof = sealed.initPackets(1)[0];
    proof.setSize(static_cast<std::uint32_t>(place->size));
    proof.setIndex(static_cast<std::uint32_t>(place->index));
    Bytes path;
    for (const Digest& step : place->path) append(path, step.view());
    proof.setPath(data_of(path));
  }
  return SealedAct::parse(canonical_bytes(sealed));
}

std::vector<Digest> leaves_of(std::span<const Act> acts) {
  std::vector<Digest> leaves;
  leaves.reserve(acts.size());
  for (const Act& act : acts) leaves.push_back(merkle::leaf_hash(act.id().view()));
  return leaves;
}

}  // namespace

Result<Bytes> signing_input(std::span<const Act> acts, const LedgerId& ledger) {
  if (acts.empty() || acts.size() > kMaxPacketActs)
    return Error(EventError::kBadPacket,
                 fmt::format("a packet holds at most {} acts, not {}: split it", kMaxPacketActs, acts.size()));
  if (acts.size() == 1) return act_signing_input(signing_ledger(acts[0], ledger), acts[0].bytes());
  for (const Act& act : acts)
    if (names_no_ledger(act)) return Error(EventError::kBadPacket, "a founding act is signed alone, not in a packet");
  return packet_signing_input(ledger, acts.size(), merkle::root_of(leaves_of(acts)));
}

Result<std::vector<SealedAct>> seal_with(std::span<const Act> acts, const Signatures& signatures) {
  std::vector<SealedAct> out;
  out.reserve(acts.size());
  if (acts.size() == 1) {
    JUMELAGE_TRY(SealedAct only, assemble(acts[0], signatures, nullptr));
    out.push_back(std::move(only));
    return out;
  }
  const auto paths = merkle::all_inclusion_paths(leaves_of(acts));
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const PlaceInPacket place{acts.size(), i, paths[i]};
    JUMELAGE_TRY(SealedAct sealed, assemble(acts[i], signatures, &place));
    out.push_back(std::move(sealed));
  }
  return out;
}

Result<SealedAct> seal(const Act& act, const LedgerId& ledger, Keys keys) {
  JUMELAGE_TRY(const Bytes input, signing_input({&act, 1}, ledger));
  JUMELAGE_TRY(const Signatures signatures, sign_all(keys, input));
  return assemble(act, signatures, nullptr);
}

Result<std::vector<SealedAct>> seal_packet(std::span<const Act> acts, const LedgerId& ledger, Keys keys) {
  if (acts.empty()) return std::vector<SealedAct>();
  JUMELAGE_TRY(const Bytes input, signing_input(acts, ledger));
  JUMELAGE_TRY(const Signatures signatures, sign_all(keys, input));
  return seal_with(acts, signatures);
}

}  // namespace jumelage::event
