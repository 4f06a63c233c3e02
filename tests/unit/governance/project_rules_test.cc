// Projects: launched, reported on, halted, over, and handed over by a lead who is there.
#include "cooperation_fixture.h"

namespace jumelage::governance {
namespace {

class ProjectRules : public Project {
 protected:
  using Edit = std::function<void(schema::ProjectLaunched::Builder)>;
  static Spoil launched(const Edit& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getProjectLaunched()); };
  }
};

TEST_F(ProjectRules, a_project_is_launched_by_its_leading_member_and_a_secretary) {
  EXPECT_TRUE(refused(launch({}, of("timbuktu")), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(launch({}, secretary()), Refusal::kSignatureMissing, "timbuktu"));
  EXPECT_TRUE(refused(launch({}, {Club::mandate("vijayawada-1"), Club::secretary()}), Refusal::kSignatureMissing));
  ASSERT_EQ(codes(launch()), none());
  EXPECT_EQ(status(), ProjectStatus::ACTIVE);
  EXPECT_EQ(water().getLead(), club_.number_of("timbuktu-1"));
  EXPECT_EQ(water().getPartners()[0], club_.number_of("vijayawada"));
  EXPECT_EQ(water().getBudget().getMinorUnits(), 100'000);
  EXPECT_EQ(water().getMilestones().size(), 2U);
  EXPECT_EQ(water().getTitleAt(), club_.size() - 1);
}

TEST_F(ProjectRules, a_launch_that_makes_no_sense_is_refused) {
  change_mandate("timbuktu-2", MandateChange::ENDED, "2026-01-01");
  const std::vector<std::tuple<const char*, Refusal, const char*, Edit>> cases = {
      {"lead", Refusal::kUnknownSubject, "m-0", [](auto p) { p.setLead("m-0"); }},
      {"a body leads", Refusal::kWrongKind, "cci", [](auto p) { p.setLead("cci"); }},
      {"another's mandate", Refusal::kBadValue, "es-semara-1", [](auto p) { p.setLead("es-semara-1"); }},
      {"ended mandate", Refusal::kImpossible, "ended", [](auto p) { p.setLead("timbuktu-2"); }},
      {"not yet in term", Refusal::kImpossible, "not in term", [](auto p) { p.setFrom(test::day("2025-01-01")); }},
      {"partner", Refusal::kUnknownSubject, "nobody", [](auto p) { p.getPartners().set(0, "nobody"); }},
      {"the lead as partner", Refusal::kBadValue, "twice", [](auto p) { p.getPartners().set(0, "timbuktu"); }},
      {"agreement", Refusal::kUnknownSubject, "twin", [](auto p) { p.setAgreement("twin"); }},
      {"decision", Refusal::kUnknownSubject, "d-0", [](auto p) { p.setDecision("d-0"); }},
      {"ends first", Refusal::kBadValue, "before it begins", [](auto p) { p.setUntil(p.getFrom() - 1); }},
      {"milestone twice", Refusal::kBadValue, "well", [](auto p) { p.getMilestones()[1].setId("well"); }},
      {"milestone too early", Refusal::kBadValue, "pump", [](auto p) { p.getMilestones()[1].setDue(p.getFrom() - 1); }},
      {"budget", Refusal::kBadValue, "less than nothing", [](auto p) { p.getBudget().setMinorUnits(-1); }},
      {"id", Refusal::kIdTaken, "cci", [](auto p) { p.setId("cci"); }},
  };
  for (const auto& [what, code, naming, edit] : cases)
    EXPECT_TRUE(refused(launch(launched(edit)), code, naming)) << what;
}

TEST_F(ProjectRules, under_an_agreement_that_is_not_in_force_it_is_not_active_until_that_is_put_right) {
  ASSERT_EQ(codes(draft()), none());
  EXPECT_EQ(codes(launch(launched([](auto p) { p.setAgreement("twin"); }))), Codes{"project.agreement_not_in_force"});
  EXPECT_EQ(status(), ProjectStatus::LAUNCHED);
  EXPECT_TRUE(row("water").getIrregular());
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-15"), Refusal::kImpossible, "not in order"));
  EXPECT_EQ(codes(turn(ProjectChange::RESUMED, "2026-01-15")), Codes{"project.agreement_not_in_force"});
  EXPECT_EQ(status(), ProjectStatus::LAUNCHED);
  approve_and_sign();
  ASSERT_EQ(codes(enter("2026-01-15")), none());
  ASSERT_EQ(codes(turn(ProjectChange::RESUMED, "2026-01-15")), none());
  EXPECT_EQ(status(), ProjectStatus::ACTIVE);
  EXPECT_FALSE(row("water").getIrregular());
  EXPECT_EQ(open_findings("water"), 0U) << "that of the launch and that of the first attempt";
}

TEST_F(ProjectRules, on_a_decision_that_was_not_adopted_it_is_not_active) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
  ASSERT_TRUE(decide_on("p1", Outcome::REJECTED,
                        [&](schema::Act::Builder act) { act.getDecisionRecorded().setDate(today()); }));
  EXPECT_EQ(codes(launch(launched([](auto p) { p.setDecision("d-p1"); }))), Codes{"decision.not_adopted"});
  EXPECT_EQ(status(), ProjectStatus::LAUNCHED);
}

// --- Reports

TEST_F(ProjectRules, the_lead_reports_and_money_and_milestones_add_up) {
  ASSERT_EQ(codes(launch()), none());
  go_to("2026-03-01");
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-31", {}, of("vijayawada")), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-31", {}, secretary()), Refusal::kSignatureMissing, "timbuktu-1"));
  ASSERT_EQ(codes(report("2026-01-15", "2026-01-31", both_of(spent(40'000), reached("well")))), none());
  ASSERT_EQ(codes(report("2026-02-01", "2026-02-28", both_of(spent(60'000), attested("timbuktu")), secretary())),
            none());
  EXPECT_EQ(water().getSpent(), 100'000);
  EXPECT_EQ(water().getReportedUntil(), test::day("2026-02-28"));
  EXPECT_NE(water().getMilestones()[0].getReachedAt(), 0U);
  EXPECT_EQ(water().getMilestones()[1].getReachedAt(), 0U);
}

TEST_F(ProjectRules, a_report_that_makes_no_sense_is_refused) {
  ASSERT_EQ(codes(launch()), none());
  go_to("2026-03-01");
  EXPECT_TRUE(refused(report("2026-01-14", "2026-01-31"), Refusal::kBadValue, "began on"));
  EXPECT_TRUE(refused(report("2026-02-01", "2026-01-31"), Refusal::kBadValue));
  EXPECT_TRUE(refused(report("2026-02-01", "2026-03-02"), Refusal::kTimeImpossible, "2026-03-02"));
  EXPECT_TRUE(refused(report("2026-02-01", "2026-02-28", spent(1, "EUR")), Refusal::kBadValue, "MAD"));
  EXPECT_TRUE(refused(report("2026-02-01", "2026-02-28", spent(-1)), Refusal::kBadValue, "less than nothing"));
  EXPECT_TRUE(refused(report("2026-02-01", "2026-02-28", reached("dam")), Refusal::kBadValue, "dam"));
  ASSERT_EQ(codes(report("2026-02-01", "2026-02-28", reached("well"))), none());
  EXPECT_TRUE(refused(report("2026-03-01", "2026-03-01", reached("well")), Refusal::kBadValue, "already"));
  ASSERT_EQ(codes(report("2026-03-01", "2026-03-01", spent(5))), none());
  const auto more_than_there_is = spent(std::numeric_limits<std::int64_t>::max());
  go_to("2026-03-02");
  EXPECT_TRUE(refused(report("2026-03-02", "2026-03-02", more_than_there_is), Refusal::kBadValue, "counted"));
}

TEST_F(ProjectRules, without_a_budget_the_first_sum_fixes_the_currency) {
  ASSERT_EQ(codes(launch(launched([](auto p) { p.disownBudget(); }))), none());
  go_to("2026-03-01");
  ASSERT_EQ(codes(report("2026-01-15", "2026-01-31", spent(7, "XOF"))), none());
  EXPECT_TRUE(refused(report("2026-02-01", "2026-02-28", spent(1, "EUR")), Refusal::kBadValue, "XOF"));
}

TEST_F(ProjectRules, days_reported_on_twice_are_counted_once) {
  ASSERT_EQ(codes(launch()), none());
  go_to("2026-03-01");
  ASSERT_EQ(codes(report("2026-01-15", "2026-01-31", spent(10))), none());
  EXPECT_EQ(codes(report("2026-01-31", "2026-02-28", spent(10))), Codes{"project.periods_overlap"});
  EXPECT_EQ(water().getSpent(), 10);
  EXPECT_FALSE(row("water").getIrregular()) << "the report is, the project is not";
}

TEST_F(ProjectRules, what_was_spent_beyond_the_budget_is_counted_and_found) {
  ASSERT_EQ(codes(launch()), none());
  go_to("2026-03-01");
  EXPECT_EQ(codes(report("2026-01-15", "2026-01-31", spent(100'001))), Codes{"project.over_budget"});
  EXPECT_EQ(water().getSpent(), 100'001);
}

// --- The state machine

TEST_F(ProjectRules, its_states_follow_one_another) {
  struct Case {
    std::vector<ProjectChange> before;
    std::vector<ProjectChange> possible;
  };
  using enum schema::ProjectStateChanged::State;
  const std::vector<Case> cases = {
      {{}, {SUSPENDED, COMPLETED, CANCELLED}},
      {{SUSPENDED}, {RESUMED, COMPLETED, CANCELLED}},
      {{SUSPENDED, RESUMED}, {SUSPENDED, COMPLETED, CANCELLED}},
      {{COMPLETED}, {}},
      {{CANCELLED}, {}},
  };
  for (const Case& one : cases) {
    for (const ProjectChange to : {SUSPENDED, RESUMED, COMPLETED, CANCELLED}) {
      club_ = Club();
      go_to("2026-01-15");
      ASSERT_EQ(codes(launch()), none());
      for (const ProjectChange before : one.before) ASSERT_EQ(codes(turn(before, "2026-01-15")), none());
      const bool possible = std::find(one.possible.begin(), one.possible.end(), to) != one.possible.end();
      const Outcomes result = turn(to, "2026-01-15");
      EXPECT_TRUE(possible ? codes(result) == none() : refused(result, Refusal::kImpossible))
          << static_cast<int>(to) << " after " << one.before.size();
    }
  }
}

TEST_F(ProjectRules, one_that_is_not_in_order_can_only_be_resumed_or_cancelled) {
  ASSERT_EQ(codes(draft()), none());
  ASSERT_EQ(codes(launch(launched([](auto p) { p.setAgreement("twin"); }))), Codes{"project.agreement_not_in_force"});
  EXPECT_TRUE(refused(turn(ProjectChange::SUSPENDED, "2026-01-15"), Refusal::kImpossible));
  EXPECT_TRUE(refused(turn(ProjectChange::COMPLETED, "2026-01-15"), Refusal::kImpossible));
  ASSERT_EQ(codes(turn(ProjectChange::CANCELLED, "2026-01-15")), none());
  EXPECT_EQ(status(), ProjectStatus::CANCELLED);
}

TEST_F(ProjectRules, a_change_is_signed_by_lead_and_secretary_on_a_possible_day) {
  ASSERT_EQ(codes(launch()), none());
  go_to("2026-02-01");
  EXPECT_TRUE(
      refused(turn(ProjectChange::SUSPENDED, "2026-02-01", of("timbuktu")), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(turn(ProjectChange::SUSPENDED, "2026-02-01", secretary()), Refusal::kSignatureMissing, "leads"));
  EXPECT_TRUE(refused(turn(ProjectChange::SUSPENDED, "2026-02-02"), Refusal::kTimeImpossible, "record it then"));
  EXPECT_TRUE(refused(turn(ProjectChange::SUSPENDED, "2026-01-14"), Refusal::kBadValue, "2026-01-15"));
  ASSERT_EQ(codes(turn(ProjectChange::SUSPENDED, "2026-02-01")), none());
  EXPECT_EQ(water().getSince(), test::day("2026-02-01"));
}

TEST_F(ProjectRules, what_is_over_is_neither_reported_on_nor_handed_over) {
  ASSERT_EQ(codes(launch()), none());
  ASSERT_EQ(codes(turn(ProjectChange::COMPLETED, "2026-01-15")), none());
  EXPECT_TRUE(refused(report("2026-01-15", "2026-01-15"), Refusal::kImpossible, "completed"));
  EXPECT_TRUE(refused(hand_over("es-semara-1", "es-semara", "2026-01-15", all()), Refusal::kImpossible, "hand over"));
}

}  // namespace
}  // namespace jumelage::governance
