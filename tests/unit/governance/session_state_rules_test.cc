// Sessions that are put off, called off, without quorum, broken off or resumed; and the call that follows.
#include <ostream>

#include "chamber_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using State = schema::SessionStateChanged::State;
using Phase = schema::SessionState::Phase;
using Disposition = schema::ItemDisposed::Disposition;

class SessionStateChanged : public Chamber {
 protected:
  Phase phase(const std::string& session) { return row(session).getSession().getPhase(); }
  Spoil until(UnixMillis moment) {
    return [moment](schema::Act::Builder act) { test::set_moment(act.getSessionStateChanged().initUntil(), moment); };
  }
  static Spoil call(std::uint8_t number, const char* follows) {
    return [=](schema::Act::Builder act) {
      act.getSessionConvened().setCall(number);
      if (follows != nullptr) act.getSessionConvened().setFollows(follows);
    };
  }
  // A session of nine seats in that phase.
  void bring_to(Phase wanted) {
    ASSERT_TRUE(convene("s1", 1, {}));
    const bool opens = wanted == Phase::OPEN || wanted == Phase::ADJOURNED || wanted == Phase::CLOSED;
    if (opens) {
      ASSERT_TRUE(open("s1", 9));
    }
    const std::map<Phase, State> by = {{Phase::POSTPONED, State::POSTPONED},
                                       {Phase::CANCELLED, State::CANCELLED},
                                       {Phase::INQUORATE, State::INQUORATE},
                                       {Phase::ADJOURNED, State::ADJOURNED}};
    if (const auto change = by.find(wanted); change != by.end()) {
      ASSERT_EQ(codes(change_state("s1", change->second)), none());
    }
    if (wanted == Phase::CLOSED) {
      ASSERT_TRUE(close("s1", 1));
    }
    ASSERT_EQ(phase("s1"), wanted);
  }
};

struct Step {
  const char* name;
  Phase from;
  State state;
  bool possible;
  Phase to;
};
void PrintTo(const Step& step, std::ostream* out) {
  *out << step.name;
}

const Step kSteps[] = {
    {"a_convened_session_is_postponed", Phase::CONVENED, State::POSTPONED, true, Phase::POSTPONED},
    {"a_convened_session_is_cancelled", Phase::CONVENED, State::CANCELLED, true, Phase::CANCELLED},
    {"a_convened_session_is_inquorate", Phase::CONVENED, State::INQUORATE, true, Phase::INQUORATE},
    {"a_convened_session_is_not_adjourned", Phase::CONVENED, State::ADJOURNED, false, Phase::CONVENED},
    {"a_convened_session_is_not_resumed", Phase::CONVENED, State::RESUMED, false, Phase::CONVENED},
    {"a_postponed_session_is_postponed_again", Phase::POSTPONED, State::POSTPONED, true, Phase::POSTPONED},
    {"a_postponed_session_is_cancelled", Phase::POSTPONED, State::CANCELLED, true, Phase::CANCELLED},
    {"a_postponed_session_is_inquorate", Phase::POSTPONED, State::INQUORATE, true, Phase::INQUORATE},
    {"a_postponed_session_is_not_resumed", Phase::POSTPONED, State::RESUMED, false, Phase::POSTPONED},
    {"an_open_session_is_adjourned", Phase::OPEN, State::ADJOURNED, true, Phase::ADJOURNED},
    {"an_open_session_is_not_postponed", Phase::OPEN, State::POSTPONED, false, Phase::OPEN},
    {"an_open_session_is_not_cancelled", Phase::OPEN, State::CANCELLED, false, Phase::OPEN},
    {"an_open_session_is_not_resumed", Phase::OPEN, State::RESUMED, false, Phase::OPEN},
    {"an_adjourned_session_is_resumed", Phase::ADJOURNED, State::RESUMED, true, Phase::OPEN},
    {"an_adjourned_session_is_not_adjourned_again", Phase::ADJOURNED, State::ADJOURNED, false, Phase::ADJOURNED},
    {"an_adjourned_session_is_not_inquorate", Phase::ADJOURNED, State::INQUORATE, false, Phase::ADJOURNED},
    {"a_cancelled_session_is_not_postponed", Phase::CANCELLED, State::POSTPONED, false, Phase::CANCELLED},
    {"a_cancelled_session_is_not_cancelled_again", Phase::CANCELLED, State::CANCELLED, false, Phase::CANCELLED},
    {"an_inquorate_session_is_not_postponed", Phase::INQUORATE, State::POSTPONED, false, Phase::INQUORATE},
    {"a_closed_session_is_not_adjourned", Phase::CLOSED, State::ADJOURNED, false, Phase::CLOSED},
    {"a_closed_session_is_not_inquorate", Phase::CLOSED, State::INQUORATE, false, Phase::CLOSED},
};

