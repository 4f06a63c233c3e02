#include "support/workload.h"

#include <fmt/format.h>

#include "base/check.h"

namespace jumelage::test {
namespace {

constexpr std::string_view kBody = "old-register";

std::string item_name(std::size_t number) {
  return fmt::format("old-{:09}", number);
}

void set_ref(schema::ActRef::Builder ref, const event::Act& act) {
  ref.setId({act.id().bytes.data(), act.id().bytes.size()});
  ref.setRecordedAt(act.reader().getRecordedAt().getUtc());
}

void set_subject(schema::Subject::Builder subject, const std::string& id, const event::Act* prev) {
  subject.setId(id.c_str());
  if (prev != nullptr) set_ref(subject.initPrev(), *prev);
}

void set_count(schema::Count::Builder count, std::uint32_t value) {
  count.setValue(value);
}

event::Act finish(event::ActBuilder& draft) {
  draft.sort_lists();
  auto act = event::Act::parse(draft.canonical());
  if (!act) stop("Act::parse", act.error().message(), __FILE__, __LINE__);
  return std::move(act).value();
}

const crypto::SigningKey& secretary_key() {
  return Club::key(Club::secretary().key);
}

Bytes copy(const event::SealedAct& sealed) {
  return {sealed.bytes().begin(), sealed.bytes().end()};
}

// What every act of the import carries.
void fill_envelope(schema::Act::Builder act, const LedgerId& ledger, UnixMillis recorded_at) {
  act.setSchemaVersion(1);
  act.setBasis(schema::Basis::IMPORTED);
  act.setLedgerId({ledger.bytes.data(), ledger.bytes.size()});
  set_moment(act.initRecordedAt(), recorded_at);
  auto signer = act.initSigners(1)[0];
  const KeyId key = secretary_key().id();
  signer.setKey({key.bytes.data(), key.bytes.size()});
  signer.setCapacity(schema::Capacity::OFFICE);
  signer.setOf("cci-secretary");
}

}  // namespace

std::vector<Bytes> Workload::foundation() const {
  const auto body = club_.draft({Club::chair(), Club::secretary()}, [](schema::Act::Builder act) {
    auto established = act.initBodyEstablished();
    established.setId(std::string(kBody).c_str());
    set_name(established.initNames(1), "Ancien registre");
    established.setKind(schema::BodyEstablished::Kind::IMPORTED);
    established.setParent("cci");
    auto rules = established.initRuleSet();
    rules.setId("cci-rules");
    rules.setVersion(1);
    auto numbering = established.initNumbering();
    numbering.setSeries("OLD");
    numbering.setSource(schema::BodyEstablished::Numbering::Source::ORIGIN);
  });
  std::vector<Bytes> acts;
  acts.push_back(copy(club_.founding_sealed()));
  acts.push_back(copy(club_.seal(body)));
  return acts;
}

event::Act Workload::proposal(const std::string& id) const {
  event::ActBuilder draft;
  auto act = draft.root();
  fill_envelope(act, club_.ledger_id(), started_at_ + static_cast<UnixMillis>(next_item_ / 20));
  set_subject(act.initSubjects(1)[0], id, nullptr);
  auto tabled = act.initProposalTabled();
  tabled.setId(id.c_str());
  tabled.setBody(std::string(kBody).c_str());
  set_title(tabled.initTitle(1), fmt::format("Fonds de concours à la commune, opération numéro {}", next_item_));
  auto matter = tabled.initMatter();
  matter.setScheme("scdl");
  matter.setLabel("COMMANDE PUBLIQUE");
  return finish(draft);
}

event::Act Workload::vote(const std::string& id, const event::Act& proposal) const {
  event::ActBuilder draft;
  auto act = draft.root();
  fill_envelope(act, club_.ledger_id(), proposal.reader().getRecordedAt().getUtc());
  set_subject(act.initSubjects(1)[0], id, &proposal);
  auto recorded = act.initVoteRecorded();
  recorded.setItem(id.c_str());
  recorded.setRound(1);
  recorded.setMode(schema::VoteRecorded::Mode::UNKNOWN);
  auto tally = recorded.initTally();
  set_count(tally.initFor(), 7);
  set_count(tally.initAgainst(), static_cast<std::uint32_t>(next_item_ % 3));
  set_count(tally.initAbstain(), 1);
  set_count(tally.initBlank(), 0);
  set_count(tally.initSpoilt(), 0);
  set_count(tally.initNotTakingPart(), 0);
  set_count(tally.initPresent(), 11);
  set_count(tally.initInExercise(), 13);
  recorded.setAnnounced(schema::Outcome::ADOPTED);
  return finish(draft);
}

event::Act Workload::decision(const std::string& id, const event::Act& vote) const {
  event::ActBuilder draft;
  auto act = draft.root();
  fill_envelope(act, club_.ledger_id(), vote.reader().getRecordedAt().getUtc());
  const std::string decision_id = "d-" + id;
  auto subjects = act.initSubjects(2);
  set_subject(subjects[0], decision_id, nullptr);
  set_subject(subjects[1], id, &vote);
  auto recorded = act.initDecisionRecorded();
  recorded.setId(decision_id.c_str());
  recorded.setBody(std::string(kBody).c_str());
  recorded.setItem(id.c_str());
  set_ref(recorded.initVote(), vote);
  set_title(recorded.initTitle(1), fmt::format("Fonds de concours à la commune, opération numéro {}", next_item_));
  recorded.setOutcome(schema::Outcome::ADOPTED);
  recorded.setDate(day("2025-11-20"));
  auto external = act.initExternalIds(1)[0];
  external.setScheme("scdl:DELIB_ID");
  external.setValue(fmt::format("2025.{:05}", next_item_).c_str());
  return finish(draft);
}

void Workload::add_item(std::vector<event::Act>& acts) {
  const std::string id = item_name(next_item_);
  acts.push_back(proposal(id));
  acts.push_back(vote(id, acts.back()));
  acts.push_back(decision(id, acts.back()));
  ++next_item_;
}

std::vector<Bytes> Workload::singles(std::size_t count) {
  const crypto::SigningKey* const keys[] = {&secretary_key()};
  std::vector<Bytes> out;
  out.reserve(count + 2);
  std::vector<event::Act> acts;
  while (out.size() < count) {
    acts.clear();
    add_item(acts);
    for (const event::Act& act : acts) out.push_back(copy(event::seal(act, club_.ledger_id(), keys).value()));
  }
  return out;
}

std::vector<Bytes> Workload::packets(std::size_t count) {
  const crypto::SigningKey* const keys[] = {&secretary_key()};
  std::vector<Bytes> out;
  out.reserve(count + kPacketActs);
  std::vector<event::Act> acts;
  while (out.size() < count) {
    acts.clear();
    while (acts.size() + 3 <= kPacketActs) add_item(acts);
    const auto sealed = event::seal_packet(acts, club_.ledger_id(), keys).value();
    for (const event::SealedAct& one : sealed) out.push_back(copy(one));
  }
  return out;
}

}  // namespace jumelage::test
