// The founding act of the test club.
#include <array>

#include "governance/row.h"
#include "support/club.h"

namespace jumelage::test {
namespace {

using governance::to_data;
using governance::to_text;
using Purpose = schema::KeyEnrolled::Purpose;

const std::array<std::string, 3> kMembers = {"es-semara", "timbuktu", "vijayawada"};

struct Seat {
  std::string mandate;
  std::string member;  // empty: in the person's own right
  std::string college;
  schema::MandateGranted::Kind kind;
};
const std::array<Seat, 5> kMandates = {{
    {"es-semara-1", "es-semara", "cities", schema::MandateGranted::Kind::REPRESENTATIVE},
    {"timbuktu-1", "timbuktu", "cities", schema::MandateGranted::Kind::REPRESENTATIVE},
    {"vijayawada-1", "vijayawada", "cities", schema::MandateGranted::Kind::REPRESENTATIVE},
    {"secretary-1", "", "", schema::MandateGranted::Kind::SECRETARY},
    {"expert-1", "", "experts", schema::MandateGranted::Kind::LEGAL_EXPERT},
}};

std::string person_of(std::size_t mandate) {
  return "p-" + std::to_string(mandate + 1);
}

void fill_finality(schema::LedgerConstituted::Builder act) {
  auto finality = act.initFinality();
  auto witnesses = finality.initWitnesses(kMembers.size());
  for (capnp::uint i = 0; i < kMembers.size(); ++i) {
    witnesses[i].setMember(to_text(kMembers[i]));
    witnesses[i].setKey(to_data(Club::key_id(kMembers[i] + "/witness").view()));
  }
  finality.setQuorum(2);
}

void fill_administration(schema::LedgerConstituted::Builder act) {
  auto administration = act.initAdministration();
  auto administrators = administration.initAdministrators(kMembers.size());
  for (capnp::uint i = 0; i < kMembers.size(); ++i) {
    administrators[i].setMember(to_text(kMembers[i]));
    administrators[i].setKey(to_data(Club::key_id(kMembers[i] + "/admin").view()));
  }
  administration.setQuorum(2);
}

void fill_rules(schema::RuleSet::Builder rules) {
  rules.setId("cci-rules");
  rules.setVersion(1);
  set_title(rules.initTitle(1), "Règlement intérieur");
  auto quorum = rules.initQuorum();
  quorum.initFraction().setNumerator(1);
  quorum.getFraction().setDenominator(2);
  auto majority = rules.initMajorities(1)[0];
  majority.setId("simple");
  majority.initFraction().setNumerator(1);
  majority.getFraction().setDenominator(2);
  majority.setStrict(true);
  majority.setMinFor(1);
  majority.setTie(schema::Majority::Tie::CASTING_VOTE);
  majority.setMaxRounds(1);
  rules.setDefaultMajority("simple");
  rules.initProxies();
  rules.initNotice().setCount(7);
}

void fill_body(schema::BodyEstablished::Builder body) {
  body.setId("cci");
  set_name(body.initNames(1), "Conseil de Coordination International");
  body.setKind(schema::BodyEstablished::Kind::COUNCIL);
  auto seats = body.initSeats(3);
  const std::array<std::pair<const char*, std::uint16_t>, 3> colleges = {
      {{"cities", 9}, {"partners", 2}, {"experts", 2}}};
  for (capnp::uint i = 0; i < seats.size(); ++i) {
    seats[i].setCollege(colleges[i].first);
    seats[i].setCount(colleges[i].second);
    seats[i].setWeight(1);
  }
  body.initRuleSet().setId("cci-rules");
  body.getRuleSet().setVersion(1);
  body.initNumbering().setSeries("CCI");
}

void fill_members(schema::LedgerConstituted::Builder act) {
  const std::array<const char*, 3> names = {"Es-Semara", "Tombouctou", "Vijayawada"};
  const std::array<const char*, 3> countries = {"MA", "ML", "IN"};
  auto members = act.initMembers(kMembers.size());
  for (capnp::uint i = 0; i < kMembers.size(); ++i) {
    members[i].setId(to_text(kMembers[i]));
    auto profile = members[i].initProfile();
    set_name(profile.initNames(1), names[i]);
    profile.setCountry(countries[i]);
    members[i].setVotingRight(true);
    members[i].setFeesInOrder(true);
  }
}

void fill_people(schema::LedgerConstituted::Builder act) {
  auto persons = act.initPersons(kMandates.size());
  auto mandates = act.initMandates(kMandates.size());
  for (capnp::uint i = 0; i < kMandates.size(); ++i) {
    persons[i].setId(to_text(person_of(i)));
    set_document(persons[i].initDocument(), personal_document(person_of(i)), schema::DocumentRef::Role::PERSONAL, true);
    const Seat& seat = kMandates[i];
    mandates[i].setId(to_text(seat.mandate));
    mandates[i].setPerson(to_text(person_of(i)));
    mandates[i].setBody("cci");
    if (!seat.member.empty()) mandates[i].setMember(to_text(seat.member));
    mandates[i].setKind(seat.kind);
    if (!seat.college.empty()) mandates[i].setCollege(to_text(seat.college));
    mandates[i].setWeight(seat.college.empty() ? 0 : 1);
    mandates[i].setFrom(day("2025-10-30"));
  }
}

void fill_offices(schema::LedgerConstituted::Builder act) {
  using Kind = schema::OfficeChanged::Kind;
  struct Office {
    const char* id;
    Kind kind;
    const char* holder;
  };
  const std::array<Office, 4> all = {{{"cci-chair", Kind::CHAIR, "es-semara-1"},
                                      {"cci-vice-chair", Kind::VICE_CHAIR, "timbuktu-1"},
                                      {"cci-secretary", Kind::SECRETARY, "secretary-1"},
                                      {"cci-dpo", Kind::DATA_PROTECTION_OFFICER, "expert-1"}}};
  auto offices = act.initOffices(all.size());
  for (capnp::uint i = 0; i < all.size(); ++i) {
    offices[i].setId(all[i].id);
    offices[i].setKind(all[i].kind);
    offices[i].setBody("cci");
    offices[i].setHolder(all[i].holder);
    offices[i].setFrom(day("2025-10-30"));
    offices[i].setGround(schema::OfficeChanged::Ground::FOUNDING);
  }
}

void fill_key(schema::KeyEnrolled::Builder key, const std::string& name, Purpose purpose, const std::string& holder) {
  key.setKey(to_data(Club::key_id(name).view()));
  key.setPurpose(purpose);
  key.setHolder(to_text(holder));
}

void fill_keys(schema::LedgerConstituted::Builder act) {
  auto keys = act.initKeys(kMandates.size() + 2 * kMembers.size() + 1);
  capnp::uint at = 0;
  for (const Seat& seat : kMandates) fill_key(keys[at++], seat.mandate, Purpose::DAILY, seat.mandate);
  for (const std::string& member : kMembers) {
    fill_key(keys[at++], member + "/admin", Purpose::ADMINISTRATION, member);
    fill_key(keys[at++], member + "/witness", Purpose::WITNESS, member);
  }
  fill_key(keys[at], kMembers[0] + "/log", Purpose::LOG, kMembers[0]);
}

void fill_founding(schema::LedgerConstituted::Builder act) {
  set_name(act.initName(1), "Club international des villes jumelées");
  act.setOrigin("jumelage.example/es-semara");
  act.setPrimary(to_text(kMembers[0]));
  act.setLogKey(to_data(Club::key_id(kMembers[0] + "/log").view()));
  auto languages = act.initLanguages(3);
  languages.set(0, "fr");
  languages.set(1, "ar");
  languages.set(2, "en");
  set_document(act.initCharter(1)[0], "charte", schema::DocumentRef::Role::CHARTER);
  const Digest schema_digest{};
  act.setSchemaDigest(to_data(schema_digest.view()));
  fill_finality(act);
  fill_administration(act);
  fill_rules(act.initRuleSets(1)[0]);
  fill_body(act.initBodies(1)[0]);
  fill_members(act);
  fill_people(act);
  fill_offices(act);
  fill_keys(act);
}

}  // namespace

std::vector<std::string> Club::founding_documents() {
  std::vector<std::string> contents = {"charte"};
  for (std::size_t i = 0; i < kMandates.size(); ++i) contents.push_back(personal_document(person_of(i)));
  return contents;
}

event::ActBuilder Club::founding_act() {
  const Club nothing{Unfounded{}};
  std::vector<Signs> signers;
  for (const std::string& member : kMembers) {
    signers.push_back({member + "-1", schema::Capacity::FOUNDER, member});
    signers.push_back(possession(member + "/admin"));
    signers.push_back(possession(member + "/witness"));
  }
  for (const char* other : {"secretary-1", "expert-1", "es-semara/log"}) signers.push_back(possession(other));
  return nothing.draft(signers, [](schema::Act::Builder act) { fill_founding(act.initLedgerConstituted()); });
}

}  // namespace jumelage::test
