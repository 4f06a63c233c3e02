// One small act that many tests take apart, and the keys that sign it.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "event/seal.h"

namespace jumelage::event {

// The key whose seed is 32 times this byte.
inline crypto::SigningKey key_of(std::uint8_t seed) {
  return crypto::SigningKey::from_seed(Bytes(32, seed));
}

inline LedgerId sample_ledger() {
  return *LedgerId::from(Bytes(32, 0xab));
}

template <class Id>
capnp::Data::Reader data_of(const Id& id) {
  return {id.bytes.data(), id.bytes.size()};
}

// The session cci-7 is closed, signed by these keys.
inline ActBuilder sample_draft(std::span<const crypto::SigningKey* const> keys) {
  ActBuilder out;
  auto act = out.root();
  act.setSchemaVersion(1);
  act.setBasis(schema::Basis::LIVE);
  act.setLedgerId(data_of(sample_ledger()));
  act.initSubjects(1)[0].setId("cci-7");
  auto recorded = act.initRecordedAt();
  recorded.setUtc(1'773'307'800'000);  // 2026-03-12T09:30:00Z
  recorded.setOffsetMinutes(60);
  recorded.setZone("Africa/Casablanca");
  auto signers = act.initSigners(static_cast<unsigned>(keys.size()));
  for (unsigned i = 0; i < keys.size(); ++i) {
    const KeyId id = keys[i]->id();
    signers[i].setKey(data_of(id));
    signers[i].setCapacity(schema::Capacity::OFFICE);
    signers[i].setOf("cci-secretary");
  }
  auto closed = act.initSessionClosed();
  closed.setSession("cci-7");
  auto at = closed.initAt();
  at.setUtc(1'773'307'800'000);
  at.setOffsetMinutes(60);
  closed.setActs(12);
  out.sort_lists();
  return out;
}

inline Act sample_act(std::span<const crypto::SigningKey* const> keys) {
  auto act = Act::parse(sample_draft(keys).canonical());
  EXPECT_TRUE(act) << act.error().message();
  return std::move(act).value();
}

// Fails unless it failed with this code, naming this place.
template <class T>
void expect_error(const Result<T>& result, EventError code, std::string_view in_message) {
  ASSERT_FALSE(result) << "was taken; expected " << code_name(code) << " about " << in_message;
  EXPECT_EQ(result.error().code(), code_name(code)) << result.error().message();
  EXPECT_NE(result.error().message().find(in_message), std::string::npos) << result.error().message();
}

}  // namespace jumelage::event
