// The state machine of decisions, transition by transition, the forbidden ones too.
#include "decision_fixture.h"

namespace jumelage::governance {
namespace {

using Status = DecisionStatus;

class DecisionLife : public Decisions {
 protected:
  // Opens the session and brings d-p1 into that state.
  void bring_to(Status wanted) {
    open_with({"p1", "p2"}, 9);
    const bool waits = wanted == Status::CLEARANCE_PENDING || wanted == Status::CLEARED || wanted == Status::REFUSED;
    const Spoil step = waits ? with_step(StepKind::VISA) : Spoil{};
    if (wanted == Status::ADOPTED || wanted == Status::CLEARED) {
      ASSERT_EQ(codes(adopt_irregularly("p1", step)), Codes{"decision.outcome_differs"});
    } else if (wanted == Status::REJECTED) {
      ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
      ASSERT_EQ(codes(decide_on("p1", Outcome::REJECTED)), none());
    } else {
      ASSERT_EQ(codes(adopt("p1", step)), none());
    }
    if (wanted == Status::CLEARED || wanted == Status::REFUSED) {
      ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
      ASSERT_EQ(codes(supervise("d-p1", wanted == Status::REFUSED ? Event::REFUSED : Event::APPROVED)), none());
    }
    if (wanted == Status::SUSPENDED || wanted == Status::ANNULLED) {
      ASSERT_EQ(codes(challenge("d-p1", Ruling::FILED)), none());
      ASSERT_EQ(codes(challenge("d-p1", wanted == Status::SUSPENDED ? Ruling::SUSPENDED : Ruling::ANNULLED)), none());
    }
    if (is_over(wanted)) {
      ASSERT_EQ(codes(adopt("p2")), none());
      const How how = wanted == Status::REPEALED     ? How::REPEALED
                      : wanted == Status::SUPERSEDED ? How::SUPERSEDED
                                                     : How::LAPSED;
      ASSERT_EQ(codes(end("d-p1", how, how == How::LAPSED ? "" : "d-p2")), none());
    }
    ASSERT_EQ(status("d-p1"), wanted);
  }
};

TEST_F(DecisionLife, a_regular_decision_that_needs_nothing_is_executory_at_once) {
  bring_to(Status::EXECUTORY);
}

TEST_F(DecisionLife, a_clearance_obtained_makes_it_executory) {
  bring_to(Status::CLEARANCE_PENDING);
  ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
  EXPECT_EQ(status("d-p1"), Status::CLEARANCE_PENDING);
  ASSERT_EQ(codes(supervise("d-p1", Event::RECEIVED)), none());
  EXPECT_EQ(status("d-p1"), Status::CLEARANCE_PENDING);
  ASSERT_EQ(codes(supervise("d-p1", Event::APPROVED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionLife, a_transmission_is_obtained_when_sent) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::TRANSMISSION))), none());
  EXPECT_EQ(status("d-p1"), Status::CLEARANCE_PENDING);
  ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  EXPECT_EQ(codes(supervise("d-p1", Event::RECEIVED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionLife, a_clearance_refused_can_be_asked_for_again) {
  bring_to(Status::REFUSED);
  EXPECT_TRUE(refused(supervise("d-p1", Event::APPROVED), Refusal::kImpossible, "sent again first"));
  ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
  EXPECT_EQ(status("d-p1"), Status::CLEARANCE_PENDING);
  ASSERT_EQ(codes(supervise("d-p1", Event::APPROVED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionLife, silence_that_approves_makes_it_executory_once_the_deadline_has_passed) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA, Silence::APPROVES, 20))), none());
  ASSERT_EQ(codes(supervise("d-p1", Event::RECEIVED)), none());
  const auto elapsed = [](schema::Act::Builder act) { act.getSupervisionRecorded().setSilence(Silence::APPROVES); };
  pass_days(20);
  EXPECT_TRUE(refused(supervise("d-p1", Event::SILENCE_ELAPSED, elapsed), Refusal::kTimeImpossible, "2025-11-29"));
  pass_days(1);
  const auto before = row("d-p1").getDecision();
  EXPECT_EQ(before.getStatus(), Status::CLEARANCE_PENDING) << "the row says what was known at the newest act";
  EXPECT_EQ(standing_on(before, false, today()), Status::EXECUTORY) << "the date alone tells";
  EXPECT_EQ(standing_on(before, false, today() - 1), Status::CLEARANCE_PENDING);
  ASSERT_EQ(codes(supervise("d-p1", Event::SILENCE_ELAPSED, elapsed)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionLife, silence_that_refuses_makes_it_refused) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::APPROVAL, Silence::REFUSES, 20))), none());
  ASSERT_EQ(codes(supervise("d-p1", Event::RECEIVED)), none());
  pass_days(21);
  ASSERT_EQ(
      codes(supervise("d-p1", Event::SILENCE_ELAPSED,
                      [](schema::Act::Builder act) { act.getSupervisionRecorded().setSilence(Silence::REFUSES); })),
      none());
  EXPECT_EQ(status("d-p1"), Status::REFUSED);
}