class SessionSteps : public SessionStateChanged, public testing::WithParamInterface<Step> {};

TEST_P(SessionSteps, follow_the_state_machine) {
  const Step& step = GetParam();
  bring_to(step.from);
  const Outcomes changed = change_state("s1", step.state);
  EXPECT_EQ(changed.has_value(), step.possible);
  if (!step.possible) {
    EXPECT_TRUE(refused(changed, Refusal::kImpossible, "from there"));
  }
  EXPECT_EQ(phase("s1"), step.to);
}

INSTANTIATE_TEST_SUITE_P(All, SessionSteps, testing::ValuesIn(kSteps),
                         [](const testing::TestParamInfo<Step>& each) { return std::string(each.param.name); });

TEST_F(SessionStateChanged, is_signed_by_chair_and_secretary) {
  bring_to(Phase::CONVENED);
  EXPECT_TRUE(refused(change_state("s1", State::POSTPONED, {}, secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(
      refused(change_state("s1", State::POSTPONED, {}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(change_state("s9", State::POSTPONED), Refusal::kUnknownSubject, "s9"));
}

TEST_F(SessionStateChanged, a_postponed_session_keeps_number_and_call_and_takes_the_new_day) {
  bring_to(Phase::CONVENED);
  const UnixMillis later = club_.now() + 20 * kDay_ms;
  ASSERT_EQ(codes(change_state("s1", State::POSTPONED, until(later))), none());
  EXPECT_EQ(row("s1").getSession().getScheduled(), later);
  EXPECT_EQ(row("s1").getSession().getScheduledDay(), test::day("2025-11-19"));
  ASSERT_EQ(codes(open("s1", 9)), none());
  EXPECT_EQ(row("s1").getSession().getNumber(), 1U);
  EXPECT_EQ(row("s1").getSession().getCall(), 1U);
}

TEST_F(SessionStateChanged, goes_on_after_it_happened_and_happened_before_it_was_recorded) {
  bring_to(Phase::CONVENED);
  EXPECT_TRUE(refused(change_state("s1", State::POSTPONED, until(club_.now() - kDay_ms)), Refusal::kBadValue, "later"));
  EXPECT_TRUE(refused(change_state("s1", State::CANCELLED, until(club_.now() + kDay_ms)), Refusal::kBadValue, "until"));
  EXPECT_TRUE(refused(change_state("s1", State::POSTPONED,
                                   [this](schema::Act::Builder act) {
                                     test::set_moment(act.getSessionStateChanged().getAt(), club_.now() + kDay_ms);
                                   }),
                      Refusal::kTimeImpossible, "postponed"));
}

TEST_F(SessionStateChanged, nothing_happens_while_a_session_is_adjourned) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(change_state("s1", State::ADJOURNED, until(club_.now() + kDay_ms))), none());
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED), Refusal::kImpossible, "is adjourned"));
  EXPECT_TRUE(refused(attendance("s1", {{"timbuktu-3", Presence::ABSENT}}), Refusal::kImpossible, "is adjourned"));
  EXPECT_TRUE(refused(close("s1", 1), Refusal::kImpossible, "is adjourned"));
  ASSERT_EQ(codes(change_state("s1", State::RESUMED)), none());
  EXPECT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
}

