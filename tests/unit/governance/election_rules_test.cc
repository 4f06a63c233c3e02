// Elections: rounds, figures, who is elected by the rules, and what is announced.
#include <ostream>

#include "chamber_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Tie = schema::ElectionRule::TiePolicy;
using Secrecy = schema::Majority::Secrecy;

struct RoundFigures {
  std::vector<std::uint32_t> votes;
  std::uint32_t blank = 0;
  std::uint32_t spoilt = 0;
};

class Elections : public Chamber {
 protected:
  static constexpr const char* kNine = "ccccccccc";

  void call(const ChangeRules& change = {}, const char* there = "PPPPPPPPP", const char* model = "simple-majority") {
    establish(kNine, model, change);
    ASSERT_EQ(codes(table_here("e1")), none());
    ASSERT_EQ(codes(convene_here("s1", 1, {"e1"})), none());
    ASSERT_TRUE(open_here("s1", there));
  }
  // Candidates are m1, m2 and so on; all rounds are secret.
  Outcomes elect_by(const std::vector<RoundFigures>& rounds, const std::string& elected, const Spoil& spoil = {},
                    const Signers& signers = both()) {
    const auto draft = club_.draft(signers, [&](schema::Act::Builder act) {
      auto p = act.initElectionRecorded();
      p.setId("chair-2025");
      p.setSession("s1");
      p.setItem("e1");
      p.setRule("three-rounds");
      const auto candidates = rounds.empty() ? 1U : static_cast<unsigned>(rounds[0].votes.size());
      auto names = p.initCandidates(candidates);
      for (unsigned i = 0; i < candidates; ++i) names.set(i, to_text(seat_name(i + 1)));
      auto list = p.initRounds(static_cast<unsigned>(rounds.size()));
      for (unsigned r = 0; r < list.size(); ++r) {
        auto votes = list[r].initVotes(static_cast<unsigned>(rounds[r].votes.size()));
        for (unsigned i = 0; i < votes.size(); ++i) votes.set(i, rounds[r].votes[i]);
        list[r].setBlank(rounds[r].blank);
        list[r].setSpoilt(rounds[r].spoilt);
        list[r].setSecret(true);
      }
      if (!elected.empty()) p.setElected(to_text(elected));
      if (spoil) spoil(act);
    });
    last_vote_ = {event::act_id(draft.canonical()), club_.now()};
    return club_.record(draft);
  }
  static void tie_decided(schema::Act::Builder act) { act.getElectionRecorded().setTieDecided(true); }
  Spoil replaces(const VoteRef& earlier) {
    return [earlier](schema::Act::Builder act) { set_ref(act.getElectionRecorded().initReplaces(), earlier); };
  }
  // A public round in which the seats vote for these candidates; 0: blank.
  static Spoil ballots(const std::vector<unsigned>& choices) {
    return [choices](schema::Act::Builder act) {
      auto round = act.getElectionRecorded().getRounds()[0];
      round.setSecret(false);
      auto list = round.initBallots(static_cast<unsigned>(choices.size()));
      for (unsigned i = 0; i < list.size(); ++i) {
        list[i].setMandate(to_text(seat_name(i + 1)));
        if (choices[i] != 0) list[i].setFor(to_text(seat_name(choices[i])));
        if (choices[i] == 0) list[i].setOtherwise(Choice::BLANK);
      }
    };
  }
  schema::ElectionState::Reader election() { return row("chair-2025").getElection(); }
};

ChangeRules rule(Tie how, Secrecy secrecy = Secrecy::ON_REQUEST) {
  return [=](schema::RuleSet::Builder rules) {
    rules.getElections()[0].setTie(how);
    rules.getElections()[0].setSecret(secrecy);
  };
}

