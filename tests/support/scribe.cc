#include "support/scribe.h"

#include <span>

#include "base/check.h"
#include "event/identity.h"
#include "governance/memory_register.h"
#include "governance/row.h"

namespace jumelage::test {
namespace {

using governance::to_data;
using governance::to_text;

Bytes copy(const event::SealedAct& sealed) {
  return {sealed.bytes().begin(), sealed.bytes().end()};
}

constexpr std::size_t kPacketActs = 256;

// Kinds that tell their subjects themselves need no register for it.
std::vector<std::string> own_subjects(schema::Act::Reader act) {
  static const governance::MemoryRegister kNothing;
  const governance::SubjectIds subjects(kNothing, act);
  return {subjects.ids().begin(), subjects.ids().end()};
}

}  // namespace

void set_ref(schema::ActRef::Builder ref, const Scribe::Ref& to) {
  ref.setId(to_data(to.id.view()));
  ref.setRecordedAt(to.recorded_at);
}

const crypto::SigningKey& Scribe::key(const std::string& name) {
  const crypto::SigningKey*& known = keys_[name];
  if (known == nullptr) known = &Club::key(name);
  return *known;
}

void Scribe::fill_envelope(schema::Act::Builder act, const Signers& signers) {
  act.setSchemaVersion(schema::SCHEMA_VERSION);
  act.setBasis(schema::Basis::LIVE);
  act.setLedgerId(to_data(ledger_.view()));
  set_moment(act.initRecordedAt(), now_);
  auto list = act.initSigners(static_cast<unsigned>(signers.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    list[i].setKey(to_data(key(signers[i].key).id().view()));
    list[i].setCapacity(signers[i].capacity);
    if (!signers[i].of.empty()) list[i].setOf(to_text(signers[i].of));
  }
}

void Scribe::fill_subjects(schema::Act::Builder act, std::vector<std::string> subjects) {
  auto list = act.initSubjects(static_cast<unsigned>(subjects.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    list[i].setId(to_text(subjects[i]));
    const auto seen = newest_.find(subjects[i]);
    if (seen != newest_.end()) set_ref(list[i].initPrev(), seen->second);
  }
}

Scribe::Ref Scribe::write(const Signers& signers, const Club::Fill& fill, std::vector<std::string> subjects) {
  event::ActBuilder draft;
  fill_envelope(draft.root(), signers);
  fill(draft.root());
  if (subjects.empty()) subjects = own_subjects(draft.root().asReader());
  fill_subjects(draft.root(), subjects);
  draft.sort_lists();
  auto act = event::Act::parse(draft.canonical());
  JUMELAGE_CHECK(act.has_value(), act.error().message());
  const Ref ref{act.value().id(), now_};
  for (std::string& subject : subjects) newest_[std::move(subject)] = ref;
  ++kinds_[std::string(event::kind_name(act.value().kind()))];
  acts_.push_back(std::move(act).value());
  Keys& keys = signed_by_.emplace_back();
  for (const Club::Signs& signer : signers) keys.push_back(&key(signer.key));
  return ref;
}

void Scribe::take_singles(std::vector<Bytes>& out) {
  for (std::size_t i = 0; i < acts_.size(); ++i)
    out.push_back(copy(event::seal(acts_[i], ledger_, signed_by_[i]).value()));
  acts_.clear();
  signed_by_.clear();
}

void Scribe::take_packets(std::vector<Bytes>& out) {
  for (std::size_t from = 0; from < acts_.size();) {
    std::size_t to = from + 1;
    while (to < acts_.size() && to - from < kPacketActs && signed_by_[to] == signed_by_[from]) ++to;
    const auto packet = std::span(acts_).subspan(from, to - from);
    const auto sealed = event::seal_packet(packet, ledger_, signed_by_[from]);
    JUMELAGE_CHECK(sealed.has_value(), sealed.error().message());
    for (const event::SealedAct& one : sealed.value()) out.push_back(copy(one));
    from = to;
  }
  acts_.clear();
  signed_by_.clear();
}

}  // namespace jumelage::test
