// RegisterClosed: the closing sheet says what the register holds, or closes nothing.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;

struct Sheet {
  std::uint16_t volume = 0;
  std::uint32_t first = 1;
  std::uint32_t last = 3;
  std::uint32_t decisions = 3;
  std::uint32_t sessions = 1;
  std::uint16_t year = 2025;
};

// Three decisions in one session of 2025; a year later.
class ClosingSheet : public Council {
 protected:
  ClosingSheet() {
    open_with({"p1", "p2", "p3", "p4"}, 9);
    for (const char* item : {"p1", "p2", "p3"}) decide(item, Outcome::ADOPTED);
    decide("p4", Outcome::REJECTED);
    EXPECT_EQ(codes(close("s1", 9)), none());
    club_.set_now(Club::kFoundedAt + 400 * kDay_ms);
  }
  void decide(const std::string& item, Outcome outcome) {
    const bool adopted = outcome == Outcome::ADOPTED;
    EXPECT_EQ(codes(vote(item, choices(adopted ? 5 : 4, adopted ? 4 : 5), outcome)), none());
    EXPECT_EQ(codes(decide_on(item, outcome)), none());
  }
  static Spoil sheet(const Sheet& told) {
    return [told](schema::Act::Builder act) {
      auto p = act.initRegisterClosed();
      p.setBody("cci");
      p.setYear(told.year);
      p.setVolume(told.volume);
      p.setFirstNumber(told.first);
      p.setLastNumber(told.last);
      p.setDecisions(told.decisions);
      p.setSessions(told.sessions);
      test::set_document(p.initPrinted(), "printed register");
    };
  }
  Outcomes close_register(const Sheet& told = {}, const Signers& signers = both()) {
    return record(signers, sheet(told));
  }
};

TEST_F(ClosingSheet, that_agrees_closes_the_year_for_good) {
  ASSERT_EQ(codes(close_register()), none());
  EXPECT_TRUE(refused(close_register(), Refusal::kImpossible, "closed already"));
  EXPECT_TRUE(refused(close_register({.volume = 1}), Refusal::kImpossible, "as one volume"));
}

TEST_F(ClosingSheet, is_signed_by_chair_and_secretary) {
  EXPECT_TRUE(refused(close_register({}, secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(close_register({}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
}

TEST_F(ClosingSheet, that_differs_is_recorded_with_what_differs) {
  const std::vector<std::pair<Sheet, Codes>> cases = {
      {{.first = 2}, {"register.numbers_differ"}},
      {{.last = 4}, {"register.numbers_differ"}},
      {{.decisions = 4}, {"register.decisions_differ"}},  // the rejected one has no number
      {{.sessions = 2}, {"register.sessions_differ"}},
      {{.first = 0, .last = 0, .decisions = 0, .sessions = 0},
       {"register.numbers_differ", "register.decisions_differ", "register.sessions_differ"}},
  };
  for (const auto& [told, expected] : cases) EXPECT_EQ(codes(club_.judge(both(), sheet(told))), expected);
}

TEST_F(ClosingSheet, that_differs_closes_nothing_and_is_cured_by_the_right_one) {
  ASSERT_EQ(codes(close_register({.decisions = 4})), Codes{"register.decisions_differ"});
  const Key finding = finding_key(club_.size() - 1, 0);
  EXPECT_EQ(Row<schema::FindingRow>(*club_.reg().get(Table::kFindings, finding)).reader().getCuredAt(), kNever);
  ASSERT_EQ(codes(close_register()), none());
  EXPECT_EQ(Row<schema::FindingRow>(*club_.reg().get(Table::kFindings, finding)).reader().getCuredAt(),
            club_.size() - 1);
}

TEST_F(ClosingSheet, of_volumes_follow_each_other_without_a_gap) {
  EXPECT_TRUE(refused(close_register({.volume = 2}), Refusal::kImpossible, "volume 1"));
  ASSERT_EQ(codes(close_register({.volume = 1, .last = 2, .decisions = 2})), none());
  EXPECT_TRUE(refused(close_register(), Refusal::kImpossible, "by volumes"));
  EXPECT_EQ(codes(close_register({.volume = 2, .first = 2, .last = 3, .decisions = 2})),
            (Codes{"register.numbers_differ", "register.decisions_differ"}));
  EXPECT_EQ(codes(close_register({.volume = 2, .first = 3, .last = 3, .decisions = 1})), none());
}

TEST_F(ClosingSheet, of_a_volume_counts_at_least_the_sessions_of_its_decisions) {
  EXPECT_EQ(codes(club_.judge(both(), sheet({.volume = 1, .sessions = 0}))), Codes{"register.sessions_differ"});
  EXPECT_EQ(codes(club_.judge(both(), sheet({.volume = 1, .sessions = 2}))), none());
}

TEST_F(ClosingSheet, of_a_year_without_decisions_is_empty) {
  EXPECT_EQ(codes(close_register({.first = 0, .last = 0, .decisions = 0, .sessions = 0, .year = 2024})), none());
}

TEST_F(ClosingSheet, comes_after_the_year) {
  EXPECT_TRUE(refused(close_register({.year = 2027}), Refusal::kTimeImpossible));
  EXPECT_TRUE(refused(close_register({.year = 0}), Refusal::kTimeImpossible));
  EXPECT_EQ(codes(close_register({.first = 0, .last = 0, .decisions = 0, .sessions = 0, .year = 2026})),
            Codes{"register.year_not_over"});
}

}  // namespace
}  // namespace jumelage::governance