struct Case {
  const char* name;
  Tie tie;
  std::vector<RoundFigures> rounds;
  const char* announced;  // empty: nobody
  bool tie_decided;
  const char* elected;  // by the rules; empty: nobody
  Outcome outcome;
  Codes found;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

const RoundFigures kFirst = {{4, 3, 1}, 1};  // worked case 10, in its order
const RoundFigures kEven = {{4, 4, 0}, 1};

const Case kCases[] = {
    {"ten_tied_to_the_end_the_elder", Tie::ELDER, {kFirst, kEven, kEven}, "m2", true, "m2", Outcome::ADOPTED, {}},
    {"ten_tied_to_the_end_by_lot", Tie::LOT, {kFirst, kEven, kEven}, "m1", true, "m1", Outcome::ADOPTED, {}},
    {"ten_tied_to_the_end_the_presider",
     Tie::CASTING_VOTE,
     {kFirst, kEven, kEven},
     "m1",
     true,
     "m1",
     Outcome::ADOPTED,
     {}},
    {"ten_tied_to_the_end_and_nothing_decides",
     Tie::NOBODY,
     {kFirst, kEven, kEven},
     "",
     false,
     "",
     Outcome::REJECTED,
     {}},
    {"ten_tied_and_one_is_announced_without_a_word_of_the_tie",
     Tie::ELDER,
     {kFirst, kEven, kEven},
     "m1",
     false,
     "",
     Outcome::TIED,
     {"election.announced_differs"}},
    {"ten_tied_and_nobody_drew_yet", Tie::LOT, {kFirst, kEven, kEven}, "", false, "", Outcome::TIED, {}},
    {"ten_a_tie_elects_none_but_the_tied",
     Tie::LOT,
     {kFirst, kEven, kEven},
     "m3",
     true,
     "",
     Outcome::TIED,
     {"election.announced_differs"}},
    {"ten_a_tie_where_nothing_may_decide",
     Tie::NOBODY,
     {kFirst, kEven, kEven},
     "m1",
     true,
     "",
     Outcome::REJECTED,
     {"election.tie_decided", "election.announced_differs"}},
    {"one_round_with_a_majority", Tie::ELDER, {{{5, 4}}}, "m1", false, "m1", Outcome::ADOPTED, {}},
    {"blanks_are_not_cast", Tie::ELDER, {{{4, 2, 1}, 2}}, "m1", false, "m1", Outcome::ADOPTED, {}},
    {"the_second_round_decides", Tie::ELDER, {{{4, 3, 2}}, {{5, 4, 0}}}, "m1", false, "m1", Outcome::ADOPTED, {}},
    {"the_most_votes_in_the_last_round",
     Tie::ELDER,
     {{{4, 3, 2}}, {{4, 3, 2}}, {{4, 3, 2}}},
     "m1",
     false,
     "m1",
     Outcome::ADOPTED,
     {}},
    {"no_majority_and_no_further_round", Tie::ELDER, {{{4, 3, 2}}}, "", false, "", Outcome::NOT_ANNOUNCED, {}},
    {"no_majority_and_one_announced",
     Tie::ELDER,
     {{{4, 3, 2}}},
     "m1",
     false,
     "",
     Outcome::NOT_ANNOUNCED,
     {"election.announced_differs"}},
    {"another_announced_than_elected",
     Tie::ELDER,
     {{{5, 4}}},
     "m2",
     false,
     "m1",
     Outcome::ADOPTED,
     {"election.announced_differs"}},
    {"nobody_announced_although_elected",
     Tie::ELDER,
     {{{5, 4}}},
     "",
     false,
     "m1",
     Outcome::ADOPTED,
     {"election.announced_differs"}},
    {"a_round_after_the_one_that_elected",
     Tie::ELDER,
     {{{5, 4}}, {{4, 5}}},
     "m2",
     false,
     "m1",
     Outcome::ADOPTED,
     {"election.too_many_rounds", "election.announced_differs"}},
    {"a_fourth_round",
     Tie::NOBODY,
     {kEven, kEven, kEven, {{5, 4, 0}}},
     "",
     false,
     "",
     Outcome::REJECTED,
     {"election.too_many_rounds"}},
    {"a_tie_policy_where_nothing_tied",
     Tie::ELDER,
     {{{5, 4}}},
     "m1",
     true,
     "m1",
     Outcome::ADOPTED,
     {"election.tie_decided"}},
    {"all_blank", Tie::ELDER, {{{0, 0}, 9}, {{0, 0}, 9}, {{0, 0}, 9}}, "", false, "", Outcome::REJECTED, {}},
    {"more_votes_than_could_be_given",
     Tie::ELDER,
     {{{6, 4}}},
     "m1",
     false,
     "m1",
     Outcome::ADOPTED,
     {"vote.more_votes_than_present"}},
};

class ElectionCases : public Elections, public testing::WithParamInterface<Case> {};

TEST_P(ElectionCases, come_out_as_the_rules_say) {
  const Case& c = GetParam();
  call(rule(c.tie));
  const Outcomes recorded = elect_by(c.rounds, c.announced, c.tie_decided ? Spoil(tie_decided) : Spoil());
  ASSERT_EQ(codes(recorded), c.found);
  EXPECT_EQ(election().getElected(), club_.number_of(c.elected));
  EXPECT_EQ(election().getAnnounced(), club_.number_of(c.announced));
  EXPECT_EQ(election().getOutcome(), c.outcome) << arithmetic("e1");
  EXPECT_EQ(computed("e1"), c.outcome);
  EXPECT_EQ(row("chair-2025").getIrregular(), !c.found.empty());
  EXPECT_EQ(row("e1").getIrregular(), !c.found.empty());
}

INSTANTIATE_TEST_SUITE_P(Rounds, ElectionCases, testing::ValuesIn(kCases),
                         [](const testing::TestParamInfo<Case>& each) { return std::string(each.param.name); });

class ElectionRecorded : public Elections {
 protected:
  static void in_the_chamber(schema::Act::Builder act) { act.getDecisionRecorded().setBody("chamber"); }
  // As elected by decision d-e1.
  Outcomes take_office(const std::string& holder) {
    return record(both(), [&](schema::Act::Builder act) {
      auto office = act.initOfficeChanged();
      office.setId("chamber-vice");
      office.setKind(schema::OfficeChanged::Kind::VICE_CHAIR);
      office.setBody("chamber");
      office.setHolder(to_text(holder));
      office.setFrom(test::day("2025-11-09"));
      office.setGround(schema::OfficeChanged::Ground::ELECTION);
      office.setDecision("d-e1");
    });
  }
};

TEST_F(ElectionRecorded, shows_the_arithmetic_of_each_round) {
  call(rule(Tie::ELDER));
  ASSERT_EQ(codes(elect_by({kFirst, kEven, kEven}, "m2", tie_decided)), none());
  EXPECT_EQ(arithmetic("e1"),
            "quorum 9/9 ≥ 5 (in exercise, call 1); round 1: 4 = 8/2 of votes cast; round 2: 4 = 8/2 of votes cast; "
            "round 3: 4, the most votes are enough; tied: the elder is elected, as announced \"m2\"");
}

TEST_F(ElectionRecorded, is_signed_by_chair_and_secretary_in_an_open_session) {
  establish(kNine, "simple-majority");
  ASSERT_TRUE(table_here("e1"));
  ASSERT_TRUE(convene_here("s1", 1, {"e1"}));
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1"), Refusal::kImpossible, "is convened"));
  ASSERT_TRUE(open_here("s1", "PPPPPPPPP"));
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1", {}, secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1", {}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
  EXPECT_EQ(codes(elect_by({{{5, 4}}}, "m1")), none());
}

TEST_F(ElectionRecorded, what_makes_no_sense_is_refused) {
  call();
  ASSERT_TRUE(table_here("e2"));
  const auto spoilt = [&](const Spoil& spoil) { return elect_by({{{5, 4}}}, "m1", spoil); };
  using Builder = schema::ElectionRecorded::Builder;
  const auto with = [](void (*change)(Builder)) {
    return [change](schema::Act::Builder act) { change(act.getElectionRecorded()); };
  };
  EXPECT_TRUE(refused(elect_by({}, ""), Refusal::kBadValue, "has rounds"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.initCandidates(0); })), Refusal::kBadValue, "has candidates"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.getCandidates().set(1, "m1"); })), Refusal::kBadValue, "twice"));
  EXPECT_TRUE(
      refused(spoilt(with([](Builder p) { p.getCandidates().set(1, "m99"); })), Refusal::kUnknownSubject, "m99"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.setElected("m3"); })), Refusal::kBadValue, "was no candidate"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.disownRule(); })), Refusal::kBadValue, "name it in rule"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.setRule("by-acclaim"); })), Refusal::kBadValue, "no election"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.setItem("e2"); })), Refusal::kImpossible, "not on the agenda"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.setOffice("cci-chair"); })), Refusal::kBadValue, "another body"));
  EXPECT_TRUE(
      refused(spoilt(with([](Builder p) { p.getRounds()[0].initVotes(3); })), Refusal::kBadValue, "one for each"));
  EXPECT_TRUE(refused(spoilt(with([](Builder p) { p.setId("m1"); })), Refusal::kIdTaken, "m1"));
  EXPECT_EQ(codes(spoilt(with([](Builder p) { p.setOffice("chamber-chair"); }))), none());
  EXPECT_EQ(election().getOffice(), club_.number_of("chamber-chair"));
}

