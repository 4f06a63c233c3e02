#include "ledger/author.h"

#include <algorithm>

#include "base/hex.h"
#include "projection/query.h"

namespace jumelage::ledger {
namespace {

using projection::Number;
using projection::row_at;
using schema::Capacity;

capnp::Data::Reader data(ByteView bytes) {
  return {bytes.data(), bytes.size()};
}
std::string_view view(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

// The office of a body that a mandate holds, the most senior first. Offices of a council reach the bodies below it, so
// the mandate's own body is where to look.
std::string office_held(const governance::Register& reg, Number body, Number mandate) {
  std::string found;
  auto rank = schema::OfficeChanged::Kind::DATA_PROTECTION_OFFICER;
  projection::for_each_child(reg, body, schema::SubjectKind::OFFICE, [&](Number office) {
    const auto row = row_at(reg, office);
    if (!row || !(**row).isOffice()) return true;
    const auto state = (**row).getOffice();
    if (state.getHolder() == mandate && (found.empty() || state.getKind() < rank)) {
      found = projection::slug_of(reg, office);
      rank = state.getKind();
    }
    return true;
  });
  return found;
}

// In a founding act nothing is in the register yet: whom a key stands for is read from the act itself.
std::string founding_member_of(const KeyId& key, schema::LedgerConstituted::Reader founding) {
  for (const auto enrolled : founding.getKeys()) {
    if (!equal({enrolled.getKey().begin(), enrolled.getKey().size()}, key.view())) continue;
    for (const auto mandate : founding.getMandates())
      if (mandate.getId() == enrolled.getHolder() && mandate.hasMember()) return std::string(view(mandate.getMember()));
    return std::string(view(enrolled.getHolder()));
  }
  return {};
}

void set_moment(schema::Moment::Builder moment, UnixMillis now) {
  moment.setUtc(now);
  moment.setPrecision(schema::Precision::MILLISECOND);
}

}  // namespace

Author::Author(const governance::Register& reg, const LedgerId& ledger_id, const Clock& clock,
               std::vector<KeyId> signers, const governance::History* history)
    : reg_(reg), ledger_id_(ledger_id), clock_(clock), signers_(std::move(signers)), history_(history) {
  std::sort(signers_.begin(), signers_.end());
  signers_.erase(std::unique(signers_.begin(), signers_.end()), signers_.end());
}

void Author::sign_as(const KeyId& key, Capacity capacity, std::string of) {
  roles_.insert_or_assign(key, Role{capacity, std::move(of)});
}

Result<event::Act> Author::compose(event::ActBuilder draft) {
  auto act = draft.root();
  fill_header(act);
  if (!act.hasSigners()) fill_signers(act);
  if (!act.hasSubjects()) fill_subjects(act);
  draft.sort_lists();
  JUMELAGE_TRY(auto composed, event::Act::parse(draft.canonical()));
  remember(composed);
  return composed;
}

void Author::fill_header(schema::Act::Builder act) const {
  if (act.getSchemaVersion() == 0) act.setSchemaVersion(schema::SCHEMA_VERSION);
  if (!act.hasLedgerId()) act.setLedgerId(data(ledger_id_.view()));
  if (!act.hasRecordedAt()) set_moment(act.initRecordedAt(), clock_.now());
}

void Author::fill_signers(schema::Act::Builder act) const {
  auto list = act.initSigners(static_cast<unsigned>(signers_.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    const KeyId& key = signers_[i];
    const Role role = role_of(key, act.asReader());
    list[i].setKey(data(key.view()));
    list[i].setCapacity(role.capacity);
    if (!role.of.empty()) list[i].setOf(role.of.c_str());
  }
}

Author::Role Author::role_of(const KeyId& key, schema::Act::Reader act) const {
  if (const auto told = roles_.find(key); told != roles_.end()) return told->second;
  if (act.isLedgerConstituted()) return {Capacity::FOUNDER, founding_member_of(key, act.getLedgerConstituted())};
  if (act.isKeyEnrolled()) {
    const auto enrolled = act.getKeyEnrolled().getKey();
    if (equal({enrolled.begin(), enrolled.size()}, key.view())) return {Capacity::POSSESSION, {}};
  }
  const auto subject = projection::find_subject(reg_, to_hex(key.view()));
  const auto row = subject ? row_at(reg_, subject->number) : std::nullopt;
  if (!row || !(**row).isKey()) return {Capacity::MANDATE, {}};  // the rules will say that nobody knows it

  const auto state = (**row).getKey();
  const Number holder = state.getHolder();
  const auto holder_row = row_at(reg_, holder);
  const bool is_mandate = holder_row && (**holder_row).isMandate();
  switch (state.getPurpose()) {
    case schema::KeyEnrolled::Purpose::ADMINISTRATION:
      return {Capacity::ADMINISTRATOR,
              projection::slug_of(reg_, is_mandate ? (**holder_row).getMandate().getMember() : holder)};
    case schema::KeyEnrolled::Purpose::WITNESS:
    case schema::KeyEnrolled::Purpose::NODE_TLS: return {Capacity::NODE, projection::slug_of(reg_, holder)};
    default: break;
  }
  // Experts give opinions for themselves, whatever office they hold besides.
  if (is_mandate && !act.isLegalOpinionGiven()) {
    std::string office = office_held(reg_, (**holder_row).getMandate().getBody(), holder);
    if (!office.empty()) return {Capacity::OFFICE, std::move(office)};
  }
  return {Capacity::MANDATE, projection::slug_of(reg_, holder)};
}

void Author::fill_subjects(schema::Act::Builder act) const {
  const auto known = governance::subjects_for(reg_, act.asReader(), history_);
  auto list = act.initSubjects(static_cast<unsigned>(known.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    list[i].setId(known[i].id.c_str());
    std::optional<governance::Newest> newest = known[i].newest;
    if (const auto seen = seen_.find(known[i].id); seen != seen_.end()) newest = seen->second;
    if (!newest) continue;
    auto prev = list[i].initPrev();
    prev.setId(data(newest->id.view()));
    prev.setRecordedAt(newest->recorded_at);
  }
}

void Author::remember(const event::Act& act) {
  const auto reader = act.reader();
  for (const auto subject : reader.getSubjects())
    seen_.insert_or_assign(std::string(view(subject.getId())),
                           governance::Newest{act.id(), reader.getRecordedAt().getUtc()});
}

}  // namespace jumelage::ledger