TEST_F(DecisionLife, a_refusal_after_silence_approved_is_recorded_and_has_no_effect) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA, Silence::APPROVES, 20))), none());
  ASSERT_EQ(codes(supervise("d-p1", Event::RECEIVED)), none());
  pass_days(21);
  EXPECT_EQ(codes(supervise("d-p1", Event::REFUSED)), Codes{"clearance.answer_late"});
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  EXPECT_FALSE(irregular("d-p1"));
}

TEST_F(DecisionLife, other_terms_than_the_steps_do_not_count_until_recorded_rightly) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA, Silence::APPROVES, 20))), none());
  const auto deadline = [](const char* day) {
    return [day](schema::Act::Builder act) {
      act.getSupervisionRecorded().setDeadline(test::day(day));
      act.getSupervisionRecorded().setSilence(Silence::APPROVES);
    };
  };
  const std::uint64_t wrong = club_.size();
  EXPECT_EQ(codes(supervise("d-p1", Event::RECEIVED, deadline("2025-11-20"))), Codes{"clearance.terms_differ"});
  EXPECT_EQ(row("d-p1").getDecision().getClearances()[0].getDeadline(), test::day("2025-11-29"));
  EXPECT_FALSE(irregular("d-p1")) << "only the record of the step is wrong";
  pass_days(21);
  EXPECT_EQ(codes(supervise("d-p1", Event::SILENCE_ELAPSED)), Codes{"clearance.terms_differ"}) << "silence approves";
  EXPECT_EQ(open_at(wrong), Codes{"clearance.terms_differ"});
  EXPECT_EQ(codes(supervise("d-p1", Event::APPROVED, deadline("2025-11-29"))), none());
  EXPECT_EQ(open_at(wrong), none()) << "cured by a record of the step that is right";
}

TEST_F(DecisionLife, an_irregular_decision_is_held_back_where_it_is) {
  bring_to(Status::ADOPTED);
  EXPECT_TRUE(irregular("d-p1"));
}

TEST_F(DecisionLife, an_irregular_decision_is_cleared_and_no_more) {
  bring_to(Status::CLEARED);
  EXPECT_TRUE(irregular("d-p1"));
}

TEST_F(DecisionLife, a_condition_of_force_not_met_holds_it_back_until_it_is_published) {
  open_where_publication_gives_force({"p1", "p2"});
  ASSERT_EQ(codes(adopt("p1")), none());
  EXPECT_EQ(status("d-p1"), Status::ADOPTED);
  ASSERT_EQ(codes(publish("d-p1")), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);

  ASSERT_EQ(codes(adopt("p2", with_step(StepKind::TRANSMISSION))), none());
  ASSERT_EQ(codes(publish("d-p2")), none());
  EXPECT_EQ(status("d-p2"), Status::CLEARANCE_PENDING) << "both are asked for, in whatever order";
  ASSERT_EQ(codes(supervise("d-p2", Event::SENT)), none());
  EXPECT_EQ(status("d-p2"), Status::EXECUTORY);
}

TEST_F(DecisionLife, cleared_and_unpublished_is_cleared) {
  open_where_publication_gives_force({"p1"});
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::TRANSMISSION))), none());
  ASSERT_EQ(codes(supervise("d-p1", Event::SENT)), none());
  EXPECT_EQ(status("d-p1"), Status::CLEARED);
}