TEST_F(SessionStateChanged, a_cancelled_session_sets_its_items_free_and_keeps_its_number) {
  ASSERT_TRUE(table("p1"));
  ASSERT_TRUE(convene("s1", 1, {"p1"}));
  ASSERT_EQ(codes(change_state("s1", State::CANCELLED)), none());
  EXPECT_TRUE(refused(open("s1", 9), Refusal::kImpossible, "cancelled"));
  EXPECT_TRUE(refused(convene("s2", 1, {"p1"}), Refusal::kNumberTaken, "the next number is 2"));
  EXPECT_EQ(codes(convene("s2", 2, {"p1"})), none());
}

TEST_F(SessionStateChanged, an_inquorate_session_leads_to_the_next_call_and_to_no_other) {
  ASSERT_TRUE(table("p1"));
  ASSERT_TRUE(convene("s1", 1, {"p1"}));
  EXPECT_TRUE(refused(convene("s2", 2, {}, call(2, "s1")), Refusal::kImpossible, "was not inquorate"));
  ASSERT_EQ(codes(change_state("s1", State::INQUORATE)), none());
  EXPECT_TRUE(refused(open("s1", 9), Refusal::kImpossible, "inquorate"));
  EXPECT_TRUE(refused(convene("s2", 2, {}, call(3, "s1")), Refusal::kImpossible, "call 2"));
  EXPECT_TRUE(refused(convene("s2", 2, {}, call(2, nullptr)), Refusal::kImpossible, "name it in follows"));
  EXPECT_TRUE(refused(convene("s2", 3, {}, call(2, "s1")), Refusal::kNumberTaken, "the next number is 2, not 3"));
  ASSERT_EQ(codes(convene("s2", 2, {"p1"}, call(2, "s1"))), none());
  EXPECT_EQ(row("s1").getSession().getNextCall(), club_.number_of("s2"));
  EXPECT_EQ(row("p1").getProposal().getSession(), club_.number_of("s2"));
  EXPECT_TRUE(refused(convene("s3", 3, {}, call(2, "s1")), Refusal::kImpossible, "called again already"));
  ASSERT_EQ(codes(change_state("s2", State::INQUORATE)), none());
  EXPECT_EQ(codes(convene("s3", 3, {"p1"}, call(3, "s2"))), none());
}

TEST_F(SessionStateChanged, a_next_call_that_was_cancelled_can_be_made_again) {
  ASSERT_TRUE(convene("s1", 1, {}));
  ASSERT_EQ(codes(change_state("s1", State::INQUORATE)), none());
  ASSERT_EQ(codes(convene("s2", 2, {}, call(2, "s1"))), none());
  ASSERT_EQ(codes(change_state("s2", State::CANCELLED)), none());
  EXPECT_EQ(codes(convene("s3", 3, {}, call(2, "s1"))), none());
}

TEST_F(SessionStateChanged, a_postponed_session_leads_to_no_next_call) {
  bring_to(Phase::POSTPONED);
  EXPECT_TRUE(refused(convene("s2", 2, {}, call(2, "s1")), Refusal::kImpossible, "was not inquorate"));
  EXPECT_EQ(codes(convene("s2", 2, {})), none());
}

TEST_F(SessionStateChanged, opened_without_a_quorum_it_may_end_as_inquorate) {
  ASSERT_TRUE(table("p1"));
  ASSERT_TRUE(convene("s1", 1, {"p1"}));
  ASSERT_EQ(codes(open("s1", 4)), Codes{"quorum.not_met"});
  ASSERT_EQ(codes(change_state("s1", State::INQUORATE)), none());
  EXPECT_EQ(phase("s1"), Phase::INQUORATE);
  EXPECT_EQ(codes(convene("s2", 2, {"p1"}, call(2, "s1"))), none());
}

