// RecordCorrected, of what is counted with proxies and recusals, of elections, and of several decisions at once.
#include "correction_fixture.h"

namespace jumelage::governance {
namespace {

class Recounts : public Corrections {
 protected:
  Outcomes revoke(const std::string& proxy, const std::string& principal) {
    return record(secretary(), [&](schema::Act::Builder act) {
      attested_for(principal)(act);
      auto p = act.initProxyRevoked();
      p.setProxy(to_text(proxy));
      p.initAt();
    });
  }
  static Spoil instead_of(const VoteRef& earlier) {
    return [earlier](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), earlier); };
  }
};

TEST_F(Recounts, go_by_the_proxies_and_recusals_of_the_vote_s_own_moment) {
  establish("ccccccc", "french-municipal");
  ASSERT_EQ(codes(table_here("p1")), none());
  ASSERT_EQ(codes(convene_here("s1", 1, {"p1"})), none());
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_EQ(codes(recuse("m6", "p1", "s1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPPA"));
  const Choices ballots = {{"m1", Choice::FOR},     {"m2", Choice::FOR},     {"m3", Choice::FOR},
                           {"m4", Choice::AGAINST}, {"m5", Choice::AGAINST}, {"m7", Choice::FOR}};
  ASSERT_EQ(codes(vote("p1", ballots, Outcome::ADOPTED,
                       [](schema::Act::Builder act) { act.getVoteRecorded().getBallots()[5].setCastBy("m1"); })),
            none());
  ASSERT_EQ(codes(revoke("x1", "m7")), none());
  ASSERT_EQ(codes(recuse("m5", "p1", "s1")), Codes{"interest.late"});
  ASSERT_EQ(codes(correct(*last_vote_, {{"voteRecorded.ballots[3].choice", R"("against")", R"("for")"}})), none());
  EXPECT_EQ(vote_row("p1").getFor(), 5U);
  EXPECT_EQ(vote_row("p1").getAgainst(), 1U) << "the recusal came later";
  EXPECT_EQ(vote_row("p1").getPresent(), 6U) << "and so did the end of the proxy";
  EXPECT_TRUE(row("p1").getIrregular()) << "the interest is still to be reckoned with";
  const Choices without = {{"m1", Choice::FOR}, {"m2", Choice::FOR}, {"m3", Choice::FOR}, {"m4", Choice::FOR}};
  ASSERT_EQ(codes(vote("p1", without, Outcome::ADOPTED, instead_of(last_correction_))), none());
  EXPECT_FALSE(row("p1").getIrregular());
}

class ElectionCorrected : public Recounts {
 protected:
  // A public round of nine: five ballots for m1, four for m2.
  void elect_five_to_four() {
    establish("ccccccccc", "simple-majority", [](schema::RuleSet::Builder rules) {
      rules.getElections()[0].setSecret(schema::Majority::Secrecy::ON_REQUEST);
    });
    ASSERT_EQ(codes(table_here("e1")), none());
    ASSERT_EQ(codes(convene_here("s1", 1, {"e1"})), none());
    ASSERT_TRUE(open_here("s1", "PPPPPPPPP"));
    opening_ = newest("s1");
    ASSERT_EQ(codes(elect()), none());
    election_ = newest("e1");
  }
  Outcomes elect(const Spoil& spoil = {}) {
    return record(
        both(),
        [](schema::Act::Builder act) {
          auto p = act.initElectionRecorded();
          p.setId("chair-2025");
          p.setSession("s1");
          p.setItem("e1");
          p.setRule("three-rounds");
          p.initCandidates(2).set(0, "m1");
          p.getCandidates().set(1, "m2");
          auto round = p.initRounds(1)[0];
          round.initVotes(2).set(0, 5);
          round.getVotes().set(1, 4);
          auto ballots = round.initBallots(9);
          for (unsigned i = 0; i < 9; ++i) {
            ballots[i].setMandate(to_text(seat_name(i + 1)));
            ballots[i].setFor(i < 5 ? "m1" : "m2");
          }
          p.setElected("m1");
        },
        spoil);
  }
  static std::vector<Change> fifth_for_the_other() {
    return {{"electionRecorded.rounds[0].ballots[4].for", R"("m1")", R"("m2")"},
            {"electionRecorded.rounds[0].votes[0]", "5", "4"},
            {"electionRecorded.rounds[0].votes[1]", "4", "5"},
            {"electionRecorded.elected", R"("m1")", R"("m2")"}};
  }
  static Change fifth_seat(const char* was, const char* is) {
    return {"sessionOpened.attendance[4].presence", was, is};
  }
  schema::ElectionState::Reader election() { return row("chair-2025").getElection(); }

  VoteRef opening_;
  VoteRef election_;
};

TEST_F(ElectionCorrected, is_counted_again_and_elects_somebody_else) {
  elect_five_to_four();
  const std::uint64_t recorded_at = position();
  ASSERT_EQ(codes(correct(election_, fifth_for_the_other())), none());
  EXPECT_EQ(election().getElected(), club_.number_of("m2"));
  EXPECT_EQ(election().getAnnounced(), club_.number_of("m2"));
  EXPECT_EQ(election().getRecord(), position());
  EXPECT_TRUE(superseded("e1", recorded_at));
  EXPECT_EQ(vote_row("e1").getElection(), club_.number_of("chair-2025"));
  EXPECT_EQ(vote_row("e1").getRecordAt(), recorded_at);
  EXPECT_EQ(row("e1").getProposal().getVote(), position());
  EXPECT_EQ(newest("chair-2025").id, last_correction_.id) << "it belongs to the election's history";
}

TEST_F(ElectionCorrected, is_replaced_by_whoever_names_the_correction) {
  elect_five_to_four();
  ASSERT_EQ(codes(correct(election_, fifth_for_the_other())), none());
  const auto instead = [&](const VoteRef& earlier) {
    return elect([&](schema::Act::Builder act) { set_ref(act.getElectionRecorded().initReplaces(), earlier); });
  };
  EXPECT_TRUE(refused(instead(election_), Refusal::kImpossible, "that stands"));
  ASSERT_EQ(codes(instead(last_correction_)), none());
  EXPECT_EQ(election().getElected(), club_.number_of("m1"));
  EXPECT_TRUE(refused(correct(election_, undone(fifth_for_the_other())), Refusal::kImpossible, "taken the place"));
}

TEST_F(ElectionCorrected, by_the_attendance_at_the_opening_follows_who_was_there) {
  elect_five_to_four();
  ASSERT_EQ(codes(correct(opening_, {fifth_seat(R"("present")", R"("absent")")})),
            (Codes{"vote.not_entitled", "vote.tally_differs", "election.announced_differs"}));
  EXPECT_EQ(election().getElected(), 0U) << "4 to 4 is no majority in the first round";
  EXPECT_TRUE(row("chair-2025").getIrregular());
  EXPECT_TRUE(row("e1").getIrregular());
  EXPECT_EQ(vote_row("e1").getPresent(), 8U);
  ASSERT_EQ(codes(correct(opening_, {fifth_seat(R"("absent")", R"("present")")})), none());
  EXPECT_EQ(election().getElected(), club_.number_of("m1"));
  EXPECT_FALSE(row("chair-2025").getIrregular());
  EXPECT_FALSE(row("e1").getIrregular());
}

class SeveralDecisions : public Corrections {
 protected:
  // The presider, the sixth, seventh and eighth seats against; the others for, the ninth among them.
  Outcomes vote_with_the_ninth(const std::string& item) {
    Choices ballots;
    for (unsigned i = 0; i < kSeats.size(); ++i) {
      const bool against = i == 0 || (i >= 5 && i <= 7);
      ballots.emplace_back(kSeats[i], against ? Choice::AGAINST : Choice::FOR);
    }
    return vote(item, ballots, Outcome::ADOPTED);
  }
  Outcomes enact(const std::string& decision) {
    return record(both(), [&](schema::Act::Builder act) {
      const auto before = row("cci-rules").getRuleSet();
      auto enacted = act.initRuleSetEnacted();
      enacted.setRuleSet(before);
      enacted.getRuleSet().setVersion(before.getVersion() + 1);
      enacted.setDecision(to_text(decision));
    });
  }
  static void amends_the_first(schema::Act::Builder act) { act.getDecisionRecorded().initAmends(1).set(0, "d-p1"); }
};

TEST_F(SeveralDecisions, that_fall_with_one_correction_let_go_of_what_they_amended_and_stand_again_with_the_next) {
  open_with({"p1", "p2", "p3"}, 8);
  ASSERT_EQ(codes(vote("p1", choices(5, 3), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(attendance("s1", {{kSeats[8], Presence::PRESENT}})), none());
  const VoteRef arrival = newest("s1");
  for (const char* item : {"p2", "p3"}) {
    ASSERT_EQ(codes(vote_with_the_ninth(item)), none());
    ASSERT_EQ(codes(decide_on(item, Outcome::ADOPTED, amends_the_first)), none());
  }
  ASSERT_EQ(row("d-p1").getDecision().getAmendedBy().size(), 2U);
  for (const char* decision : {"d-p2", "d-p3"}) ASSERT_EQ(codes(enact(decision)), none());
  const Change never_came = {"attendanceChanged.changes[0].presence", R"("present")", R"("absent")"};
  ASSERT_TRUE(correct(arrival, {never_came}));
  EXPECT_TRUE(row("d-p2").getIrregular());
  EXPECT_TRUE(row("d-p3").getIrregular());
  EXPECT_EQ(row("d-p1").getDecision().getAmendedBy().size(), 0U);
  EXPECT_TRUE(row("cci-rules").getIrregular()) << "its last two versions rest on them";
  ASSERT_EQ(codes(correct(arrival, undone({never_came}))), none());
  EXPECT_FALSE(row("d-p2").getIrregular());
  EXPECT_FALSE(row("d-p3").getIrregular());
  EXPECT_EQ(row("d-p1").getDecision().getAmendedBy().size(), 2U);
  EXPECT_FALSE(row("cci-rules").getIrregular());
}

}  // namespace
}  // namespace jumelage::governance