TEST_F(DecisionLife, the_rules_steps_come_before_those_of_the_decision) {
  open_under("moroccan-communal", {"p1", "p2", "p3", "p4"}, 9, [](schema::RuleSet::Builder r) { r.initNotice(); });
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA))), none());
  const auto steps = row("d-p1").getDecision().getClearances();
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].getId(), "governor");
  EXPECT_EQ(steps[1].getId(), "visa");
  const auto named = [&](const char* id, std::uint32_t days) {
    return [=](schema::Act::Builder act) {
      with_step(StepKind::VISA, Silence::MEANS_NOTHING, days)(act);
      act.getDecisionRecorded().getClearances()[0].setId(id);
    };
  };
  EXPECT_TRUE(refused(adopt("p2", named("governor", 30)), Refusal::kBadValue, "other terms"));
  EXPECT_EQ(codes(decide_on("p2", Outcome::ADOPTED, named("governor", 20))), none()) << "said again in the same way";
  EXPECT_EQ(row("d-p2").getDecision().getClearances().size(), 1U);
  ASSERT_EQ(codes(vote("p3", choices(4, 5), Outcome::REJECTED)), none());
  ASSERT_EQ(codes(decide_on("p3", Outcome::REJECTED)), none());
  EXPECT_EQ(row("d-p3").getDecision().getClearances().size(), 0U) << "what is rejected needs no clearance";
}

TEST_F(DecisionLife, a_step_is_there_once_and_waits_for_execution) {
  open_with({"p1"}, 9);
  const auto twice = [](schema::Act::Builder act) {
    auto steps = act.getDecisionRecorded().initClearances(2);
    for (auto step : steps) {
      step.setId("visa");
      step.setAuthority("Gouverneur");
      step.setStage(schema::ClearanceStep::Stage::BEFORE_EXECUTION);
    }
  };
  EXPECT_TRUE(refused(adopt("p1", twice), Refusal::kBadValue, "there twice"));
  const auto before_signature = [](schema::Act::Builder act) {
    with_step(StepKind::VISA)(act);
    act.getDecisionRecorded().getClearances()[0].setStage(schema::ClearanceStep::Stage::BEFORE_SIGNATURE);
  };
  EXPECT_TRUE(refused(decide_on("p1", Outcome::ADOPTED, before_signature), Refusal::kBadValue, "beforeExecution"));
}

TEST_F(DecisionLife, clearances_are_told_by_the_secretary_or_the_member_that_needs_them) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA, Silence::MEANS_NOTHING, 0, "timbuktu"))), none());
  const Signers timbuktu = {Club::mandate("timbuktu-1")};
  EXPECT_TRUE(refused(supervise("d-p1", Event::SENT, {}, {Club::mandate("vijayawada-1")}), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(supervise("d-p1", Event::SENT, {}, timbuktu)), none());
  EXPECT_EQ(codes(supervise("d-p1", Event::RECEIVED)), none());
  ASSERT_EQ(codes(adopt("p2", with_step(StepKind::VISA))), none());
  EXPECT_TRUE(refused(supervise("d-p2", Event::SENT, {}, timbuktu), Refusal::kSignatureMissing)) << "it is the club's";
}

TEST_F(DecisionLife, a_supervision_names_a_step_that_is_there_and_a_day_that_has_come) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(adopt("p1", with_step(StepKind::VISA))), none());
  const auto step = [](const char* id) {
    return [id](schema::Act::Builder act) { act.getSupervisionRecorded().setStep(id); };
  };
  EXPECT_TRUE(refused(supervise("d-p1", Event::SENT, step("prefect")), Refusal::kUnknownSubject, "visa"));
  EXPECT_TRUE(refused(supervise("d-0", Event::SENT), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(supervise("p1", Event::SENT), Refusal::kWrongKind));
  const auto tomorrow = [&](schema::Act::Builder act) {
    test::set_moment(act.getSupervisionRecorded().initAt(), club_.now() + kDay_ms);
  };
  EXPECT_TRUE(refused(supervise("d-p1", Event::SENT, tomorrow), Refusal::kTimeImpossible, "after the act"));
}