TEST_F(ElectionRecorded, who_voted_for_whom_stays_secret_in_a_secret_round) {
  call();
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1",
                               [](schema::Act::Builder act) {
                                 ballots({1, 1, 1, 1, 1, 2, 2, 2, 2})(act);
                                 act.getElectionRecorded().getRounds()[0].setSecret(true);
                               }),
                      Refusal::kBadValue, "must stay secret"));
}

TEST_F(ElectionRecorded, the_rules_may_want_secrecy_or_the_public) {
  call(rule(Tie::ELDER, Secrecy::ALWAYS));
  EXPECT_EQ(codes(elect_by({{{5, 4}}}, "m1", ballots({1, 1, 1, 1, 1, 2, 2, 2, 2}))), Codes{"vote.secrecy"});
}

TEST_F(ElectionRecorded, secret_where_the_rules_want_the_public_is_flagged) {
  call(rule(Tie::ELDER, Secrecy::PUBLIC));
  EXPECT_EQ(codes(elect_by({{{5, 4}}}, "m1")), Codes{"vote.secrecy"});
}

TEST_F(ElectionRecorded, in_public_the_ballots_count_and_not_the_figures) {
  call(rule(Tie::ELDER));
  ASSERT_EQ(codes(elect_by({{{5, 4}}}, "m1", ballots({1, 1, 1, 1, 2, 2, 2, 2, 2}))),
            (Codes{"vote.tally_differs", "election.announced_differs"}));
  EXPECT_EQ(election().getElected(), club_.number_of("m2"));
}

