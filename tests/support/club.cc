#include "support/club.h"

#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <span>

#include "base/check.h"
#include "base/clock.h"
#include "crypto/sha256.h"
#include "event/identity.h"
#include "governance/row.h"
#include "governance/subjects.h"
#include "merkle/batch.h"
#include "merkle/hash.h"

namespace jumelage::test {
namespace {

using governance::to_data;
using governance::to_text;
using governance::view;

struct KeyRing {
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<crypto::SigningKey>> by_name;
  std::map<KeyId, const crypto::SigningKey*> by_id;
};
KeyRing& key_ring() {
  static KeyRing ring;
  return ring;
}

constexpr UnixMillis kOneSecond_ms = 1'000;

Digest digest_of(std::string_view what) {
  return crypto::sha256(as_bytes(what));
}

void write_signers(schema::Act::Builder act, const std::vector<Club::Signs>& signers) {
  auto list = act.initSigners(static_cast<capnp::uint>(signers.size()));
  for (capnp::uint i = 0; i < list.size(); ++i) {
    const KeyId key = Club::key_id(signers[i].key);
    list[i].setKey(to_data(key.view()));
    list[i].setCapacity(signers[i].capacity);
    if (!signers[i].of.empty()) list[i].setOf(to_text(signers[i].of));
  }
}

// What Act::parse thinks of a builder: tests build well-formed acts only.
event::Act parsed(const event::ActBuilder& builder) {
  auto act = event::Act::parse(builder.canonical());
  JUMELAGE_CHECK(act.has_value(), act.error().message());
  return std::move(act).value();
}

}  // namespace

Digest ClubHistory::root(std::uint64_t size) const {
  std::vector<Digest> leaves;
  for (std::uint64_t i = 0; i < size; ++i) leaves.push_back(merkle::leaf_hash(acts_.at(i).first));
  return merkle::root_of(leaves);
}

Club::Club() {
  JUMELAGE_CHECK(record(founding_act()).has_value(), "the founding act is in order");
}

const crypto::SigningKey& Club::key(const std::string& name) {
  KeyRing& ring = key_ring();
  const std::lock_guard lock(ring.mutex);
  auto& key = ring.by_name[name];
  if (!key) {
    key = std::make_unique<crypto::SigningKey>(crypto::SigningKey::from_seed(digest_of(name).view()));
    ring.by_id[key->id()] = key.get();
  }
  return *key;
}

const crypto::SigningKey& Club::key_of(const KeyId& id) {
  KeyRing& ring = key_ring();
  const std::lock_guard lock(ring.mutex);
  JUMELAGE_CHECK(ring.by_id.contains(id), "a key of this fixture");
  return *ring.by_id.at(id);
}

void Club::fill_subjects(event::ActBuilder& builder) const {
  schema::Act::Builder act = builder.root();
  const auto subjects = governance::subjects_for(register_, act.asReader(), &history_);
  auto list = act.initSubjects(static_cast<capnp::uint>(subjects.size()));
  for (capnp::uint i = 0; i < list.size(); ++i) {
    list[i].setId(to_text(subjects[i].id));
    if (!subjects[i].newest) continue;
    list[i].initPrev().setId(to_data(subjects[i].newest->id.view()));
    list[i].getPrev().setRecordedAt(subjects[i].newest->recorded_at);
  }
}

event::ActBuilder Club::draft(const std::vector<Signs>& signers, const Fill& fill) const {
  event::ActBuilder builder;
  schema::Act::Builder act = builder.root();
  act.setSchemaVersion(schema::SCHEMA_VERSION);
  act.setBasis(schema::Basis::LIVE);
  act.setLedgerId(to_data(ledger_.view()));
  set_moment(act.initRecordedAt(), now_);
  write_signers(act, signers);
  fill(act);
  fill_subjects(builder);
  builder.sort_lists();
  return builder;
}

event::SealedAct Club::seal(const event::ActBuilder& builder) const {
  const event::Act act = parsed(builder);
  std::vector<const crypto::SigningKey*> keys;
  for (const auto signer : act.reader().getSigners()) keys.push_back(&key_of(*KeyId::from(view(signer.getKey()))));
  const bool founds = act.kind() == schema::Act::LEDGER_CONSTITUTED;
  auto sealed = event::seal(act, founds ? event::ledger_id_of(act.bytes()) : ledger_, keys);
  JUMELAGE_CHECK(sealed.has_value(), sealed.error().message());
  return std::move(sealed).value();
}

Result<governance::Effects> Club::judge(const event::ActBuilder& builder) const {
  const event::Act act = parsed(builder);
  const LedgerId ledger = size_ == 0 ? event::ledger_id_of(act.bytes()) : ledger_;
  governance::Effects effects;
  const governance::Place place{.index = EntryIndex{size_},
                                .sequenced_at = now_,
                                .ledger_id = ledger,
                                .history = &history_,
                                .signers = &signers_};
  JUMELAGE_TRY(governance::judge(register_, place, act, effects));
  return effects;
}

Result<governance::Effects> Club::record(const event::ActBuilder& builder) {
  JUMELAGE_TRY(governance::Effects effects, judge(builder));
  if (size_ == 0) ledger_ = event::ledger_id_of(builder.canonical());
  register_.apply(effects);
  signers_.see(effects);
  history_.add(builder.canonical(), now_);
  ++size_;
  now_ += kOneSecond_ms;
  return effects;
}

Result<governance::Effects> Club::judge(const std::vector<Signs>& signers, const Fill& fill) const {
  return judge(draft(signers, fill));
}

Result<governance::Effects> Club::record(const std::vector<Signs>& signers, const Fill& fill) {
  return record(draft(signers, fill));
}

governance::Number Club::number_of(const std::string& slug) const {
  const auto named = register_.get(governance::Table::kNames, governance::name_key(slug));
  return named ? static_cast<governance::Number>(governance::read_big_endian(named->first(4))) : 0;
}

void Club::grant_mandate(const std::string& id, const std::string& member, const std::string& college) {
  const std::string person = "p-" + id;
  const auto registered = record({secretary()}, [&](schema::Act::Builder act) {
    auto payload = act.initPersonRegistered();
    payload.setId(to_text(person));
    set_document(payload.initDocument(), person, schema::DocumentRef::Role::PERSONAL, true);
  });
  ASSERT_TRUE(registered.has_value()) << registered.error().message();
  const auto granted = record({mandate(member + "-1"), secretary()}, [&](schema::Act::Builder act) {
    auto payload = act.initMandateGranted();
    payload.setId(to_text(id));
    payload.setPerson(to_text(person));
    payload.setBody("cci");
    payload.setMember(to_text(member));
    payload.setCollege(to_text(college));
    payload.setWeight(1);
    payload.setFrom(day("2025-10-30"));
    set_document(payload.initInstrument(1)[0], "instrument of " + id, schema::DocumentRef::Role::INSTRUMENT);
  });
  ASSERT_TRUE(granted.has_value()) << granted.error().message();
}

void Club::enrol_key(const std::string& mandate) {
  const auto enrolled = record({administrator("es-semara"), administrator("timbuktu"), possession(mandate)},
                               [&](schema::Act::Builder act) {
                                 auto payload = act.initKeyEnrolled();
                                 payload.setKey(to_data(key_id(mandate).view()));
                                 payload.setPurpose(schema::KeyEnrolled::Purpose::DAILY);
                                 payload.setHolder(to_text(mandate));
                               });
  ASSERT_TRUE(enrolled.has_value()) << enrolled.error().message();
}

void set_name(capnp::List<schema::Name>::Builder names, std::string_view text) {
  names[0].setLanguage("fr");
  names[0].setText(to_text(std::string(text)));
}

void set_title(capnp::List<schema::LocalText>::Builder title, std::string_view text) {
  title[0].setLanguage("fr");
  title[0].setText(to_text(std::string(text)));
  title[0].setStanding(schema::LocalText::Standing::PREVAILING);
}

std::string personal_document(std::string_view text) {
  constexpr std::string_view kDomain("jumelage/personal/v1\0", 21);
  return std::string(kDomain) + std::string(32, 's') + std::string(text);
}

void set_document(schema::DocumentRef::Builder document, std::string_view content, schema::DocumentRef::Role role,
                  bool erasable) {
  document.setDigest(to_data(digest_of(content).view()));
  document.setSize(content.size());
  document.setMediaType("text/plain");
  document.setRole(role);
  document.setVisibility(schema::Visibility::MEMBERS);
  document.setErasable(erasable);
}

void set_moment(schema::Moment::Builder moment, UnixMillis utc) {
  moment.setUtc(utc);
  moment.setOffsetMinutes(60);
  moment.setZone("Africa/Casablanca");
}

std::uint32_t day(std::string_view date) {
  const auto days = parse_date(date);
  JUMELAGE_CHECK(days.has_value(), "a civil date");
  return static_cast<std::uint32_t>(*days + 719'163);
}

}  // namespace jumelage::test
