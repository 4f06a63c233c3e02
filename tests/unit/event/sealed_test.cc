// Sealed acts, packets and their signatures.
#include "event/sealed.h"

#include <gtest/gtest.h>

#include <functional>
#include <numeric>

#include "event/encode.h"
#include "event/entry.h"
#include "event/identity.h"
#include "event/verify.h"
#include "merkle/hash.h"
#include "sample.h"
#include "schema/log.capnp.h"

namespace jumelage::event {
namespace {

class Sealed : public testing::Test {
 protected:
  Bytes sealed_bytes() const { return bytes_of(seal(sample_act(keys), sample_ledger(), keys).value()); }
  static Bytes bytes_of(const SealedAct& sealed) { return {sealed.bytes().begin(), sealed.bytes().end()}; }

  std::vector<Act> acts(std::size_t count) const {
    std::vector<Act> out;
    for (std::size_t i = 0; i < count; ++i) {
      ActBuilder draft = sample_draft(keys);
      draft.root().getSessionClosed().setActs(static_cast<std::uint32_t>(i));
      out.push_back(std::move(Act::parse(draft.canonical())).value());
    }
    return out;
  }

  // Those bytes with something changed by a builder.
  static Bytes changed(ByteView bytes, const std::function<void(schema::SealedAct::Builder)>& change) {
    auto words = kj::heapArray<capnp::word>(bytes.size() / 8);
    std::memcpy(words.begin(), bytes.data(), bytes.size());
    capnp::MallocMessageBuilder message;
    message.setRoot(capnp::readMessageUnchecked<schema::SealedAct>(words.begin()));
    const auto root = message.getRoot<schema::SealedAct>();
    change(root);
    return canonical_bytes(root);
  }

  // The first of these acts in a packet of two, which the first key signed, and in one of them all, signed by the
  // second.
  Result<SealedAct> in_two_packets(const std::vector<Act>& made,
                                   const std::function<void(schema::SealedAct::Builder)>& change) const {
    const auto small = seal_packet(std::span(made).first(2), sample_ledger(), keys);
    const auto large = seal_packet(made, sample_ledger(), keys);
    const auto signature = large.value()[0].signatures()[1].signature;
    return SealedAct::parse(changed(small.value()[0].bytes(), [&](schema::SealedAct::Builder sealed) {
      const Bytes path(sealed.getPackets()[0].getPath().begin(), sealed.getPackets()[0].getPath().end());
      auto packets = sealed.initPackets(2);
      packets[0].setSize(2);
      packets[0].setPath({path.data(), path.size()});
      packets[1].setSize(static_cast<std::uint32_t>(made.size()));
      changed(large.value()[0].bytes(), [&](schema::SealedAct::Builder other) {
        packets[1].setPath(other.getPackets()[0].getPath().asReader());
      });
      sealed.getSignatures()[1].setPacket(2);
      sealed.getSignatures()[1].setSignature({signature.data(), signature.size()});
      change(sealed);
    }));
  }