TEST_F(ElectionRecorded, in_public_everybody_who_could_vote_is_listed_and_nobody_else_counts) {
  call(rule(Tie::ELDER), "PPPPPPPP.");
  EXPECT_EQ(codes(elect_by({{{5, 2}}}, "m1", ballots({1, 1, 1, 1, 1, 2, 2}))), Codes{"vote.ballots_incomplete"});
  EXPECT_EQ(codes(elect_by({{{5, 3}}}, "m1",
                           [this, earlier = *last_vote_](schema::Act::Builder act) {
                             ballots({1, 1, 1, 1, 1, 2, 2, 2, 2})(act);
                             replaces(earlier)(act);
                           })),
            Codes{"vote.not_entitled"});
}

TEST_F(ElectionRecorded, a_ballot_names_a_candidate_or_says_what_it_is) {
  call(rule(Tie::ELDER));
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1", ballots({1, 1, 1, 1, 1, 2, 2, 2, 3})), Refusal::kBadValue,
                      "\"m3\" stands in no candidate's place"));
  EXPECT_TRUE(refused(elect_by({{{5, 3}}}, "m1",
                               [](schema::Act::Builder act) {
                                 ballots({1, 1, 1, 1, 1, 2, 2, 2, 0})(act);
                                 act.getElectionRecorded().getRounds()[0].getBallots()[8].setOtherwise(Choice::FOR);
                               }),
                      Refusal::kBadValue, "names no candidate"));
  EXPECT_EQ(codes(elect_by({{{5, 3}, 1}}, "m1", ballots({1, 1, 1, 1, 1, 2, 2, 2, 0}))), none());
}

