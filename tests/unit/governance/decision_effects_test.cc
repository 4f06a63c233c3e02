// What decisions do to each other and to the acts that carry them out, and what cures what.
#include "decision_fixture.h"

namespace jumelage::governance {
namespace {

using Status = DecisionStatus;

class DecisionEffects : public Decisions {
 protected:
  static Spoil repeals(const char* id) {
    return [id](schema::Act::Builder act) { act.getDecisionRecorded().initRepeals(1).set(0, id); };
  }
  static Spoil amends(const char* id) {
    return [id](schema::Act::Builder act) { act.getDecisionRecorded().initAmends(1).set(0, id); };
  }
  static Spoil implements(const char* id) {
    return [id](schema::Act::Builder act) { act.getDecisionRecorded().initImplements(1).set(0, id); };
  }
  static Spoil both_of(const Spoil& a, const Spoil& b) {
    return [=](schema::Act::Builder act) {
      a(act);
      b(act);
    };
  }
  // The next version of the council's rules, which a decision brings in.
  Outcomes enact(const std::string& decision) {
    return record(both(), [&](schema::Act::Builder act) {
      const auto before = row("cci-rules").getRuleSet();
      auto enacted = act.initRuleSetEnacted();
      enacted.setRuleSet(before);
      enacted.getRuleSet().setVersion(before.getVersion() + 1);
      enacted.setDecision(to_text(decision));
    });
  }
  bool amended_by(const std::string& decision, const std::string& other) {
    return any_in(row(decision).getDecision().getAmendedBy(),
                  [&](Number number) { return number == club_.number_of(other); });
  }
};

TEST_F(DecisionEffects, an_adopted_regular_decision_repeals_the_one_that_it_names) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(adopt("p2", repeals("d-p1"))), none());
  const auto repealed = row("d-p1").getDecision();
  EXPECT_EQ(repealed.getStatus(), Status::REPEALED);
  EXPECT_EQ(repealed.getEndedBy(), club_.number_of("d-p2"));
  EXPECT_EQ(repealed.getEndedOn(), test::day("2025-11-09"));
  EXPECT_EQ(standing_on(repealed, false, test::day("2025-11-08")), Status::EXECUTORY);
}

TEST_F(DecisionEffects, an_irregular_one_repeals_nothing_until_it_is_cured) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(adopt_irregularly("p2", both_of(repeals("d-p1"), amends("d-p1")))),
            Codes{"decision.outcome_differs"});
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  EXPECT_FALSE(amended_by("d-p1", "d-p2"));
  ASSERT_EQ(codes(vote_again("p2", 5, 4, Outcome::ADOPTED)), none());
  EXPECT_EQ(status("d-p2"), Status::EXECUTORY);
  EXPECT_FALSE(irregular("d-p2"));
  EXPECT_EQ(status("d-p1"), Status::REPEALED);
}