TEST_F(SessionStateChanged, with_its_quorum_it_is_not_inquorate_whatever_chair_and_secretary_say) {
  bring_to(Phase::OPEN);
  const Outcomes said = change_state("s1", State::INQUORATE);
  ASSERT_EQ(codes(said), Codes{"session.quorum_met"});
  EXPECT_NE(said.value().findings[0].text.find("quorum 9/9 ≥ 5"), std::string::npos);
  EXPECT_EQ(phase("s1"), Phase::OPEN) << "it stays open";
  EXPECT_TRUE(refused(convene("s2", 2, {}, call(2, "s1")), Refusal::kImpossible, "was not inquorate"))
      << "no lower quorum by a word alone";
}

TEST_F(SessionStateChanged, a_quorum_lost_on_the_way_ends_a_session_where_each_item_asks_for_it) {
  establish("ccccccccc", "french-municipal");
  ASSERT_TRUE(table_here("p1"));
  ASSERT_TRUE(convene_here("s1", 1, {"p1"}));
  ASSERT_EQ(codes(open_here("s1", "PPPPP....")), none());
  EXPECT_EQ(codes(change_state("s1", State::INQUORATE)), Codes{"session.quorum_met"});
  ASSERT_EQ(codes(move("s1", "PPPP.....")), none());
  ASSERT_EQ(codes(change_state("s1", State::INQUORATE)), none());
  EXPECT_EQ(codes(convene_here("s2", 2, {"p1"}, 2, "s1")), none());
}

TEST_F(SessionStateChanged, every_item_is_disposed_of_before_a_session_closes) {
  open_with({"p1", "p2", "p3", "p4", "p5", "p6"}, 9);
  const std::vector<std::pair<const char*, Disposition>> ends = {{"p1", Disposition::NOTED},
                                                                 {"p2", Disposition::WITHDRAWN},
                                                                 {"p3", Disposition::DEFERRED},
                                                                 {"p4", Disposition::NOT_REACHED},
                                                                 {"p5", Disposition::CONSENSUS}};
  std::uint32_t acts = 1;
  for (const auto& [item, disposition] : ends) {
    EXPECT_TRUE(refused(close("s1", acts), Refusal::kImpossible, "still open: \"" + std::string(item)));
    ASSERT_EQ(codes(dispose(item, disposition)), none());
    ++acts;
  }
  EXPECT_TRUE(refused(close("s1", acts), Refusal::kImpossible, "still open: \"p6\""));
  ASSERT_EQ(codes(vote("p6", choices(5, 4), Outcome::ADOPTED)), none());
  EXPECT_TRUE(refused(close("s1", ++acts), Refusal::kImpossible, "still open: \"p6\"")) << "a vote is no decision";
  ASSERT_EQ(codes(decide_on("p6", Outcome::ADOPTED)), none());
  EXPECT_EQ(codes(close("s1", ++acts)), none());
}

TEST_F(SessionStateChanged, numbers_run_on_without_a_gap_through_whatever_becomes_of_sessions) {
  const std::vector<State> fates = {State::POSTPONED, State::CANCELLED, State::INQUORATE, State::CANCELLED};
  std::uint32_t number = 0;
  for (const State fate : fates) {
    ++number;
    const std::string id = "s" + std::to_string(number);
    EXPECT_TRUE(refused(convene(id, number + 1, {}), Refusal::kNumberTaken, "without gaps"));
    ASSERT_EQ(codes(convene(id, number, {})), none());
    EXPECT_TRUE(refused(convene(id + "-again", number, {}), Refusal::kNumberTaken, "without gaps"));
    ASSERT_EQ(codes(change_state(id, fate)), none());
  }
}

}  // namespace
}  // namespace jumelage::governance
