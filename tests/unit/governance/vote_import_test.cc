// Votes and decisions out of somebody else's register: all of it goes in, and is flagged where it cannot be.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;

class Import : public Council {
 protected:
  Import() {
    const Outcomes body = record(both(), [](schema::Act::Builder act) {
      act.setBasis(schema::Basis::IMPORTED);
      auto p = act.initBodyEstablished();
      p.setId("old-council");
      test::set_name(p.initNames(1), "Conseil municipal");
      p.setKind(schema::BodyEstablished::Kind::IMPORTED);
      p.setParent("cci");
      p.initRuleSet().setId("cci-rules");
      p.getRuleSet().setVersion(1);
      p.initNumbering().setSeries("OLD");
      p.getNumbering().setSource(schema::BodyEstablished::Numbering::Source::ORIGIN);
    });
    EXPECT_EQ(codes(body), none());
    EXPECT_EQ(codes(old_proposal("old-1")), none());
  }

  static void import(schema::Act::Builder act) { act.setBasis(schema::Basis::IMPORTED); }
  Outcomes old_proposal(const std::string& id, const Signers& signers = secretary()) {
    return table(
        id,
        [](schema::Act::Builder act) {
          import(act);
          act.getProposalTabled().setBody("old-council");
        },
        signers);
  }
  Outcomes old_vote(const Choices& ballots, Outcome announced, const Spoil& spoil = {},
                    const Signers& signers = secretary()) {
    return vote(
        "old-1", ballots, announced,
        [&](schema::Act::Builder act) {
          import(act);
          act.getVoteRecorded().disownSession();
          act.getVoteRecorded().setMode(schema::VoteRecorded::Mode::UNKNOWN);
          if (spoil) spoil(act);
        },
        signers);
  }
  static Spoil tallied(std::uint32_t in_favour, std::uint32_t against, std::optional<std::uint32_t> present = {}) {
    return [=](schema::Act::Builder act) {
      set_tally(act.getVoteRecorded(), in_favour, against);
      auto count = act.getVoteRecorded().getTally().getPresent();
      count.setUnknown(!present);
      count.setValue(present.value_or(0));
    };
  }
};

TEST_F(Import, a_tally_without_a_session_is_enough) {
  ASSERT_EQ(codes(old_vote({}, Outcome::ADOPTED, tallied(20, 3, 23))), none());
  EXPECT_EQ(computed("old-1"), Outcome::ADOPTED);
  EXPECT_EQ(arithmetic("old-1"), "for 20, against 3, abstain 0; 20 > 23/2 of votes cast: adopted");
  EXPECT_EQ(vote_row("old-1").getPresent(), 23U);
}

TEST_F(Import, more_votes_than_present_is_flagged) {
  EXPECT_EQ(codes(old_vote({}, Outcome::ADOPTED, tallied(20, 3, 19))), Codes{"import.more_votes_than_present"});
  EXPECT_EQ(computed("old-1"), Outcome::ADOPTED);
}

TEST_F(Import, an_outcome_that_our_rules_would_not_give_is_flagged) {
  EXPECT_EQ(codes(old_vote({}, Outcome::ADOPTED, tallied(3, 20))), Codes{"vote.announced_differs"});
}

TEST_F(Import, what_the_source_does_not_tell_is_not_computed) {
  ASSERT_EQ(codes(old_vote({}, Outcome::ADOPTED)), none());
  EXPECT_EQ(computed("old-1"), Outcome::NOT_ANNOUNCED);
  EXPECT_EQ(arithmetic("old-1"), "not computed: the source tells no figures");
  ASSERT_EQ(codes(old_vote({}, Outcome::ADOPTED,
                           [](schema::Act::Builder act) {
                             tallied(0, 3)(act);
                             act.getVoteRecorded().setRound(2);
                             act.getVoteRecorded().getTally().getFor().setUnknown(true);
                           })),
            none());
  EXPECT_EQ(arithmetic("old-1"), "not computed: the source does not tell the votes for");
}

TEST_F(Import, one_motion_may_be_voted_twice) {
  ASSERT_EQ(codes(old_vote({}, Outcome::REJECTED, tallied(3, 20))), none());
  ASSERT_EQ(codes(old_vote({}, Outcome::ADOPTED,
                           [](schema::Act::Builder act) {
                             tallied(20, 3)(act);
                             act.getVoteRecorded().setRound(2);
                           })),
            none());
  EXPECT_EQ(row("old-1").getProposal().getRounds(), 2U);
}

TEST_F(Import, absences_among_the_ballots_are_no_votes) {
  const Choices ballots = {
      {"es-semara-1", Choice::ABSENT}, {"timbuktu-1", Choice::ABSENT}, {"timbuktu-2", Choice::ABSENT}};
  EXPECT_EQ(codes(old_vote(ballots, Outcome::ADOPTED)), Codes{"vote.announced_differs"})
      << "a motion passed on three absences";
  EXPECT_EQ(arithmetic("old-1"), "for 0, against 0, abstain 0; 0 = 0/2 of votes cast; at least 1 for needed: rejected");
}