TEST_F(ElectionRecorded, participants_are_those_whose_ballots_there_are) {
  call();
  const auto took_part = [](unsigned count) {
    return [count](schema::Act::Builder act) {
      auto list = act.getElectionRecorded().getRounds()[0].initParticipants(count);
      for (unsigned i = 0; i < count; ++i) list.set(i, to_text(seat_name(i + 1)));
    };
  };
  ASSERT_EQ(codes(elect_by({{{5, 4}}}, "m1", took_part(8))), Codes{"vote.tally_differs"});
  EXPECT_EQ(codes(elect_by({{{5, 4}}}, "m1",
                           [&, earlier = *last_vote_](schema::Act::Builder act) {
                             took_part(9)(act);
                             replaces(earlier)(act);
                           })),
            none());
}

TEST_F(ElectionRecorded, without_a_quorum_elects_nobody) {
  call({}, "PPPP.....");
  ASSERT_EQ(codes(elect_by({{{3, 1}}}, "m1")), (Codes{"quorum.not_met", "election.announced_differs"}));
  EXPECT_EQ(election().getElected(), 0U);
  EXPECT_EQ(computed("e1"), Outcome::INQUORATE);
}

TEST_F(ElectionRecorded, a_proxy_votes_and_a_recused_candidate_does_not) {
  establish(kNine, "french-municipal", [](schema::RuleSet::Builder rules) {
    rule(Tie::ELDER)(rules);
    rules.getQuorum().setRecusal(schema::Quorum::Recusal::COUNTS);
  });
  ASSERT_TRUE(table_here("e1"));
  ASSERT_TRUE(convene_here("s1", 1, {"e1"}));
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m9", "m3")), none());
  ASSERT_EQ(codes(recuse("m1", "e1", "s1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPPPP."));
  EXPECT_EQ(codes(elect_by({{{5, 3}}}, "m1",
                           [](schema::Act::Builder act) {
                             ballots({0, 1, 1, 1, 1, 2, 2, 2, 1})(act);
                             auto list = act.getElectionRecorded().getRounds()[0].getBallots();
                             list[0].setOtherwise(Choice::RECUSED);
                             list[8].setCastBy("m3");
                           })),
            none());
  EXPECT_EQ(vote_row("e1").getPresent(), 8U);
}

TEST_F(ElectionRecorded, a_record_that_replaces_the_one_that_stands_cures_it) {
  call();
  ASSERT_EQ(codes(elect_by({{{5, 4}}}, "m2")), Codes{"election.announced_differs"});
  const VoteRef first = *last_vote_;
  const std::uint64_t at = club_.size() - 1;
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1"), Refusal::kImpossible, "replaces"));
  ASSERT_EQ(codes(elect_by({{{5, 4}}}, "m1", replaces(first))), none());
  EXPECT_FALSE(row("chair-2025").getIrregular());
  EXPECT_FALSE(row("e1").getIrregular());
  const auto finding = club_.reg().get(Table::kFindings, finding_key(at, 0));
  EXPECT_EQ(Row<schema::FindingRow>(*finding).reader().getCuredAt(), club_.size() - 1);
  const auto old = club_.reg().get(Table::kVotes, vote_key(club_.number_of("e1"), 1, at));
  EXPECT_TRUE(Row<schema::VoteRow>(*old).reader().getSuperseded());
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1", replaces(first)), Refusal::kImpossible, "that stands"));
}

TEST_F(ElectionRecorded, gives_way_to_no_record_of_a_vote) {
  call();
  ASSERT_EQ(codes(elect_by({{{5, 3, 1}}}, "m1")), none());
  const VoteRef election = *last_vote_;
  EXPECT_TRUE(refused(vote("e1", {{"m1", Choice::FOR}}, Outcome::ADOPTED,
                           [&](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), election); }),
                      Refusal::kImpossible, "an election stands on"));
}

