#include "support/council_workload.h"

#include <fmt/format.h>

#include "base/check.h"
#include "base/clock.h"
#include "event/identity.h"
#include "governance/row.h"
#include "support/council_words.h"

namespace jumelage::test {

using governance::to_data;
using governance::to_text;

namespace {

constexpr std::uint32_t kSessionsOfACommittee = 12;
constexpr std::array kMembers = {"es-semara", "timbuktu", "vijayawada"};

// The club's, under rules that know proxies.
event::ActBuilder founding_with_proxies() {
  event::ActBuilder act = Club::founding_act();
  auto proxies = act.root().getLedgerConstituted().getRuleSets()[0].getProxies();
  proxies.setAllowed(true);
  proxies.setPerHolder(1);
  return act;
}

Scribe::Signers administrators() {
  return {Club::administrator("es-semara"), Club::administrator("timbuktu")};
}

}  // namespace

CouncilWorkload::CouncilWorkload()
    : founding_(founding_with_proxies()), scribe_(event::ledger_id_of(founding_.canonical())) {
  documents_ = Club::founding_documents();
  for (const char* words : {kText, kInstrument, kMinutes, kEvidence}) documents_.emplace_back(words);
  const auto act = event::Act::parse(founding_.canonical()).value();
  const Scribe::Ref founding{act.id(), act.reader().getRecordedAt().getUtc()};
  for (const char* member : kMembers) scribe_.saw(member, founding);
  for (const char* office : {"cci-chair", "cci-vice-chair", "cci-secretary", "cci-dpo"}) scribe_.saw(office, founding);
}

std::vector<Bytes> CouncilWorkload::foundation() const {
  const event::SealedAct sealed = club_.seal(founding_);
  return {Bytes(sealed.bytes().begin(), sealed.bytes().end())};
}

std::vector<std::string> CouncilWorkload::take_documents() {
  return std::exchange(documents_, {});
}

std::vector<Bytes> CouncilWorkload::singles(std::size_t count) {
  std::vector<Bytes> out;
  while (out.size() < count) {
    next_session();
    scribe_.take_singles(out);
  }
  return out;
}

std::vector<Bytes> CouncilWorkload::packets(std::size_t count) {
  std::vector<Bytes> out;
  while (out.size() < count) {
    next_session();
    scribe_.take_packets(out);
  }
  return out;
}

void CouncilWorkload::next_session() {
  scribe_.set_now(system_clock().now());
  if (session_ % kSessionsOfACommittee == 0) establish_committee();
  ++number_;
  acts_ = 0;
  prepare_session();
  hold_session();
  after_session();
  other_affairs();
  if (number_ == kSessionsOfACommittee) retire_committee();
  ++session_;
}

std::string CouncilWorkload::seat(unsigned number) const {
  return fmt::format("seat-{:05}-{}", committee_, number);
}

void CouncilWorkload::establish_committee() {
  ++committee_;
  number_ = 0;
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto body = act.initBodyEstablished();
    body.setId(to_text(committee_id(committee_)));
    set_name(body.initNames(1), fmt::format("Commission numéro {}", committee_));
    body.setKind(schema::BodyEstablished::Kind::COMMITTEE);
    body.setParent("cci");
    auto seats = body.initSeats(1)[0];
    seats.setCollege("cities");
    seats.setCount(kSeats);
    seats.setWeight(1);
    body.initRuleSet().setId("cci-rules");
    body.getRuleSet().setVersion(1);
    body.initNumbering().setSeries(to_text(fmt::format("K{}", committee_)));
  });
  grant_seats();
  enrol_first_seat();
}

// One person is new; the others are known to the club.
void CouncilWorkload::grant_seats() {
  const std::string person = fmt::format("person-{:05}", committee_);
  documents_.push_back(personal_document(person));
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto registered = act.initPersonRegistered();
    registered.setId(to_text(person));
    set_document(registered.initDocument(), documents_.back(), schema::DocumentRef::Role::PERSONAL, true);
  });
  for (unsigned i = 0; i < kSeats; ++i) {
    const std::string member = kMembers[i * kMembers.size() / kSeats];
    scribe_.write({Club::mandate(member + "-1"), Club::secretary()}, [&](schema::Act::Builder act) {
      auto mandate = act.initMandateGranted();
      mandate.setId(to_text(seat(i)));
      mandate.setPerson(to_text(i == 0 ? person : fmt::format("p-{}", 1 + i % 5)));
      mandate.setBody(to_text(committee_id(committee_)));
      mandate.setMember(to_text(member));
      mandate.setCollege("cities");
      mandate.setWeight(1);
      mandate.setFrom(day("2025-10-30"));
      set_document(mandate.initInstrument(1)[0], kInstrument, schema::DocumentRef::Role::INSTRUMENT);
    });
  }
}

void CouncilWorkload::enrol_first_seat() {
  Scribe::Signers signers = administrators();
  signers.push_back(Club::possession(seat(0)));
  scribe_.write(signers, [&](schema::Act::Builder act) {
    auto enrolled = act.initKeyEnrolled();
    enrolled.setKey(to_data(Club::key_id(seat(0)).view()));
    enrolled.setPurpose(schema::KeyEnrolled::Purpose::DAILY);
    enrolled.setHolder(to_text(seat(0)));
  });
}

void CouncilWorkload::end_first_seat() {
  scribe_.write({Club::mandate(seat(0))}, [&](schema::Act::Builder act) {
    auto changed = act.initMandateChanged();
    changed.setId(to_text(seat(0)));
    changed.setChange(schema::MandateChanged::Change::ENDED);
    changed.setReason(schema::MandateChanged::Reason::TERM_OVER);
    changed.setFrom(today());
  });
  scribe_.write(administrators(), [&](schema::Act::Builder act) {
    auto revoked = act.initKeyRevoked();
    revoked.setKey(to_data(Club::key_id(seat(0)).view()));
    revoked.setReason(schema::KeyRevoked::Reason::HOLDER_LEFT);
  });
}

void CouncilWorkload::retire_committee() {
  end_first_seat();
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto body = act.initBodyChanged();
    body.setId(to_text(committee_id(committee_)));
    set_name(body.initNames(1), fmt::format("Commission numéro {}", committee_));
    auto seats = body.initSeats(1)[0];
    seats.setCollege("cities");
    seats.setCount(kSeats);
    seats.setWeight(1);
    body.initRuleSet().setId("cci-rules");
    body.getRuleSet().setVersion(1);
    body.setDissolved(true);
    body.setDecision(to_text(decision_id(kPlainItem)));
  });
}

}  // namespace jumelage::test