TEST_F(DecisionEffects, a_repeal_waits_for_the_clearance_of_the_one_that_repeals) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(adopt("p2", both_of(repeals("d-p1"), with_step(StepKind::VISA)))), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  ASSERT_EQ(codes(supervise("d-p2", Event::SENT)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  ASSERT_EQ(codes(supervise("d-p2", Event::APPROVED)), none());
  EXPECT_EQ(status("d-p1"), Status::REPEALED);
}

TEST_F(DecisionEffects, a_repeal_waits_for_publication_where_that_gives_force) {
  open_where_publication_gives_force({"p1", "p2"});
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(publish("d-p1")), none());
  ASSERT_EQ(codes(adopt("p2", repeals("d-p1"))), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  ASSERT_EQ(codes(publish("d-p2")), none());
  EXPECT_EQ(status("d-p1"), Status::REPEALED);
}

TEST_F(DecisionEffects, a_repeal_is_held_back_while_the_one_that_repeals_is_suspended_and_falls_with_it) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(adopt("p2", repeals("d-p1"))), none());
  ASSERT_EQ(codes(challenge("d-p2", Ruling::FILED)), none());
  ASSERT_EQ(codes(challenge("d-p2", Ruling::SUSPENDED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  ASSERT_EQ(codes(challenge("d-p2", Ruling::SUSPENSION_LIFTED)), none());
  EXPECT_EQ(status("d-p1"), Status::REPEALED);
  ASSERT_EQ(codes(challenge("d-p2", Ruling::ANNULLED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionEffects, an_end_of_its_own_act_is_held_back_in_the_same_way) {
  open_with({"p1", "p2", "p3"}, 9);
  for (const char* item : {"p1", "p2", "p3"}) ASSERT_EQ(codes(adopt(item)), none());
  ASSERT_EQ(codes(end("d-p1", How::SUPERSEDED, "d-p2")), none());
  ASSERT_EQ(codes(challenge("d-p2", Ruling::FILED)), none());
  ASSERT_EQ(codes(challenge("d-p2", Ruling::SUSPENDED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  ASSERT_EQ(codes(end("d-p1", How::REPEALED, "d-p3")), none()) << "another decision may end it meanwhile";
  ASSERT_EQ(codes(challenge("d-p2", Ruling::SUSPENSION_LIFTED)), none());
  EXPECT_EQ(status("d-p1"), Status::REPEALED) << "by the one that ended it last";
}

TEST_F(DecisionEffects, what_was_repealed_stays_so_when_the_one_that_repealed_is_over) {
  open_with({"p1", "p2", "p3"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(adopt("p2", repeals("d-p1"))), none());
  ASSERT_EQ(codes(adopt("p3", repeals("d-p2"))), none());
  EXPECT_EQ(status("d-p2"), Status::REPEALED);
  EXPECT_EQ(status("d-p1"), Status::REPEALED);
}

TEST_F(DecisionEffects, an_amendment_is_noted_on_what_it_amends_while_it_is_in_force) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(adopt("p2", amends("d-p1"))), none());
  EXPECT_TRUE(amended_by("d-p1", "d-p2"));
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  ASSERT_EQ(codes(challenge("d-p2", Ruling::FILED)), none());
  ASSERT_EQ(codes(challenge("d-p2", Ruling::ANNULLED)), none());
  EXPECT_FALSE(amended_by("d-p1", "d-p2"));
}

TEST_F(DecisionEffects, what_is_not_in_force_cannot_be_repealed_amended_or_carried_out) {
  open_with({"p1", "p2", "p3", "p4", "p5"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
  ASSERT_EQ(codes(decide_on("p1", Outcome::REJECTED)), none());
  EXPECT_EQ(codes(adopt("p2", repeals("d-p1"))), Codes{"decision.target_not_in_force"});
  EXPECT_EQ(codes(adopt("p3", amends("d-p1"))), Codes{"decision.target_not_in_force"});
  EXPECT_EQ(codes(adopt("p4", implements("d-p1"))), Codes{"decision.target_not_in_force"});
  EXPECT_EQ(status("d-p1"), Status::REJECTED);
  EXPECT_FALSE(irregular("d-p2")) << "only that one effect is missing";
  EXPECT_EQ(codes(adopt("p5", implements("d-p2"))), none());
}

TEST_F(DecisionEffects, a_committee_cannot_repeal_what_the_council_decided) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_TRUE(record(both(), [](schema::Act::Builder act) {
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
  }));
  ASSERT_TRUE(table("h1", [](schema::Act::Builder act) { act.getProposalTabled().setBody("heritage"); }));
  ASSERT_TRUE(convene("s2", 1, {"h1"}, [](schema::Act::Builder act) { act.getSessionConvened().setBody("heritage"); }));
  club_.set_now(club_.now() + 10 * kDay_ms);
  ASSERT_TRUE(record(both(), [&](schema::Act::Builder act) {
    auto p = act.initSessionOpened();
    p.setSession("s2");
    p.setPresider("es-semara-1");
    p.setSecretary("secretary-1");
    test::set_moment(p.initAt(), club_.now());
  }));
  ASSERT_TRUE(dispose("h1", schema::ItemDisposed::Disposition::CONSENSUS,
                      [](schema::Act::Builder act) { act.getItemDisposed().setSession("s2"); }));
  last_vote_.reset();
  EXPECT_EQ(codes(decide_on("h1", Outcome::ADOPTED,
                            [](schema::Act::Builder act) {
                              act.getDecisionRecorded().setBody("heritage");
                              act.getDecisionRecorded().setDate(test::day("2025-11-19"));
                              act.getDecisionRecorded().initRepeals(1).set(0, "d-p1");
                            })),
            Codes{"decision.other_body"});
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

// --- What cures what

TEST_F(DecisionEffects, a_decision_on_a_vote_recorded_anew_is_regular) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::REJECTED)), Codes{"vote.announced_differs"});
  ASSERT_EQ(codes(vote_again("p1", 5, 4, Outcome::ADOPTED)), none());
  EXPECT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionEffects, a_vote_recorded_anew_cures_the_decision_that_rests_on_it) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::REJECTED)), Codes{"vote.announced_differs"});
  const std::uint64_t decided = club_.size();
  ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), Codes{"decision.vote_irregular"});
  EXPECT_EQ(status("d-p1"), Status::ADOPTED);
  const std::uint64_t again = club_.size();
  ASSERT_EQ(codes(vote_again("p1", 6, 3, Outcome::ADOPTED)), none());
  EXPECT_EQ(open_at(decided), none());
  EXPECT_FALSE(irregular("d-p1"));
  const auto decision = row("d-p1").getDecision();
  EXPECT_EQ(decision.getStatus(), Status::EXECUTORY);
  EXPECT_EQ(decision.getVote(), again);
  EXPECT_EQ(row("p1").getProposal().getStatus(), schema::ProposalState::Status::DECIDED);
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED), Refusal::kImpossible, "decided already"))
      << "no new round";
}

