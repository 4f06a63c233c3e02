// A founded club for tests: three cities, their people, and helpers that write, sign, judge and record acts the way a
// careful secretary would. Everything is deterministic: the same calls give the same log.
//
//   Club club;
//   auto act = club.draft({club.chair(), club.secretary()}, [](schema::Act::Builder act) {
//     auto body = act.initBodyEstablished();
//     ...
//   });
//   ASSERT_TRUE(club.record(act));
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "crypto/ed25519.h"
#include "event/seal.h"
#include "governance/history.h"
#include "governance/judge.h"
#include "governance/keys.h"
#include "governance/memory_register.h"
#include "governance/signer_memory.h"

namespace jumelage::test {

// Acts one behind the other, as the rules look back on them. Its tree has the acts themselves for leaves.
class ClubHistory final : public governance::History {
 public:
  Bytes act(std::uint64_t position) const override { return acts_.at(position).first; }
  UnixMillis sequenced_at(std::uint64_t position) const override { return acts_.at(position).second; }
  Digest root(std::uint64_t size) const override;
  void add(Bytes act, UnixMillis sequenced_at) { acts_.emplace_back(std::move(act), sequenced_at); }

 private:
  std::vector<std::pair<Bytes, UnixMillis>> acts_;
};

// Members es-semara, timbuktu, vijayawada. Body cci (council): 9 seats of cities, 2 of partners, 2 of experts, under
// rule set cci-rules version 1. Mandates es-semara-1 (office cci-chair), timbuktu-1 (office cci-vice-chair),
// vijayawada-1, secretary-1 (no seat; office cci-secretary) and expert-1 (office cci-dpo), with persons p-1 to p-5.
// Each mandate has a daily key named as the mandate; each member has keys "<member>/admin" and "<member>/witness", and
// es-semara, the primary, "es-semara/log".
// Two of three administrators sign together, two of three witnesses make a checkpoint final.
class Club {
 public:
  struct Signs {
    std::string key;  // see key()
    schema::Capacity capacity;
    std::string of;
  };
  using Fill = std::function<void(schema::Act::Builder)>;
  static constexpr UnixMillis kFoundedAt = 1'761'825'600'000;  // 2025-10-30T12:00:00Z, a Thursday

  Club();  // founded: the founding act is at position 0
  struct Unfounded {};
  explicit Club(Unfounded) {}

  // --- Who signs
  static Signs chair() { return {"es-semara-1", schema::Capacity::OFFICE, "cci-chair"}; }
  static Signs vice_chair() { return {"timbuktu-1", schema::Capacity::OFFICE, "cci-vice-chair"}; }
  static Signs secretary() { return {"secretary-1", schema::Capacity::OFFICE, "cci-secretary"}; }
  static Signs data_protection_officer() { return {"expert-1", schema::Capacity::OFFICE, "cci-dpo"}; }
  // A holder of that mandate, with the mandate's daily key.
  static Signs mandate(const std::string& id) { return {id, schema::Capacity::MANDATE, id}; }
  static Signs administrator(const std::string& member) {
    return {member + "/admin", schema::Capacity::ADMINISTRATOR, member};
  }
  static Signs possession(const std::string& key) { return {key, schema::Capacity::POSSESSION, ""}; }

  // The key of that name; made on first use, from the name alone.
  static const crypto::SigningKey& key(const std::string& name);
  static KeyId key_id(const std::string& name) { return key(name).id(); }
  // The same, by its public half; it must have been made by name before.
  static const crypto::SigningKey& key_of(const KeyId& id);

  // --- Acts. Time moves on by one second with each recorded act, or as set here.
  UnixMillis now() const { return now_; }
  void set_now(UnixMillis now) { now_ = now; }

  // An act with its envelope filled in (live basis, recorded now, subjects as the register stands).
  event::ActBuilder draft(const std::vector<Signs>& signers, const Fill& fill) const;
  // Writes the subjects again, after a change to the payload or the register.
  void fill_subjects(event::ActBuilder& act) const;
  event::SealedAct seal(const event::ActBuilder& act) const;
  Result<governance::Effects> judge(const event::ActBuilder& act) const;
  // Judges, and applies the effects on success.
  Result<governance::Effects> record(const event::ActBuilder& act);
  // judge() or record() of a draft made on the spot.
  Result<governance::Effects> judge(const std::vector<Signs>& signers, const Fill& fill) const;
  Result<governance::Effects> record(const std::vector<Signs>& signers, const Fill& fill);

  // The founding act as the constructor records it.
  static event::ActBuilder founding_act();
  event::SealedAct founding_sealed() const { return seal(founding_act()); }
  // The contents of the documents that it names: a ledger wants them first. Those of persons hold the person's id.
  static std::vector<std::string> founding_documents();

  // --- What became of it
  const governance::MemoryRegister& reg() const { return register_; }
  const ClubHistory& history() const { return history_; }
  const LedgerId& ledger_id() const { return ledger_; }
  std::uint64_t size() const { return size_; }  // acts recorded so far
  governance::Number number_of(const std::string& slug) const;

  // --- Common acts, recorded; the test fails when one is refused.
  void grant_mandate(const std::string& id, const std::string& member, const std::string& college = "cities");
  void enrol_key(const std::string& mandate);  // a daily key, named as the mandate

 private:
  governance::MemoryRegister register_;
  ClubHistory history_;
  mutable governance::SignerMemory signers_;  // as a ledger has one, so that every test of the rules tests it, too
  LedgerId ledger_;
  UnixMillis now_ = kFoundedAt;
  std::uint64_t size_ = 0;
};

// Names in one language, the least that the schema asks for.
void set_name(capnp::List<schema::Name>::Builder names, std::string_view text);
void set_title(capnp::List<schema::LocalText>::Builder title, std::string_view text);
// As docs/formats/personal-document.md has it, with a salt that is known.
std::string personal_document(std::string_view text);
// A document of that role; the digest is that of `content`.
void set_document(schema::DocumentRef::Builder document, std::string_view content,
                  schema::DocumentRef::Role role = schema::DocumentRef::Role::TEXT, bool erasable = false);
void set_moment(schema::Moment::Builder moment, UnixMillis utc);
// Rata Die day of a civil date such as "2026-03-12".
std::uint32_t day(std::string_view date);

}  // namespace jumelage::test