TEST_F(DecisionLife, a_suspension_ends_when_lifted_or_when_the_court_upholds) {
  bring_to(Status::SUSPENDED);
  ASSERT_EQ(codes(challenge("d-p1", Ruling::SUSPENSION_LIFTED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  EXPECT_TRUE(refused(challenge("d-p1", Ruling::SUSPENSION_LIFTED), Refusal::kImpossible, "not suspended"));
  ASSERT_EQ(codes(challenge("d-p1", Ruling::SUSPENDED)), none());
  ASSERT_EQ(codes(challenge("d-p1", Ruling::UPHELD)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionLife, a_suspension_outlasts_one_of_two_challenges) {
  bring_to(Status::SUSPENDED);
  ASSERT_EQ(codes(challenge("d-p1", Ruling::FILED)), none());
  ASSERT_EQ(codes(challenge("d-p1", Ruling::UPHELD)), none());
  EXPECT_EQ(status("d-p1"), Status::SUSPENDED);
  ASSERT_EQ(codes(challenge("d-p1", Ruling::UPHELD)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
}

TEST_F(DecisionLife, suspended_while_a_clearance_waits_it_goes_back_to_waiting) {
  bring_to(Status::CLEARANCE_PENDING);
  ASSERT_EQ(codes(challenge("d-p1", Ruling::FILED)), none());
  ASSERT_EQ(codes(challenge("d-p1", Ruling::SUSPENDED)), none());
  EXPECT_EQ(status("d-p1"), Status::SUSPENDED);
  ASSERT_EQ(codes(challenge("d-p1", Ruling::UPHELD)), none());
  EXPECT_EQ(status("d-p1"), Status::CLEARANCE_PENDING);
}

TEST_F(DecisionLife, annulled_in_part_the_rest_stands) {
  bring_to(Status::SUSPENDED);
  EXPECT_TRUE(refused(challenge("d-p1", Ruling::PARTLY_ANNULLED,
                                [](schema::Act::Builder act) { act.getChallengeRecorded().initParts(0); }),
                      Refusal::kBadValue, "which parts"));
  EXPECT_TRUE(refused(challenge("d-p1", Ruling::UPHELD,
                                [](schema::Act::Builder act) {
                                  test::set_title(act.getChallengeRecorded().initParts(1), "article 3");
                                }),
                      Refusal::kBadValue, "leave them out"));
  ASSERT_EQ(codes(challenge("d-p1", Ruling::PARTLY_ANNULLED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  EXPECT_TRUE(row("d-p1").getDecision().getPartlyAnnulled());
}

TEST_F(DecisionLife, what_a_court_annulled_is_gone_for_good) {
  bring_to(Status::ANNULLED);
  for (const Ruling ruling : {Ruling::FILED, Ruling::SUSPENDED, Ruling::ANNULLED, Ruling::UPHELD,
                              Ruling::SUSPENSION_LIFTED, Ruling::PARTLY_ANNULLED})
    EXPECT_TRUE(refused(challenge("d-p1", ruling), Refusal::kImpossible, "annulled already"));
  EXPECT_TRUE(refused(end("d-p1", How::LAPSED), Refusal::kImpossible, "annulled by a court"));
  EXPECT_EQ(codes(publish("d-p1")), none()) << "that it was annulled may be published";
  EXPECT_EQ(status("d-p1"), Status::ANNULLED);
}

TEST_F(DecisionLife, a_ruling_answers_a_challenge) {
  bring_to(Status::EXECUTORY);
  for (const Ruling ruling :
       {Ruling::SUSPENDED, Ruling::ANNULLED, Ruling::UPHELD, Ruling::SUSPENSION_LIFTED, Ruling::PARTLY_ANNULLED})
    EXPECT_TRUE(refused(challenge("d-p1", ruling), Refusal::kImpossible, "before no court"));
  ASSERT_EQ(codes(challenge("d-p1", Ruling::FILED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY) << "a challenge alone stops nothing";
  EXPECT_TRUE(refused(challenge("d-p1", Ruling::SUSPENDED, {}, {Club::chair()}), Refusal::kSignatureMissing));
}

TEST_F(DecisionLife, a_suspended_decision_is_not_suspended_again) {
  bring_to(Status::SUSPENDED);
  EXPECT_TRUE(refused(challenge("d-p1", Ruling::SUSPENDED), Refusal::kImpossible, "suspended already"));
}

TEST_F(DecisionLife, what_was_rejected_has_no_later_life) {
  bring_to(Status::REJECTED);
  EXPECT_TRUE(refused(challenge("d-p1", Ruling::FILED), Refusal::kImpossible, "rejected"));
  EXPECT_TRUE(refused(end("d-p1", How::LAPSED), Refusal::kImpossible, "rejected"));
  EXPECT_TRUE(refused(supervise("d-p1", Event::SENT), Refusal::kUnknownSubject, "none at all"));
}

class EndedDecision : public DecisionLife, public testing::WithParamInterface<Status> {};

TEST_P(EndedDecision, ends_once_and_can_only_be_annulled_after_that) {
  bring_to(GetParam());
  EXPECT_TRUE(refused(end("d-p1", How::LAPSED), Refusal::kImpossible, "ended already"));
  EXPECT_TRUE(refused(end("d-p1", How::REPEALED, "d-p2"), Refusal::kImpossible, "ended already"));
  ASSERT_EQ(codes(challenge("d-p1", Ruling::FILED)), none());
  EXPECT_TRUE(refused(challenge("d-p1", Ruling::SUSPENDED), Refusal::kImpossible, "nothing left to suspend"));
  EXPECT_EQ(status("d-p1"), GetParam());
  ASSERT_EQ(codes(challenge("d-p1", Ruling::ANNULLED)), none());
  EXPECT_EQ(status("d-p1"), Status::ANNULLED);
}
INSTANTIATE_TEST_SUITE_P(Each, EndedDecision, testing::Values(Status::REPEALED, Status::SUPERSEDED, Status::LAPSED));

class LivingDecision : public DecisionLife, public testing::WithParamInterface<Status> {};

TEST_P(LivingDecision, can_lapse_from_a_day_on_and_be_seen_as_of_each_day) {
  bring_to(GetParam());
  ASSERT_EQ(codes(end("d-p1", How::LAPSED, "",
                      [&](schema::Act::Builder act) { act.getDecisionEnded().setFrom(today() + 30); })),
            none());
  EXPECT_EQ(status("d-p1"), GetParam()) << "not before its day";
  const auto decision = row("d-p1").getDecision();
  EXPECT_EQ(standing_on(decision, irregular("d-p1"), today() + 29), GetParam());
  EXPECT_EQ(standing_on(decision, irregular("d-p1"), today() + 30), Status::LAPSED);
}
INSTANTIATE_TEST_SUITE_P(Each, LivingDecision,
                         testing::Values(Status::ADOPTED, Status::CLEARANCE_PENDING, Status::CLEARED, Status::REFUSED,
                                         Status::EXECUTORY, Status::SUSPENDED));

TEST_F(DecisionLife, an_end_is_of_the_right_form_and_signed_by_chair_and_secretary) {
  bring_to(Status::EXECUTORY);
  ASSERT_EQ(codes(adopt("p2")), none());
  EXPECT_TRUE(refused(end("d-p1", How::LAPSED, "d-p2"), Refusal::kBadValue, "leave out by"));
  EXPECT_TRUE(refused(end("d-p1", How::REPEALED), Refusal::kBadValue, "name in by"));
  EXPECT_TRUE(refused(end("d-p1", How::SUPERSEDED), Refusal::kBadValue, "name in by"));
  EXPECT_TRUE(refused(end("d-p1", How::REPEALED, "d-p1"), Refusal::kBadValue, "does not end itself"));
  EXPECT_TRUE(refused(end("d-p1", How::REPEALED, "p2"), Refusal::kWrongKind));
  const auto early = [](schema::Act::Builder act) { act.getDecisionEnded().setFrom(test::day("2025-11-08")); };
  EXPECT_TRUE(refused(end("d-p1", How::LAPSED, "", early), Refusal::kTimeImpossible, "2025-11-09"));
  EXPECT_TRUE(refused(end("d-p1", How::LAPSED, "", {}, secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(end("d-p1", How::LAPSED, "", {}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
}

TEST_F(DecisionLife, an_end_by_a_decision_without_force_has_no_effect_until_recorded_again) {
  bring_to(Status::EXECUTORY);
  ASSERT_EQ(codes(adopt_irregularly("p2")), Codes{"decision.outcome_differs"});
  const std::uint64_t attempt = club_.size();
  EXPECT_EQ(codes(end("d-p1", How::REPEALED, "d-p2")), Codes{"decision.irregular"});
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY);
  EXPECT_FALSE(irregular("d-p1")) << "the decision is as good as before";
  ASSERT_EQ(codes(vote_again("p2", 5, 4, Outcome::ADOPTED)), none());
  EXPECT_EQ(status("d-p1"), Status::EXECUTORY) << "an end is recorded, never guessed";
  ASSERT_EQ(codes(end("d-p1", How::REPEALED, "d-p2")), none());
  EXPECT_EQ(status("d-p1"), Status::REPEALED);
  EXPECT_EQ(open_at(attempt), none()) << "the attempt is cured";
}

TEST_F(DecisionLife, an_imported_decision_never_has_force_here) {
  schema::DecisionState::Reader nothing;
  capnp::MallocMessageBuilder message;
  auto imported = message.initRoot<schema::DecisionState>();
  imported.setAnnounced(Outcome::ADOPTED);
  imported.setImported(true);
  EXPECT_EQ(standing_on(imported.asReader(), false, today()), Status::ADOPTED);
  EXPECT_EQ(standing_on(nothing, false, today()), Status::REJECTED);
}

}  // namespace
}  // namespace jumelage::governance
