#include "event/sealed.h"

#include <capnp/message.h>
#include <fmt/format.h>

#include <array>

#include "base/check.h"
#include "base/hex.h"
#include "event/act_impl.h"
#include "event/canonical.h"
#include "event/founding.h"
#include "event/sealed_impl.h"
#include "merkle/hash.h"
#include "merkle/proof.h"
#include "schema/log.capnp.h"

namespace jumelage::event {
namespace {

ByteView view_of(capnp::Data::Reader data) {
  return {data.begin(), data.size()};
}

Error bad_packet(std::size_t number, std::string_view what) {
  return {EventError::kBadPacket, fmt::format("packets[{}]: {}", number, what)};
}

// The packet that this act's id and path lead to.
Result<Packet> read_packet(schema::PacketProof::Reader proof, std::size_t number, const ActId& id) {
  Packet out{proof.getSize(), proof.getIndex(), {}};
  if (out.size < 2 || out.size > kMaxPacketActs)
    return bad_packet(number, fmt::format("a packet holds 2 to {} acts, not {}", kMaxPacketActs, out.size));
  if (out.index >= out.size)
    return bad_packet(number, fmt::format("there is no act {} in a packet of {}", out.index, out.size));

  const ByteView path = view_of(proof.getPath());
  std::array<Digest, kMaxPathSteps> steps;
  const std::size_t count = path.size() / Digest::kSize;
  if (path.size() % Digest::kSize != 0 || count > steps.size())
    return bad_packet(number, "its path is of no possible length");
  for (std::size_t i = 0; i < count; ++i) steps[i] = *Digest::from(path.subspan(i * Digest::kSize, Digest::kSize));
  thread_local merkle::PairMemory memory;  // acts of a packet come one after the other as a rule
  auto root = merkle::root_from_inclusion({out.index}, {out.size}, merkle::leaf_hash(id.view()),
                                          std::span(steps).first(count), &memory);
  if (!root) return bad_packet(number, "its path is not as long as its size and index ask for");
  out.root = root.value();
  return out;
}

Result<std::vector<Packet>> read_packets(schema::SealedAct::Reader sealed, const ActId& id) {
  std::vector<Packet> out;
  out.reserve(sealed.getPackets().size());
  for (const auto proof : sealed.getPackets()) {
    JUMELAGE_TRY(Packet packet, read_packet(proof, out.size(), id));
    for (const Packet& other : out)
      if (other == packet) return bad_packet(out.size(), "is the same as another");
    out.push_back(packet);
  }
  return out;
}

// Signatures and signers are the same keys in the same, ascending, order: so no signer is named twice.
Result<void> check_signers(schema::SealedAct::Reader sealed, schema::Act::Reader act) {
  const auto signatures = sealed.getSignatures();
  const auto signers = act.getSigners();
  if (signers.size() == 0) return Error(EventError::kSignersMismatch, "signers: an act needs at least one signer");
  if (signatures.size() != signers.size())
    return Error(EventError::kSignersMismatch, fmt::format("signatures: the act names {} signers and has {} signatures",
                                                           signers.size(), signatures.size()));
  ByteView before;
  for (std::uint32_t i = 0; i < signers.size(); ++i) {
    const ByteView key = view_of(signers[i].getKey());
    if (!before.empty() && !std::ranges::lexicographical_compare(before, key))
      return Error(EventError::kSignersMismatch,
                   fmt::format("signers[{}].key: signers must be in ascending order of their keys, each once", i));
    if (!equal(key, view_of(signatures[i].getKey())))
      return Error(EventError::kSignersMismatch,
                   fmt::format("signatures[{}].key: is not the key of signer {}, {}", i, i, to_hex(key)));
    before = key;
  }
  return ok();
}

Result<std::vector<SignatureView>> read_signatures(schema::SealedAct::Reader sealed,
                                                   const std::vector<Packet>& packets) {
  std::vector<SignatureView> out;
  out.reserve(sealed.getSignatures().size());
  std::size_t used = 0;  // packets named so far: their order is that of their first signatures
  for (const auto signature : sealed.getSignatures()) {
    const std::size_t packet = signature.getPacket();
    if (packet > packets.size())
      return Error(EventError::kBadPacket,
                   fmt::format("signatures[{}].packet: there is no packet {}", out.size(), packet));
    if (packet > used + 1)
      return Error(EventError::kBadPacket, fmt::format("signatures[{}].packet: packet {} is named before packet {}",
                                                       out.size(), packet, used + 1));
    if (packet > used) used = packet;
    out.push_back({*KeyId::from(view_of(signature.getKey())), view_of(signature.getSignature()),
                   packet == 0 ? nullptr : &packets[packet - 1]});
  }
  if (used != packets.size()) return Error(EventError::kBadPacket, "packets: one is of no signature");
  return out;
}

}  // namespace

SealedAct::SealedAct(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SealedAct::SealedAct(SealedAct&&) noexcept = default;
SealedAct& SealedAct::operator=(SealedAct&&) noexcept = default;
SealedAct::~SealedAct() = default;

Result<SealedAct> SealedAct::parse(ByteView bytes) {
  if (bytes.size() > kMaxSealedBytes)
    return Error(EventError::kTooLarge,
                 fmt::format("the sealed act is {} bytes long; at most {} are allowed", bytes.size(), kMaxSealedBytes));
  return parse(AlignedBytes::copy_of(bytes));
}

Result<SealedAct> SealedAct::parse(AlignedBytes bytes) {
  static const StructPlan& plan = plan_of(capnp::Schema::from<schema::SealedAct>());
  JUMELAGE_TRY(check_message(plan, bytes.view));
  const auto reader = capnp::readMessageUnchecked<schema::SealedAct>(bytes.words());
  JUMELAGE_TRY(Act act, Act::parse(bytes.part(view_of(reader.getBody()))));
  JUMELAGE_TRY(check_signers(reader, act.reader()));
  if (reader.getPackets().size() != 0 && names_no_ledger(act))
    return Error(EventError::kBadPacket, "packets: a founding act is signed alone, not in a packet");
  JUMELAGE_TRY(auto packets, read_packets(reader, act.id()));
  auto impl = std::make_unique<Impl>(Impl{std::move(bytes), std::move(act), std::move(packets), {}});
  JUMELAGE_TRY(impl->signatures, read_signatures(reader, impl->packets));
  return SealedAct(std::move(impl));
}

SealedAct SealedAct::trusted(ByteView bytes) {
  auto sealed = parse(bytes);
  JUMELAGE_CHECK(sealed.has_value(), "a sealed act in the log is damaged");
  return std::move(sealed).value();
}

const Act& SealedAct::act() const {
  return impl_->act;
}
ByteView SealedAct::bytes() const {
  return impl_->bytes.view;
}
const std::vector<SignatureView>& SealedAct::signatures() const {
  return impl_->signatures;
}

}  // namespace jumelage::event