TEST_F(DecisionEffects, a_vote_recorded_anew_can_show_that_a_decision_was_never_adopted) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(adopt("p2", repeals("d-p1"))), none());
  ASSERT_EQ(codes(enact("d-p2")), none());
  EXPECT_EQ(codes(vote_again("p2", 4, 5, Outcome::REJECTED)),
            (Codes{"decision.outcome_differs", "decision.irregular"}));
  EXPECT_TRUE(irregular("d-p2"));
  EXPECT_EQ(status("d-p2"), Status::ADOPTED) << "as announced, and without effect";
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY) << "nothing repeals it";
  EXPECT_TRUE(irregular("cci-rules")) << "what carried it out is flagged";
  ASSERT_EQ(codes(vote_again("p2", 5, 4, Outcome::ADOPTED)), none());
  EXPECT_FALSE(irregular("d-p2"));
  EXPECT_EQ(status("d-p1"), Status::REPEALED);
  EXPECT_FALSE(irregular("cci-rules"));
}

TEST_F(DecisionEffects, a_record_that_is_wrong_again_replaces_the_findings_with_its_own) {
  open_with({"p1"}, 9);
  const std::uint64_t decided = club_.size() + 1;
  ASSERT_EQ(codes(adopt_irregularly("p1")), Codes{"decision.outcome_differs"});
  const std::uint64_t again = club_.size();
  EXPECT_EQ(codes(vote_again("p1", 5, 4, Outcome::REJECTED)),
            (Codes{"vote.announced_differs", "decision.vote_irregular"}));
  EXPECT_EQ(open_at(decided), none());
  EXPECT_EQ(open_at(again), (Codes{"vote.announced_differs", "decision.vote_irregular"}));
  EXPECT_TRUE(irregular("d-p1"));
  ASSERT_EQ(codes(vote_again("p1", 5, 4, Outcome::ADOPTED)), none());
  EXPECT_EQ(open_at(again), none());
  EXPECT_FALSE(irregular("d-p1"));
}

TEST_F(DecisionEffects, a_clearance_obtained_later_cures_what_came_too_early) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA))), none());
  const std::uint64_t enacted = club_.size();
  ASSERT_EQ(codes(enact("d-p1")), Codes{"decision.not_executory"});
  EXPECT_TRUE(irregular("cci-rules"));
  ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
  EXPECT_TRUE(irregular("cci-rules"));
  ASSERT_EQ(codes(supervise("d-p1", Event::APPROVED)), none());
  EXPECT_FALSE(irregular("cci-rules"));
  EXPECT_EQ(open_at(enacted), none());
}

TEST_F(DecisionEffects, a_publication_made_later_cures_what_came_too_early) {
  open_where_publication_gives_force({"p1"});
  ASSERT_EQ(codes(adopt("p1")), none());
  ASSERT_EQ(codes(enact("d-p1")), Codes{"decision.not_executory"});
  ASSERT_EQ(codes(publish("d-p1")), none());
  EXPECT_FALSE(irregular("cci-rules"));
}

TEST_F(DecisionEffects, one_cure_leaves_what_is_wrong_for_another_reason) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA))), none());
  ASSERT_EQ(codes(adopt("p2", with_step(StepKind::VISA))), none());
  ASSERT_EQ(codes(enact("d-p1")), Codes{"decision.not_executory"});
  ASSERT_EQ(codes(enact("d-p2")), Codes{"decision.not_executory"});
  for (const char* decision : {"d-p1", "d-p2"}) {
    ASSERT_EQ(codes(supervise(decision, Event::SENT)), none());
    EXPECT_TRUE(irregular("cci-rules"));
    ASSERT_EQ(codes(supervise(decision, Event::APPROVED)), none());
  }
  EXPECT_FALSE(irregular("cci-rules"));
}

TEST_F(DecisionEffects, a_clearance_refused_or_a_decision_over_is_no_ground_to_act_on) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA))), none());
  ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
  ASSERT_EQ(codes(supervise("d-p1", Event::REFUSED)), none());
  EXPECT_EQ(codes(enact("d-p1")), Codes{"decision.not_executory"});
  ASSERT_EQ(codes(adopt("p2")), none());
  ASSERT_EQ(codes(end("d-p2", How::LAPSED)), none());
  EXPECT_EQ(codes(enact("d-p2")), Codes{"decision.not_adopted"});
}

TEST_F(DecisionEffects, an_office_that_a_decision_without_force_could_not_fill_stays_as_it_was) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::TRANSMISSION))), none());
  ASSERT_EQ(codes(record(both(),
                         [&](schema::Act::Builder act) {
                           auto office = act.initOfficeChanged();
                           office.setId("second-vice-chair");
                           office.setKind(schema::OfficeChanged::Kind::VICE_CHAIR);
                           office.setBody("cci");
                           office.setHolder("vijayawada-1");
                           office.setFrom(today());
                           office.setGround(schema::OfficeChanged::Ground::VOTE);
                           office.setDecision("d-p1");
                         })),
            Codes{"decision.not_executory"});
  ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
  EXPECT_TRUE(irregular("second-vice-chair")) << "it had no effect, so it is recorded again";
  EXPECT_EQ(row("second-vice-chair").getOffice().getHolder(), 0U);
}

}  // namespace
}  // namespace jumelage::governance
