// Decisions in their later life, made short to write: what authorities, courts and later decisions do to them.
#pragma once

#include <string>
#include <vector>

#include "governance/decision_standing.h"
#include "session_fixture.h"

namespace jumelage::governance {

using Codes = std::vector<std::string>;
using Ruling = schema::ChallengeRecorded::Result;
using Event = schema::SupervisionRecorded::Event;
using Silence = schema::ClearanceStep::Silence;
using StepKind = schema::ClearanceStep::Kind;
using How = schema::DecisionEnded::How;

class Decisions : public Council {
 protected:
  // Voted on by all nine, five for; the decision is "d-" and the item.
  Outcomes adopt(const std::string& item, const Spoil& spoil = {}) {
    EXPECT_EQ(codes(vote(item, choices(5, 4), Outcome::ADOPTED)), none());
    return decide_on(item, Outcome::ADOPTED, spoil);
  }
  // Adopted against the vote: irregular until the record of the vote is replaced.
  Outcomes adopt_irregularly(const std::string& item, const Spoil& spoil = {}) {
    EXPECT_EQ(codes(vote(item, choices(4, 5), Outcome::REJECTED)), none());
    return decide_on(item, Outcome::ADOPTED, spoil);
  }
  Outcomes vote_again(const std::string& item, unsigned in_favour, unsigned against, Outcome announced) {
    const VoteRef old = *last_vote_;
    return vote(item, choices(in_favour, against), announced,
                [&](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), old); });
  }
  // One clearance step of the decision, "visa" unless `edit` says otherwise.
  static Spoil with_step(StepKind kind, Silence silence = Silence::MEANS_NOTHING, std::uint32_t days = 0,
                         const char* party = "") {
    return [=](schema::Act::Builder act) {
      auto step = act.getDecisionRecorded().initClearances(1)[0];
      step.setId("visa");
      step.setAuthority("Gouverneur");
      step.setKind(kind);
      step.setStage(schema::ClearanceStep::Stage::BEFORE_EXECUTION);
      step.setSilence(silence);
      if (days != 0) step.initDeadline().setCount(days);
      if (*party) step.setParty(party);
    };
  }
  // A council whose rules make publication a condition of force.
  void open_where_publication_gives_force(const std::vector<std::string>& items) {
    open_under("simple-majority", items, 9, [](schema::RuleSet::Builder rules) {
      rules.setPublication(schema::RuleSet::Publication::CONDITION_OF_FORCE);
      rules.initNotice();
    });
  }

  void pass_days(unsigned days) { club_.set_now(club_.now() + days * kDay_ms); }

  Outcomes supervise(const std::string& decision, Event event, const Spoil& spoil = {},
                     const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initSupervisionRecorded();
          p.setTarget(to_text(decision));
          p.setStep("visa");
          p.setAuthority("Gouverneur");
          p.setEvent(event);
          test::set_moment(p.initAt(), club_.now());
        },
        spoil);
  }
  Outcomes challenge(const std::string& decision, Ruling ruling, const Spoil& spoil = {},
                     const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initChallengeRecorded();
          p.setDecision(to_text(decision));
          p.setCourt("Tribunal administratif");
          p.setResult(ruling);
          if (ruling == Ruling::PARTLY_ANNULLED) test::set_title(p.initParts(1), "article 3");
          test::set_moment(p.initAt(), club_.now());
        },
        spoil);
  }
  Outcomes publish(const std::string& subject, const Spoil& spoil = {}, const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initPublished();
          p.setSubject(to_text(subject));
          p.setWhere("mairie");
          p.setCertified("certificat du secrétaire");
          test::set_moment(p.initAt(), club_.now());
        },
        spoil);
  }
  Outcomes end(const std::string& decision, How how, const std::string& by = {}, const Spoil& spoil = {},
               const Signers& signers = both()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initDecisionEnded();
          p.setDecision(to_text(decision));
          p.setHow(how);
          if (!by.empty()) p.setBy(to_text(by));
          p.setFrom(today());
        },
        spoil);
  }
  std::uint32_t today() const { return static_cast<std::uint32_t>((club_.now() + 3'600'000) / kDay_ms + 719'163); }

  DecisionStatus status(const std::string& decision) { return row(decision).getDecision().getStatus(); }
  bool irregular(const std::string& subject) { return row(subject).getIrregular(); }
  // Of the act at that position: the findings that nothing has cured.
  Codes open_at(std::uint64_t position) {
    Codes out;
    club_.reg().scan(Table::kFindings, Key().u64(position), [&](Register::Item item) {
      const Row<schema::FindingRow> finding(item.value);
      if (finding.reader().getCuredAt() == kNever) out.emplace_back(view(finding.reader().getCode()));
      return true;
    });
    return out;
  }
};

}  // namespace jumelage::governance