TEST_F(ElectionRecorded, one_that_decided_nothing_may_be_held_again) {
  call(rule(Tie::LOT));
  ASSERT_EQ(codes(elect_by({kFirst, kEven, kEven}, "")), none());
  EXPECT_EQ(codes(elect_by({{{5, 4}}}, "m1",
                           [](schema::Act::Builder act) { act.getElectionRecorded().setId("chair-again"); })),
            none());
}

TEST_F(ElectionRecorded, one_that_is_not_over_decides_nothing) {
  call(rule(Tie::ELDER));
  ASSERT_EQ(codes(elect_by({kFirst}, "")), none());
  ASSERT_EQ(computed("e1"), Outcome::NOT_ANNOUNCED);
  EXPECT_EQ(codes(decide_on("e1", Outcome::ADOPTED, in_the_chamber)), Codes{"decision.no_vote"});
  EXPECT_TRUE(row("d-e1").getIrregular());
}

TEST_F(ElectionRecorded, a_decision_and_the_office_rest_on_it) {
  call();
  ASSERT_EQ(codes(elect_by({{{4, 5}}}, "m2")), none());
  ASSERT_EQ(codes(decide_on("e1", Outcome::ADOPTED, in_the_chamber)), none());
  EXPECT_TRUE(refused(elect_by({{{5, 4}}}, "m1", replaces(*last_vote_)), Refusal::kImpossible, "decided"));
  EXPECT_EQ(codes(take_office("m2")), none());
  EXPECT_EQ(codes(close("s1", 3)), none()) << "opening, election and decision";
}

TEST_F(ElectionRecorded, nobody_takes_the_office_but_whom_it_chose) {
  call();
  ASSERT_EQ(codes(elect_by({{{4, 5}}}, "m2")), none());
  ASSERT_EQ(codes(decide_on("e1", Outcome::ADOPTED, in_the_chamber)), none());
  EXPECT_EQ(codes(take_office("m1")), Codes{"office.not_elected"});
  EXPECT_EQ(row("chamber-vice").getOffice().getHolder(), 0U);
  EXPECT_EQ(codes(take_office("m2")), none());
  EXPECT_EQ(row("chamber-vice").getOffice().getHolder(), club_.number_of("m2"));
}

TEST_F(ElectionRecorded, who_is_elected_to_one_office_takes_no_other) {
  call();
  ASSERT_EQ(codes(elect_by({{{4, 5}}}, "m2",
                           [](schema::Act::Builder act) { act.getElectionRecorded().setOffice("chamber-chair"); })),
            none());
  ASSERT_EQ(codes(decide_on("e1", Outcome::ADOPTED, in_the_chamber)), none());
  EXPECT_EQ(codes(take_office("m2")), Codes{"office.not_elected"});
}

TEST_F(ElectionRecorded, a_plain_vote_is_none) {
  call();
  Choices ballots;
  for (unsigned i = 1; i <= 9; ++i) ballots.emplace_back(seat_name(i), Choice::FOR);
  ASSERT_EQ(codes(vote("e1", ballots, Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(decide_on("e1", Outcome::ADOPTED, in_the_chamber)), none());
  EXPECT_EQ(codes(take_office("m2")), Codes{"office.not_elected"});
}

TEST_F(ElectionRecorded, that_elects_nobody_decides_the_item_as_rejected) {
  call(rule(Tie::NOBODY));
  ASSERT_EQ(codes(elect_by({kFirst, kEven, kEven}, "")), none());
  EXPECT_EQ(codes(decide_on("e1", Outcome::REJECTED, in_the_chamber)), none());
}

}  // namespace
}  // namespace jumelage::governance
