// The checker against capnp's own idea of canonical form, on acts of every kind and on broken ones.
#include <gtest/gtest.h>

#include <capnp/message.h>
#include <capnp/serialize.h>

#include "event/act.h"
#include "support/random_act.h"

namespace jumelage::event {
namespace {

using test::kKinds;
using test::RandomAct;

kj::Array<capnp::word> words_of(ByteView bytes) {
  auto out = kj::heapArray<capnp::word>(bytes.size() / sizeof(capnp::word));
  std::memcpy(out.begin(), bytes.data(), out.size() * sizeof(capnp::word));
  return out;
}

// What capnp says, however it says it.
bool capnp_finds_it_canonical(ByteView bytes) {
  if (bytes.size() % sizeof(capnp::word) != 0) return false;
  const auto words = words_of(bytes);
  const kj::ArrayPtr<const capnp::word> segments[] = {words.asPtr()};
  bool canonical = false;
  const auto failed = kj::runCatchingExceptions([&] {
    capnp::SegmentArrayMessageReader message(segments);
    canonical = message.isCanonical();
  });
  return failed == nullptr && canonical;
}

// Encodes the content afresh.
Bytes encoded_again(const Act& act) {
  const auto words = capnp::canonicalize(act.reader());
  const auto bytes = words.asBytes();
  return {bytes.begin(), bytes.end()};
}

TEST(CanonicalProperty, EveryActOfEveryKindIsTakenAndIsWhatCapnpWouldWrite) {
  RandomAct random(1);
  for (unsigned kind = 0; kind < kKinds; ++kind) {
    for (int i = 0; i < 40; ++i) {
      const Bytes body = random.draft(static_cast<Kind>(kind)).canonical();
      const auto act = Act::parse(body);
      ASSERT_TRUE(act) << kind_name(static_cast<Kind>(kind)) << ": " << act.error().message();
      EXPECT_EQ(act.value().kind(), static_cast<Kind>(kind));
      EXPECT_TRUE(capnp_finds_it_canonical(body));
      EXPECT_EQ(encoded_again(act.value()), body);
    }
  }
}

TEST(CanonicalProperty, WhatIsTakenAfterAnyDamageIsStillCanonical) {
  RandomAct random(2);
  int taken = 0;
  for (int i = 0; i < 20'000; ++i) {
    Bytes body = random.draft(random.kind()).canonical();
    for (auto flips = 1 + random.below(3); flips > 0; --flips)
      body[random.below(body.size())] ^= static_cast<std::uint8_t>(1U << random.below(8));
    const auto act = Act::parse(body);
    if (!act) continue;
    ++taken;
    ASSERT_TRUE(capnp_finds_it_canonical(body));
    ASSERT_EQ(encoded_again(act.value()), body);
  }
  EXPECT_GT(taken, 300) << "the damage never leaves an act whole: nothing is compared";
}

TEST(CanonicalProperty, WordsMovedCopiedOrCutAreNeverTakenUnlessCanonical) {
  RandomAct random(3);
  for (int i = 0; i < 10'000; ++i) {
    Bytes body = random.draft(random.kind()).canonical();
    const std::size_t words = body.size() / 8;
    const auto at = static_cast<std::ptrdiff_t>(8 * random.below(words));
    const auto from = static_cast<std::ptrdiff_t>(8 * random.below(words));
    switch (random.below(4)) {
      case 0: std::copy_n(body.begin() + from, 8, body.begin() + at); break;
      case 1: body.erase(body.begin() + at, body.begin() + at + 8); break;
      case 2: body.insert(body.begin() + at, 8, std::uint8_t{0}); break;
      default: body.resize(random.below(body.size() + 1)); break;
    }
    const auto act = Act::parse(body);
    if (act) {
      ASSERT_TRUE(capnp_finds_it_canonical(body));
      ASSERT_EQ(encoded_again(act.value()), body);
    }
  }
}

TEST(CanonicalProperty, NoiseIsNeverTaken) {
  RandomAct random(4);
  for (int i = 0; i < 20'000; ++i) EXPECT_FALSE(Act::parse(random.bytes(8 * random.below(40))));
}

}  // namespace
}  // namespace jumelage::event
