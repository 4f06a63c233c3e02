// A chamber below the council, made to measure: as many seats, of whatever colleges, under whatever model a case needs.
// Seats are m1, m2 and so on; m1 is its chair. What a case does in it, it does by acts.
#pragma once

#include <algorithm>

#include "session_fixture.h"

namespace jumelage::governance {

using ChangeRules = std::function<void(schema::RuleSet::Builder)>;

inline std::string seat_name(std::size_t number) {
  return "m" + std::to_string(number);
}

// A secretary acts for a principal without a key.
inline Spoil attested_for(const std::string& principal) {
  return [principal](schema::Act::Builder act) {
    act.setBasis(schema::Basis::ATTESTED);
    auto attestation = act.initAttestation();
    attestation.setAttester("cci-secretary");
    attestation.setStatement("letter received by post");
    attestation.setOnBehalfOf(to_text(principal));
  };
}

class Chamber : public Council {
 protected:
  // One letter a seat: c cities, p partners, e experts.
  void establish(const std::string& colleges, const std::string& model, const ChangeRules& change = {}) {
    model_ = model;
    seats_ = colleges.size();
    ASSERT_TRUE(record(both(), [&](schema::Act::Builder act) {
      auto rules = act.initRuleSetEnacted().initRuleSet();
      ASSERT_TRUE(fill_model(model, rules));
      if (change) change(rules);
    }));
    ASSERT_TRUE(record(both(), [&](schema::Act::Builder act) { fill_body(act.initBodyEstablished(), colleges); }));
    for (std::size_t i = 0; i < seats_; ++i) grant(seat_name(i + 1), college(colleges[i]));
    const Outcomes chaired = record(both(), [](schema::Act::Builder act) {
      auto office = act.initOfficeChanged();
      office.setId("chamber-chair");
      office.setKind(schema::OfficeChanged::Kind::CHAIR);
      office.setBody("chamber");
      office.setHolder("m1");
      office.setFrom(test::day("2025-10-30"));
      office.setGround(schema::OfficeChanged::Ground::VACANCY_RULE);
    });
    ASSERT_EQ(codes(chaired), none());
  }

  // A mandate in the chamber; an alternate's names its titular.
  void grant(const std::string& id, const char* college, const std::string& alternate_of = {}) {
    const std::string person = "p-" + id + "-here";
    ASSERT_TRUE(record(secretary(), [&](schema::Act::Builder act) {
      auto registered = act.initPersonRegistered();
      registered.setId(to_text(person));
      test::set_document(registered.initDocument(), person, schema::DocumentRef::Role::PERSONAL, true);
    }));
    const Outcomes granted = record({Club::mandate("es-semara-1"), Club::secretary()}, [&](schema::Act::Builder act) {
      auto mandate = act.initMandateGranted();
      mandate.setId(to_text(id));
      mandate.setPerson(to_text(person));
      mandate.setBody("chamber");
      mandate.setMember("es-semara");
      mandate.setCollege(college);
      mandate.setWeight(1);
      mandate.setFrom(test::day("2025-10-30"));
      if (!alternate_of.empty()) {
        mandate.setAlternateOf(to_text(alternate_of));
        mandate.setRank(1);
      }
      test::set_document(mandate.initInstrument(1)[0], id, schema::DocumentRef::Role::INSTRUMENT);
    });
    ASSERT_TRUE(granted) << granted.error().message();
  }

  Outcomes table_here(const std::string& id) {
    return table(id, [](schema::Act::Builder act) { act.getProposalTabled().setBody("chamber"); });
  }
  Outcomes convene_here(const std::string& id, std::uint32_t number, const std::vector<std::string>& agenda,
                        std::uint8_t call = 1, const std::string& follows = {}) {
    return convene(id, number, agenda, [&](schema::Act::Builder act) {
      auto p = act.getSessionConvened();
      p.setBody("chamber");
      p.setCall(call);
      if (!follows.empty()) p.setFollows(to_text(follows));
      p.getRuleSet().setId(to_text(model_));
      test::set_moment(p.getScheduled(), club_.now() + 30 * kDay_ms);
    });
  }
  // One letter a seat: P present, R remote, E excused, anything else absent.
  static Presence presence(char letter) {
    return letter == 'P'   ? Presence::PRESENT
           : letter == 'R' ? Presence::REMOTE
           : letter == 'E' ? Presence::EXCUSED
                           : Presence::ABSENT;
  }
  Outcomes open_here(const std::string& id, const std::string& there) {
    return open(id, 0, [&](schema::Act::Builder act) {
      auto p = act.getSessionOpened();
      p.setPresider("m1");
      auto lines = p.initAttendance(static_cast<unsigned>(there.size()));
      for (unsigned i = 0; i < lines.size(); ++i) {
        lines[i].setMandate(to_text(seat_name(i + 1)));
        lines[i].setPresence(presence(there[i]));
      }
    });
  }
  Outcomes move(const std::string& session, const std::string& there) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < there.size(); ++i) lines.push_back({seat_name(i + 1), presence(there[i])});
    return attendance(session, lines);
  }
  Outcomes give_proxy(const std::string& id, const std::string& session, const std::string& principal,
                      const std::string& holder, const Spoil& spoil = {}) {
    return record(
        secretary(),
        [&](schema::Act::Builder act) {
          attested_for(principal)(act);
          auto p = act.initProxyGranted();
          p.setId(to_text(id));
          p.setSession(to_text(session));
          p.setPrincipal(to_text(principal));
          p.setHolder(to_text(holder));
          test::set_moment(p.initReceived(), club_.now());
        },
        spoil);
  }
  Outcomes recuse(const std::string& mandate, const std::string& target, const std::string& session,
                  const Spoil& spoil = {}, const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initInterestDeclared();
          p.setMandate(to_text(mandate));
          p.setTarget(to_text(target));
          if (!session.empty()) p.setSession(to_text(session));
        },
        spoil);
  }
  Outcomes change_state(const std::string& session, schema::SessionStateChanged::State state, const Spoil& spoil = {},
                        const Signers& signers = both()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initSessionStateChanged();
          p.setSession(to_text(session));
          p.setState(state);
          test::set_moment(p.initAt(), club_.now());
          p.setReason("so it was");
        },
        spoil);
  }

  std::size_t seats_ = 0;
  std::string model_;

 private:
  static const char* college(char letter) { return letter == 'p' ? "partners" : letter == 'e' ? "experts" : "cities"; }
  void fill_body(schema::BodyEstablished::Builder body, const std::string& colleges) {
    body.setId("chamber");
    test::set_name(body.initNames(1), "Chambre");
    body.setKind(schema::BodyEstablished::Kind::COMMITTEE);
    body.setParent("cci");
    auto seats = body.initSeats(3);
    for (unsigned i = 0; i < 3; ++i) {
      seats[i].setCollege(college("cpe"[i]));
      seats[i].setCount(static_cast<std::uint16_t>(
          std::max<std::ptrdiff_t>(1, std::count(colleges.begin(), colleges.end(), "cpe"[i]))));
      seats[i].setWeight(1);
    }
    body.initRuleSet().setId(to_text(model_));
    body.getRuleSet().setVersion(1);
    body.initNumbering().setSeries("CH");
  }
};

}  // namespace jumelage::governance
