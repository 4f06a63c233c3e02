// Acts about rule sets, bodies, members, mandates and offices, made short to write.
#pragma once

#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
using schema::MandateChanged;
using schema::MemberChanged;
using schema::OfficeChanged;

class Membership : public ::testing::Test {
 protected:
  const std::vector<Signs> officers = {Club::chair(), Club::secretary()};

  static Club::Fill rule_set(std::uint32_t version, const std::function<void(schema::RuleSet::Builder)>& edit) {
    return [=](ActBuilder act) {
      // The founding rules, changed.
      auto payload = act.initRuleSetEnacted();
      payload.setRuleSet(founding_act().root().getLedgerConstituted().getRuleSets()[0].asReader());
      payload.getRuleSet().setVersion(version);
      edit(payload.getRuleSet());
    };
  }
  static event::ActBuilder& founding_act() {
    static event::ActBuilder act = Club::founding_act();
    return act;
  }
  static Club::Fill committee(const std::function<void(schema::BodyEstablished::Builder)>& edit) {
    return [=](ActBuilder act) {
      auto body = act.initBodyEstablished();
      body.setId("heritage");
      test::set_name(body.initNames(1), "Commission du patrimoine");
      body.setKind(schema::BodyEstablished::Kind::COMMITTEE);
      body.setParent("cci");
      auto seat = body.initSeats(1)[0];
      seat.setCollege("cities");
      seat.setCount(1);
      seat.setWeight(1);
      body.initRuleSet().setId("cci-rules");
      body.getRuleSet().setVersion(1);
      body.initNumbering().setSeries("PAT");
      edit(body);
    };
  }
  static Club::Fill admission(const std::function<void(schema::MemberAdmitted::Builder)>& edit) {
    return [=](ActBuilder act) {
      auto member = act.initMemberAdmitted();
      member.setId("smara-sud");
      test::set_name(member.initProfile().initNames(1), "Smara Sud");
      member.getProfile().setCountry("MA");
      edit(member);
    };
  }
  static Club::Fill standing(const char* id, MemberChanged::Standing to, const char* successor = "") {
    return [=](ActBuilder act) {
      auto member = act.initMemberChanged();
      member.setId(id);
      member.setStanding(to);
      member.setVotingRight(true);
      member.setFeesInOrder(true);
      if (*successor) member.setSuccessor(successor);
      member.setReason("as deliberated");
    };
  }
  static Club::Fill grant(const std::string& id, const std::function<void(schema::MandateGranted::Builder)>& edit) {
    return [=](ActBuilder act) {
      auto mandate = act.initMandateGranted();
      mandate.setId(to_text(id));
      mandate.setPerson("p-1");
      mandate.setBody("cci");
      mandate.setMember("timbuktu");
      mandate.setCollege("cities");
      mandate.setWeight(1);
      mandate.setFrom(test::day("2025-11-01"));
      test::set_document(mandate.initInstrument(1)[0], "instrument", schema::DocumentRef::Role::INSTRUMENT);
      edit(mandate);
    };
  }
  static Club::Fill office(const char* id, OfficeChanged::Kind kind, const char* holder, OfficeChanged::Ground ground) {
    return [=](ActBuilder act) {
      auto payload = act.initOfficeChanged();
      payload.setId(id);
      payload.setKind(kind);
      payload.setBody("cci");
      if (*holder) payload.setHolder(holder);
      payload.setFrom(test::day("2025-10-30"));
      payload.setGround(ground);
    };
  }

  Club club;
  const std::vector<Signs> appointers = {Club::mandate("timbuktu-1"), Club::secretary()};
};

}  // namespace jumelage::governance