TEST_F(Import, a_ballot_given_twice_counts_once_and_the_source_s_tally_goes_first) {
  const Choices ballots = {{"es-semara-1", Choice::FOR}, {"es-semara-1", Choice::FOR}, {"timbuktu-1", Choice::AGAINST}};
  EXPECT_EQ(codes(old_vote(ballots, Outcome::ADOPTED, tallied(2, 1))),
            (Codes{"vote.not_entitled", "vote.tally_differs"}));
  EXPECT_EQ(vote_row("old-1").getFor(), 2U);
}

TEST_F(Import, a_secret_vote_stays_secret_wherever_it_comes_from) {
  EXPECT_TRUE(refused(
      old_vote({{"es-semara-1", Choice::FOR}}, Outcome::ADOPTED,
               [](schema::Act::Builder act) { act.getVoteRecorded().setMode(schema::VoteRecorded::Mode::SECRET); }),
      Refusal::kBadValue, "secret"));
}

TEST_F(Import, needs_the_secretary_of_the_council_above_and_says_that_it_is_imported) {
  EXPECT_TRUE(refused(old_vote({}, Outcome::ADOPTED, tallied(20, 3), {Club::chair()}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(old_proposal("old-2", {Club::mandate("timbuktu-1")}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(old_vote({}, Outcome::ADOPTED,
                               [](schema::Act::Builder act) {
                                 tallied(20, 3)(act);
                                 act.setBasis(schema::Basis::LIVE);
                               }),
                      Refusal::kBadValue, "imported"));
}

TEST_F(Import, a_decision_keeps_its_source_s_number_and_gets_none_of_ours) {
  ASSERT_EQ(codes(old_vote({}, Outcome::ADOPTED, tallied(20, 3))), none());
  const auto old_decision = [](schema::Act::Builder act) {
    import(act);
    act.getDecisionRecorded().setBody("old-council");
    act.getDecisionRecorded().setDate(test::day("1998-05-04"));
  };
  const Outcomes result = decide_on("old-1", Outcome::ADOPTED, old_decision, secretary());
  ASSERT_EQ(codes(result), none());
  EXPECT_FALSE(result.value().assigned);
  const auto decision = row("d-old-1").getDecision();
  EXPECT_TRUE(decision.getImported());
  EXPECT_EQ(decision.getNumber(), 0U);
  EXPECT_EQ(decision.getComputed(), Outcome::ADOPTED);
}

TEST_F(Import, a_decision_may_stand_alone) {
  last_vote_.reset();
  const Outcomes result = decide_on(
      "alone", Outcome::ADOPTED,
      [](schema::Act::Builder act) {
        import(act);
        act.getDecisionRecorded().setBody("old-council");
        act.getDecisionRecorded().disownItem();
        act.getDecisionRecorded().setDate(test::day("1998-05-04"));
      },
      secretary());
  ASSERT_EQ(codes(result), none());
  EXPECT_EQ(row("d-alone").getDecision().getComputed(), Outcome::NOT_ANNOUNCED);
}

TEST_F(Import, a_decision_of_another_council_carries_nothing_out_in_this_one) {
  ASSERT_EQ(codes(old_vote({}, Outcome::ADOPTED, tallied(20, 3))), none());
  ASSERT_EQ(codes(decide_on(
                "old-1", Outcome::ADOPTED,
                [](schema::Act::Builder act) {
                  import(act);
                  act.getDecisionRecorded().setBody("old-council");
                },
                secretary())),
            none());
  const Outcomes named = record(both(), [](schema::Act::Builder act) {
    auto office = act.initOfficeChanged();
    office.setId("cci-vice-chair");
    office.setKind(schema::OfficeChanged::Kind::VICE_CHAIR);
    office.setBody("cci");
    office.setHolder("vijayawada-1");
    office.setFrom(test::day("2025-10-30"));
    office.setGround(schema::OfficeChanged::Ground::VOTE);
    office.setDecision("d-old-1");
  });
  EXPECT_EQ(codes(named), Codes{"decision.imported"});
  EXPECT_EQ(row("cci-vice-chair").getOffice().getHolder(), club_.number_of("timbuktu-1"));
}

TEST_F(Import, a_session_may_be_numbered_as_its_source_did) {
  const auto old_session = [](schema::Act::Builder act) {
    import(act);
    act.getSessionConvened().setBody("old-council");
    test::set_moment(act.getSessionConvened().getScheduled(), 0);
  };
  ASSERT_EQ(codes(convene("old-s", 17, {"old-1"}, old_session)), none());
  ASSERT_EQ(codes(old_vote({}, Outcome::ADOPTED,
                           [](schema::Act::Builder act) {
                             tallied(20, 3)(act);
                             act.getVoteRecorded().setSession("old-s");
                           })),
            none());
  EXPECT_EQ(vote_row("old-1").getSession(), club_.number_of("old-s"));
}

}  // namespace
}  // namespace jumelage::governance
