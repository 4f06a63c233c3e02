// Acts of every kind, filled at random by their schema and its annotations: whatever Act::parse lets in can come up.
// The same seed gives the same acts.
#pragma once

#include <capnp/dynamic.h>

#include <random>
#include <span>
#include <string>

#include "base/ids.h"
#include "crypto/ed25519.h"
#include "event/field_rules.h"
#include "event/seal.h"
#include "schema/decisions.capnp.h"

namespace jumelage::test {

inline constexpr unsigned kKinds = static_cast<unsigned>(event::Kind::CONSULTATION_CLOSED) + 1;

class RandomAct {
 public:
  explicit RandomAct(std::uint64_t seed) : random_(seed) {}

  // Of that kind, for that ledger, to be signed by these keys (none: by keys that nobody has).
  event::ActBuilder draft(event::Kind kind, const LedgerId& ledger = {},
                          std::span<const crypto::SigningKey* const> keys = {});
  event::Act act(event::Kind kind, const LedgerId& ledger = {}, std::span<const crypto::SigningKey* const> keys = {});
  event::Kind kind() { return static_cast<event::Kind>(below(kKinds)); }

  // Any struct of the schema.
  void fill(capnp::DynamicStruct::Builder out);

  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  Bytes bytes(std::size_t size);

 private:
  void fill_field(capnp::DynamicStruct::Builder out, capnp::StructSchema::Field field);
  void fill_list(capnp::DynamicList::Builder out, const event::FieldRules& rules);
  void fill_moment(schema::Moment::Builder out);
  void fill_count(schema::Count::Builder out);
  capnp::DynamicValue::Reader scalar(capnp::Type type, const event::FieldRules& rules);
  std::uint64_t number(unsigned bits);
  std::string text(const event::FieldRules& rules);

  std::mt19937_64 random_;
  std::string held_;  // what the last scalar() borrows
};

}  // namespace jumelage::test