  const crypto::SigningKey chair = key_of(1);
  const crypto::SigningKey secretary = key_of(2);
  const std::vector<const crypto::SigningKey*> keys = {&chair, &secretary};
  PacketCache cache;
};

TEST_F(Sealed, ASealedActIsReadBackAndVerifies) {
  const auto sealed = SealedAct::parse(sealed_bytes());
  ASSERT_TRUE(sealed) << sealed.error().message();
  EXPECT_EQ(sealed.value().act().id(), sample_act(keys).id());
  ASSERT_EQ(sealed.value().signatures().size(), 2U);
  EXPECT_LT(sealed.value().signatures()[0].key, sealed.value().signatures()[1].key);
  EXPECT_TRUE(verify_signatures(sealed.value(), sample_ledger(), cache));
}

TEST_F(Sealed, TheOrderInWhichKeysAreGivenDoesNotMatter) {
  const std::vector<const crypto::SigningKey*> other_way = {&secretary, &chair};
  EXPECT_EQ(bytes_of(seal(sample_act(keys), sample_ledger(), other_way).value()), sealed_bytes());
}

TEST_F(Sealed, ItDoesNotVerifyForAnotherLedger) {
  const auto sealed = SealedAct::parse(sealed_bytes());
  expect_error(verify_signatures(sealed.value(), *LedgerId::from(Bytes(32, 0xac)), cache), EventError::kBadSignature,
               "another ledger");
}

TEST_F(Sealed, EverySingleBitCounts) {
  const Bytes good = sealed_bytes();
  for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
    Bytes bad = good;
    bad[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    const auto sealed = SealedAct::parse(bad);
    EXPECT_FALSE(sealed && verify_signatures(sealed.value(), sample_ledger(), cache)) << "bit " << bit;
  }
}

TEST_F(Sealed, EverySingleBitOfAPacketCounts) {
  const auto packet = seal_packet(acts(5), sample_ledger(), keys);
  ASSERT_TRUE(packet) << packet.error().message();
  const Bytes good = bytes_of(packet.value()[3]);
  for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
    Bytes bad = good;
    bad[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    const auto sealed = SealedAct::parse(bad);
    EXPECT_FALSE(sealed && verify_signatures(sealed.value(), sample_ledger(), cache)) << "bit " << bit;
  }
}

TEST_F(Sealed, SignaturesMustBeThoseOfTheSignersInTheirOrder) {
  const Bytes good = sealed_bytes();
  const std::vector<const crypto::SigningKey*> one = {&chair};
  const crypto::SigningKey stranger = key_of(9);
  const std::vector<const crypto::SigningKey*> another = {&chair, &stranger};
  const std::vector<const crypto::SigningKey*> twice = {&chair, &chair};
  expect_error(seal(sample_act(keys), sample_ledger(), one), EventError::kSignersMismatch, "2 signers");
  expect_error(seal(sample_act(keys), sample_ledger(), another), EventError::kSignersMismatch, "signatures[");
  expect_error(seal(sample_act(keys), sample_ledger(), twice), EventError::kSignersMismatch, "twice");
  expect_error(SealedAct::parse(changed(good,
                                        [](auto sealed) {
                                          capnp::MallocMessageBuilder copy;
                                          copy.setRoot(sealed.getSignatures()[0].asReader());
                                          sealed.getSignatures().setWithCaveats(0, sealed.getSignatures()[1]);
                                          sealed.getSignatures().setWithCaveats(
                                              1, copy.getRoot<schema::Signature>().asReader());
                                        })),
               EventError::kSignersMismatch, "signatures[0].key");
  expect_error(SealedAct::parse(changed(good, [](auto sealed) { sealed.disownSignatures(); })),
               EventError::kSignersMismatch, "0 signatures");
}

TEST_F(Sealed, SignersOutOfOrderOrNamedTwiceAreRefused) {
  const auto seal_as = [&](unsigned first, unsigned second) {
    ActBuilder draft = sample_draft(keys);
    auto signers = draft.root().getSigners();
    const KeyId ids[] = {std::min(chair.id(), secretary.id()), std::max(chair.id(), secretary.id())};
    signers[0].setKey(data_of(ids[first]));
    signers[1].setKey(data_of(ids[second]));
    const Bytes body = draft.canonical();
    return SealedAct::parse(changed(sealed_bytes(), [&](auto sealed) {
      sealed.setBody({body.data(), body.size()});
      sealed.getSignatures()[0].setKey(data_of(ids[first]));
      sealed.getSignatures()[1].setKey(data_of(ids[second]));
    }));
  };
  EXPECT_TRUE(seal_as(0, 1));
  expect_error(seal_as(1, 0), EventError::kSignersMismatch, "signers[1].key");
  expect_error(seal_as(1, 1), EventError::kSignersMismatch, "signers[1].key");
}

TEST_F(Sealed, AnActThatNobodySignsIsRefused) {
  const std::vector<const crypto::SigningKey*> nobody;
  expect_error(seal(sample_act(nobody), sample_ledger(), nobody), EventError::kSignersMismatch, "at least one");
}

TEST_F(Sealed, ABodyThatIsNoActIsRefused) {
  EXPECT_FALSE(SealedAct::parse(changed(sealed_bytes(), [](auto sealed) {
    sealed.setBody({Bytes(16, 1).data(), 16});
  })));
  expect_error(SealedAct::parse(Bytes(kMaxSealedBytes + 8, 0)), EventError::kTooLarge, "at most");
}

TEST_F(Sealed, PacketsOfEverySizeVerifyWithOneSignatureAKey) {
  for (const std::size_t size : {1U, 2U, 3U, 7U, 8U, 9U, 33U}) {
    const auto made = acts(size);
    const auto packet = seal_packet(made, sample_ledger(), keys);
    ASSERT_TRUE(packet) << packet.error().message();
    ASSERT_EQ(packet.value().size(), size);
    for (std::size_t i = 0; i < size; ++i) {
      EXPECT_EQ(packet.value()[i].act().id(), made[i].id());
      EXPECT_TRUE(verify_signatures(packet.value()[i], sample_ledger(), cache)) << i << " of " << size;
      EXPECT_EQ(packet.value()[i].signatures()[0].packet == nullptr, size == 1);
    }
  }
}

TEST_F(Sealed, APacketsRootIsTheTreeOverItsActsIds) {
  const auto made = acts(2);
  const auto packet = seal_packet(made, sample_ledger(), keys);
  const Digest root = merkle::node_hash(merkle::leaf_hash(made[0].id().view()), merkle::leaf_hash(made[1].id().view()));
  EXPECT_EQ(packet.value()[1].signatures()[0].packet->root, root);
  const Bytes input = packet_signing_input(sample_ledger(), 2, root);
  const SignatureView& signature = packet.value()[1].signatures()[0];
  EXPECT_TRUE(crypto::verify(signature.key, input, signature.signature));
}

TEST_F(Sealed, ASignatureThatWasRememberedIsNotRememberedForAnotherLedgerOrAct) {
  const auto packet = seal_packet(acts(4), sample_ledger(), keys);
  ASSERT_TRUE(verify_signatures(packet.value()[0], sample_ledger(), cache));
  EXPECT_TRUE(verify_signatures(packet.value()[1], sample_ledger(), cache));
  EXPECT_FALSE(verify_signatures(packet.value()[1], *LedgerId::from(Bytes(32, 1)), cache));
  const auto forged = SealedAct::parse(changed(packet.value()[2].bytes(), [&](auto sealed) {
    ActBuilder draft = sample_draft(keys);
    draft.root().getSessionClosed().setActs(99);
    const Bytes body = draft.canonical();
    sealed.setBody({body.data(), body.size()});
  }));
  ASSERT_TRUE(forged) << forged.error().message();
  EXPECT_FALSE(verify_signatures(forged.value(), sample_ledger(), cache));
}

TEST_F(Sealed, PacketProofsThatCannotBeAreRefused) {
  const auto packet = seal_packet(acts(5), sample_ledger(), keys);
  const auto with = [&](const std::function<void(schema::PacketProof::Builder)>& change) {
    return SealedAct::parse(changed(packet.value()[3].bytes(), [&](auto sealed) { change(sealed.getPackets()[0]); }));
  };
  expect_error(with([](auto p) { p.setSize(1), p.setIndex(0); }), EventError::kBadPacket, "packets[0]");
  expect_error(with([](auto p) { p.setSize(kMaxPacketActs + 1); }), EventError::kBadPacket, "packets[0]");
  expect_error(with([](auto p) { p.setIndex(5); }), EventError::kBadPacket, "no act 5");
  expect_error(with([](auto p) { p.setSize(4); }), EventError::kBadPacket, "path");
  expect_error(with([](auto p) { p.disownPath(); }), EventError::kBadPacket, "path");
  expect_error(with([](auto p) { p.setPath({Bytes(95, 1).data(), 95}); }), EventError::kBadPacket, "path");
  expect_error(with([](auto p) { p.setPath({Bytes(32 * 20, 1).data(), 32 * 20}); }), EventError::kBadPacket, "path");
  expect_error(with([](auto p) { p.setPath({Bytes(32 * 21, 1).data(), 32 * 21}); }), EventError::kBadField, "path");
  expect_error(SealedAct::parse(changed(packet.value()[3].bytes(), [](auto s) { s.getSignatures()[1].setPacket(2); })),
               EventError::kBadPacket, "signatures[1].packet");
  expect_error(SealedAct::parse(changed(packet.value()[3].bytes(),
                                        [](auto sealed) {
                                          for (auto s : sealed.getSignatures()) s.setPacket(0);
                                        })),
               EventError::kBadPacket, "no signature");
}

TEST_F(Sealed, PacketsStandInTheOrderOfTheirFirstSignaturesEachOnce) {
  const std::vector<Act> made = acts(4);
  const auto both = in_two_packets(made, [](auto) {});
  ASSERT_TRUE(both) << both.error().message();
  EXPECT_TRUE(verify_signatures(both.value(), sample_ledger(), cache));
  expect_error(in_two_packets(made,
                              [](auto sealed) {
                                sealed.getSignatures()[0].setPacket(2);
                                sealed.getSignatures()[1].setPacket(1);
                              }),
               EventError::kBadPacket, "signatures[0].packet");
  expect_error(in_two_packets(made,
                              [](auto sealed) {
                                auto packets = sealed.getPackets();
                                packets[1].setSize(packets[0].getSize());
                                packets[1].setPath(packets[0].getPath().asReader());
                              }),
               EventError::kBadPacket, "packets[1]: is the same");
}

TEST_F(Sealed, AFoundingActInAPacketIsRefused) {
  ActBuilder draft = sample_draft(keys);
  draft.root().setLedgerId(data_of(LedgerId{}));
  const auto packet = seal_packet(acts(2), sample_ledger(), keys);
  const Bytes body = draft.canonical();
  expect_error(SealedAct::parse(changed(packet.value()[0].bytes(),
                                        [&](auto sealed) {
                                          sealed.setBody({body.data(), body.size()});
                                        })),
               EventError::kBadPacket, "alone");
}

// An entry with statements of these keys, otherwise as the log writes it.
Bytes entry_seen_by(ByteView sealed, const std::vector<std::uint8_t>& keys) {
  capnp::MallocMessageBuilder message;
  auto entry = message.initRoot<schema::LogEntry>();
  entry.setVersion(1);
  entry.setSequencedAt(1'773'307'800'123);
  entry.setSealed({sealed.data(), sealed.size()});
  auto seen = entry.initSeen(static_cast<unsigned>(keys.size()));
  for (unsigned i = 0; i < seen.size(); ++i) {
    seen[i].setAt(1'773'307'800'000);
    seen[i].setFinalSize(7);
    seen[i].setKey({Bytes(32, keys[i]).data(), 32});
    seen[i].setSignature({Bytes(64, 1).data(), 64});
  }
  return canonical_bytes(entry);
}

TEST_F(Sealed, StatementsOfWitnessesStandInTheOrderOfTheirKeysEachOnce) {
  EXPECT_TRUE(Entry::parse(entry_seen_by(sealed_bytes(), {1, 2, 9})));
  expect_error(Entry::parse(entry_seen_by(sealed_bytes(), {2, 1})), EventError::kNotCanonical, "seen");
  expect_error(Entry::parse(entry_seen_by(sealed_bytes(), {1, 1})), EventError::kNotCanonical, "seen");
}

TEST_F(Sealed, AnEntryHasRoomForTheLargestActAndAllStatements) {
  std::vector<std::uint8_t> witnesses(kMaxSeen);
  std::iota(witnesses.begin(), witnesses.end(), std::uint8_t{1});
  EXPECT_LE(entry_seen_by(Bytes(kMaxSealedBytes, 1), witnesses).size() + kEntryOverheadBytes, kMaxEntryBytes);
}

TEST_F(Sealed, OneActMayCarrySignaturesOfDifferentPackets) {
  const std::vector<Act> made = acts(2);
  const auto small = seal_packet(made, sample_ledger(), keys);
  const auto both = SealedAct::parse(changed(small.value()[0].bytes(), [&](auto sealed) {
    const auto alone = seal(made[0], sample_ledger(), keys);
    const auto signature = alone.value().signatures()[0].signature;
    sealed.getSignatures()[0].setPacket(0);
    sealed.getSignatures()[0].setSignature({signature.data(), signature.size()});
  }));
  ASSERT_TRUE(both) << both.error().message();
  EXPECT_TRUE(verify_signatures(both.value(), sample_ledger(), cache));
}

TEST_F(Sealed, AFoundingActIsSignedUnderTheIdThatItGives) {
  ActBuilder draft = sample_draft(keys);
  draft.root().setLedgerId(data_of(LedgerId{}));
  const auto act = Act::parse(draft.canonical());
  ASSERT_TRUE(act);
  const auto sealed = seal(act.value(), sample_ledger(), keys);
  ASSERT_TRUE(sealed);
  EXPECT_TRUE(verify_signatures(sealed.value(), LedgerId{}, cache));
  const SignatureView& signature = sealed.value().signatures()[0];
  EXPECT_TRUE(crypto::verify(signature.key, act_signing_input(ledger_id_of(act.value().bytes()), act.value().bytes()),
                             signature.signature));
}

TEST_F(Sealed, AnEntryIsReadBackWithWhatTheLogAdded) {
  const Bytes sealed = sealed_bytes();
  const Assigned number{"CCI", 2026, 7};
  for (const auto& assigned : {std::optional<Assigned>(), std::optional(number)}) {
    const Bytes bytes = encode_entry(1'773'307'800'123, sealed, assigned);
    EXPECT_LE(bytes.size(), sealed.size() + kEntryOverheadBytes);
    const auto entry = Entry::parse(bytes);
    ASSERT_TRUE(entry) << entry.error().message();
    EXPECT_EQ(entry.value().sequenced_at, 1'773'307'800'123);
    EXPECT_EQ(entry.value().assigned, assigned);
    EXPECT_EQ(bytes_of(entry.value().sealed), sealed);
  }
}

// The same with a builder, made canonical by the library.
Bytes built_entry(UnixMillis sequenced_at, ByteView sealed, const std::optional<Assigned>& assigned) {
  capnp::MallocMessageBuilder message;
  auto entry = message.initRoot<schema::LogEntry>();
  entry.setVersion(1);
  entry.setSequencedAt(sequenced_at);
  entry.setSealed({sealed.data(), sealed.size()});
  if (assigned) {
    auto out = entry.initAssigned();
    out.setSeries(assigned->series);
    out.setYear(assigned->year);
    out.setNumber(assigned->number);
  }
  return canonical_bytes(entry);
}

TEST_F(Sealed, AnEntryIsWrittenAsABuilderWouldWriteIt) {
  const Bytes sealed = sealed_bytes();
  EXPECT_EQ(encode_entry(-1, sealed, std::nullopt), built_entry(-1, sealed, std::nullopt));
  for (std::size_t length = 1; length <= 32; ++length) {
    const Assigned number{std::string(length, 'S'), static_cast<std::uint16_t>(length * 2047),
                          static_cast<std::uint32_t>(length * 134'217'727)};
    EXPECT_EQ(encode_entry(1'773'307'800'123, sealed, number), built_entry(1'773'307'800'123, sealed, number))
        << length;
  }
}

TEST_F(Sealed, TheSealedActOfAnEntryOutlivesIt) {
  auto entry = Entry::parse(encode_entry(1, sealed_bytes(), std::nullopt));
  ASSERT_TRUE(entry);
  SealedAct sealed = std::move(entry.value().sealed);
  entry = Entry::parse(encode_entry(2, sealed_bytes(), std::nullopt));
  EXPECT_TRUE(verify_signatures(sealed, sample_ledger(), cache));
}

TEST_F(Sealed, TheLargestSealedActFitsIntoAnEntryWithTheLongestNumber) {
  const Assigned longest{std::string(32, 'S'), 65535, 4'294'967'295};
  const Bytes largest(kMaxSealedBytes, 1);
  EXPECT_LE(encode_entry(kMaxSealedBytes, largest, longest).size(), kMaxEntryBytes);
}

TEST_F(Sealed, EntriesOfAnotherVersionAndBrokenOnesAreRefused) {
  Bytes bytes = encode_entry(1, sealed_bytes(), std::nullopt);
  bytes[8] = 2;
  expect_error(Entry::parse(bytes), EventError::kNewerSchema, "version");
  bytes[8] = 0;
  expect_error(Entry::parse(bytes), EventError::kMissingField, "version");
  bytes[8] = 1;
  ASSERT_TRUE(Entry::parse(bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(Entry::parse(ByteView(bytes).first(size)));
  expect_error(Entry::parse(Bytes(kMaxEntryBytes + 1, 0)), EventError::kTooLarge, "at most");
}

TEST(PacketCache, HoldsNoMoreThanItsCapacity) {
  PacketCache cache;
  const auto nth = [](std::size_t n) {
    Digest out;
    std::memcpy(out.bytes.data(), &n, sizeof n);
    return out;
  };
  for (std::size_t i = 0; i < PacketCache::kCapacity; ++i) cache.insert(nth(i));
  EXPECT_TRUE(cache.contains(nth(0)));
  cache.insert(nth(PacketCache::kCapacity));
  EXPECT_FALSE(cache.contains(nth(0)));
  EXPECT_TRUE(cache.contains(nth(PacketCache::kCapacity)));
}

}  // namespace
}  // namespace jumelage::event
