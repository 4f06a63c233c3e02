// Projects that members lead, on top of the agreement fixture.
#pragma once

#include "agreement_fixture.h"
#include "governance/project_continuity.h"

namespace jumelage::governance {

using ProjectStatus = schema::ProjectState::Status;
using ProjectChange = schema::ProjectStateChanged::State;
using MandateChange = schema::MandateChanged::Change;
using Standing = schema::MemberChanged::Standing;

class Project : public Agreement {
 protected:
  // Led by Timbuktu, with Vijayawada, from 2026-01-15.
  Outcomes launch(const Spoil& spoil = {}, const Signers& signers = {Club::mandate("timbuktu-1"), Club::secretary()}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initProjectLaunched();
          p.setId("water");
          test::set_title(p.initTitle(1), "Eau");
          p.setTheme("water");
          p.setLead("timbuktu-1");
          p.setLeadMember("timbuktu");
          p.initPartners(1).set(0, "vijayawada");
          p.initBudget().setMinorUnits(100'000);
          p.getBudget().setCurrency("MAD");
          auto milestones = p.initMilestones(2);
          const char* ids[] = {"well", "pump"};
          for (unsigned i = 0; i < 2; ++i) {
            milestones[i].setId(ids[i]);
            test::set_title(milestones[i].initTitle(1), ids[i]);
            milestones[i].setDue(test::day("2026-06-01"));
          }
          p.setFrom(test::day("2026-01-15"));
          p.setUntil(test::day("2026-12-31"));
        },
        spoil);
  }

  Outcomes report(const char* from, const char* until, const Spoil& spoil = {},
                  const Signers& signers = of("timbuktu")) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initProjectReported();
          p.setProject("water");
          p.setFrom(test::day(from));
          p.setUntil(test::day(until));
          test::set_title(p.initProgress(1), "avance");
        },
        spoil);
  }
  static Spoil spent(std::int64_t amount, const char* currency = "MAD") {
    return [=](schema::Act::Builder act) {
      auto money = act.getProjectReported().initSpent();
      money.setMinorUnits(amount);
      money.setCurrency(currency);
    };
  }
  static Spoil reached(const char* milestone) {
    return [=](schema::Act::Builder act) { act.getProjectReported().initMilestonesReached(1).set(0, milestone); };
  }

  Outcomes turn(ProjectChange state, const char* from,
                const Signers& signers = {Club::mandate("timbuktu-1"), Club::secretary()}, const Spoil& spoil = {}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initProjectStateChanged();
          p.setProject("water");
          p.setState(state);
          p.setFrom(test::day(from));
          p.setReason("as agreed");
        },
        spoil);
  }

  Outcomes hand_over(const std::string& lead, const std::string& member, const char* from, const Signers& signers,
                     const Spoil& spoil = {}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initProjectHandedOver();
          p.setProject("water");
          p.setNewLead(to_text(lead));
          p.setNewLeadMember(to_text(member));
          p.setFrom(test::day(from));
          test::set_title(p.initState(1), "en cours");
        },
        spoil);
  }

  void change_mandate(const std::string& mandate, MandateChange to, const char* from) {
    const std::string member = mandate.substr(0, mandate.rfind('-'));
    const Outcomes changed = record(of(member), [&](schema::Act::Builder act) {
      auto p = act.initMandateChanged();
      p.setId(to_text(mandate));
      p.setChange(to);
      p.setFrom(test::day(from));
    });
    ASSERT_TRUE(changed) << changed.error().message();
  }
  void withdraw_member(const std::string& member) {
    const Outcomes changed =
        record({Club::chair(), Club::secretary(), Club::mandate(member + "-1")}, [&](schema::Act::Builder act) {
          auto p = act.initMemberChanged();
          p.setId(to_text(member));
          p.setStanding(Standing::WITHDRAWN);
          p.setVotingRight(true);
          p.setFeesInOrder(true);
          p.setReason("as deliberated");
        });
    ASSERT_TRUE(changed) << changed.error().message();
  }

  schema::ProjectState::Reader water() { return row("water").getProject(); }
  ProjectStatus status() { return water().getStatus(); }
  LeadLapse lapse(const char* on, std::uint64_t position = kNever) {
    return lead_lapse(club_.reg(), club_.number_of("water"), test::day(on), position);
  }
};

}  // namespace jumelage::governance
