// Votes in a session: who may vote, what comes out, and what does not add up.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Mode = schema::VoteRecorded::Mode;

class VoteRecorded : public Council {};

Spoil mode(Mode m) {
  return [m](schema::Act::Builder act) { act.getVoteRecorded().setMode(m); };
}
Spoil both_of(const Spoil& a, const Spoil& b) {
  return [=](schema::Act::Builder act) {
    a(act);
    b(act);
  };
}
Spoil cast_by(unsigned ballot, const char* hand) {
  return [=](schema::Act::Builder act) { act.getVoteRecorded().getBallots()[ballot].setCastBy(hand); };
}

TEST_F(VoteRecorded, the_outcome_is_computed_and_the_arithmetic_kept) {
  open_with({"p1"}, 7);
  ASSERT_EQ(codes(vote("p1", choices(4, 2, 1), Outcome::ADOPTED)), none());
  EXPECT_EQ(arithmetic("p1"),
            "quorum 7/9 ≥ 5 (in exercise, call 1); for 4, against 2, abstain 1; 4 > 6/2 of votes cast: adopted");
  EXPECT_EQ(computed("p1"), Outcome::ADOPTED);
  EXPECT_EQ(vote_row("p1").getPresent(), 7U);
  EXPECT_FALSE(row("p1").getIrregular());
}

TEST_F(VoteRecorded, an_announcement_that_differs_is_flagged_with_the_arithmetic) {
  open_with({"p1"}, 7);
  const Outcomes result = vote("p1", choices(3, 4), Outcome::ADOPTED);
  ASSERT_EQ(codes(result), Codes{"vote.announced_differs"});
  EXPECT_NE(result.value().findings[0].text.find("3 < 7/2 of votes cast"), std::string::npos);
  EXPECT_EQ(computed("p1"), Outcome::REJECTED);
  EXPECT_EQ(vote_row("p1").getAnnounced(), Outcome::ADOPTED);
  EXPECT_TRUE(row("p1").getIrregular());
}

TEST_F(VoteRecorded, nothing_announced_is_nothing_that_differs) {
  open_with({"p1"}, 7);
  EXPECT_EQ(codes(vote("p1", choices(3, 4), Outcome::NOT_ANNOUNCED)), none());
}

TEST_F(VoteRecorded, is_signed_by_secretary_and_chair) {
  open_with({"p1"}, 7);
  EXPECT_TRUE(
      refused(vote("p1", choices(4, 3), Outcome::ADOPTED, {}, {Club::secretary()}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(vote("p1", choices(4, 3), Outcome::ADOPTED, {}, {Club::chair()}), Refusal::kSignatureMissing));
}

TEST_F(VoteRecorded, only_in_an_open_session_on_an_item_of_its_agenda) {
  ASSERT_TRUE(table("p1"));
  ASSERT_TRUE(table("p2"));
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED), Refusal::kUnknownSubject, "s1"));
  ASSERT_TRUE(convene("s1", 1, {"p1"}));
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED), Refusal::kImpossible, "is convened"));
  ASSERT_TRUE(open("s1", 9));
  EXPECT_TRUE(refused(vote("p2", choices(5, 4), Outcome::ADOPTED), Refusal::kImpossible, "not on the agenda"));
  EXPECT_TRUE(refused(vote("p3", choices(5, 4), Outcome::ADOPTED), Refusal::kUnknownSubject, "p3"));
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED,
                           [](schema::Act::Builder act) { act.getVoteRecorded().disownSession(); }),
                      Refusal::kBadValue, "name it"));
}

TEST_F(VoteRecorded, rounds_follow_each_other) {
  open_with({"p1"}, 9);
  const auto round = [](std::uint16_t r) {
    return [r](schema::Act::Builder act) { act.getVoteRecorded().setRound(r); };
  };
  EXPECT_TRUE(refused(vote("p1", choices(4, 5), Outcome::REJECTED, round(2)), Refusal::kImpossible, "is 1, not 2"));
  EXPECT_TRUE(refused(vote("p1", choices(4, 5), Outcome::REJECTED, round(0)), Refusal::kImpossible));
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
  EXPECT_TRUE(refused(vote("p1", choices(4, 5), Outcome::REJECTED), Refusal::kImpossible, "is 2, not 1"));
  EXPECT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED, round(2))), Codes{"vote.too_many_rounds"});
}

TEST_F(VoteRecorded, a_record_that_replaces_the_one_that_stands_cures_it) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::ADOPTED)), Codes{"vote.announced_differs"});
  const VoteRef first = *last_vote_;
  const std::uint64_t at = club_.size() - 1;
  const auto replaces = [](const VoteRef& ref) {
    return [ref](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), ref); };
  };
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED, replaces(first))), none());
  EXPECT_FALSE(row("p1").getIrregular());
  EXPECT_EQ(row("p1").getProposal().getRounds(), 1U);
  const auto old = club_.reg().get(Table::kVotes, vote_key(club_.number_of("p1"), 1, at));
  EXPECT_TRUE(Row<schema::VoteRow>(*old).reader().getSuperseded());
  EXPECT_FALSE(vote_row("p1").getSuperseded());
  const auto finding = club_.reg().get(Table::kFindings, finding_key(at, 0));
  EXPECT_EQ(Row<schema::FindingRow>(*finding).reader().getCuredAt(), club_.size() - 1);
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED, replaces(first)), Refusal::kImpossible,
                      "only the vote that stands"));
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED, replaces({ActId{}, 1})), Refusal::kUnknownSubject));
}

TEST_F(VoteRecorded, a_later_round_stands_in_the_place_of_an_irregular_one) {
  open_under("two-thirds-cast", {"p1"}, 9,
             [](schema::RuleSet::Builder rules) { rules.getMajorities()[0].setMaxRounds(3); });
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), Codes{"vote.announced_differs"});
  EXPECT_TRUE(row("p1").getIrregular());
  ASSERT_EQ(codes(vote("p1", choices(6, 3), Outcome::ADOPTED,
                       [](schema::Act::Builder act) { act.getVoteRecorded().setRound(2); })),
            none());
  EXPECT_FALSE(row("p1").getIrregular());
}

TEST_F(VoteRecorded, an_unknown_mandate_is_refused_and_an_absent_one_not_counted) {
  open_with({"p1"}, 7);
  auto ballots = choices(4, 3);
  ballots.emplace_back("stranger", Choice::FOR);
  EXPECT_TRUE(refused(vote("p1", ballots, Outcome::ADOPTED), Refusal::kUnknownSubject, "stranger"));
  ballots.back() = {"vijayawada-2", Choice::AGAINST};
  const Outcomes result = vote("p1", ballots, Outcome::ADOPTED);
  ASSERT_EQ(codes(result), Codes{"vote.not_entitled"});
  EXPECT_NE(result.value().findings[0].text.find("is not present"), std::string::npos);
  EXPECT_EQ(vote_row("p1").getAgainst(), 3U);
}

TEST_F(VoteRecorded, the_secretary_who_is_not_a_member_of_the_body_has_no_vote) {
  open_with({"p1"}, 7);
  auto ballots = choices(4, 3);
  ballots.emplace_back("secretary-1", Choice::FOR);
  EXPECT_EQ(codes(vote("p1", ballots, Outcome::ADOPTED)), Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p1").getFor(), 4U);
}

TEST_F(VoteRecorded, nobody_votes_after_leaving_or_before_arriving) {
  open_with({"p1", "p2"}, 7);
  ASSERT_TRUE(attendance("s1", {{"es-semara-1", Presence::ABSENT}, {"timbuktu-3", Presence::PRESENT}}));
  auto ballots = choices(4, 3);
  ballots.emplace_back("timbuktu-3", Choice::FOR);
  const Outcomes result = vote("p1", ballots, Outcome::ADOPTED);
  EXPECT_EQ(codes(result), Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p1").getFor(), 4U) << "three of the first four, and the one who arrived";
}

TEST_F(VoteRecorded, a_member_suspended_by_decision_has_no_vote_from_then_on) {
  open_with({"p1", "p2"}, 7);
  ASSERT_EQ(codes(vote("p1", choices(4, 3), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(record(both(),
                         [](schema::Act::Builder act) {
                           auto p = act.initMemberChanged();
                           p.setId("timbuktu");
                           p.setStanding(schema::MemberChanged::Standing::SUSPENDED);
                           p.setVotingRight(true);
                           p.setFeesInOrder(true);
                           p.setReason("d-p1");
                           p.setDecision("d-p1");
                         })),
            none());
  EXPECT_EQ(codes(vote("p2", choices(4, 3), Outcome::ADOPTED)), (Codes{"vote.not_entitled", "vote.not_entitled"}));
  EXPECT_EQ(vote_row("p2").getFor(), 3U);
  EXPECT_EQ(vote_row("p2").getAgainst(), 2U);
}

TEST_F(VoteRecorded, everybody_who_could_vote_is_listed) {
  open_with({"p1"}, 7);
  EXPECT_EQ(codes(vote("p1", choices(4, 2), Outcome::ADOPTED)), Codes{"vote.ballots_incomplete"});
  auto ballots = choices(4, 2);
  ballots.emplace_back(kSeats[6], Choice::NOT_TAKING_PART);
  EXPECT_EQ(
      codes(vote("p1", ballots, Outcome::ADOPTED,
                 [this](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), *last_vote_); })),
      none());
}

TEST_F(VoteRecorded, without_quorum_decides_nothing) {
  open_with({"p1"}, 4);
  EXPECT_EQ(codes(vote("p1", choices(3, 1), Outcome::ADOPTED)), (Codes{"quorum.not_met", "vote.announced_differs"}));
  EXPECT_EQ(computed("p1"), Outcome::INQUORATE);
  EXPECT_EQ(arithmetic("p1"), "quorum 4/9 < 5 (in exercise, call 1); for 3, against 1: inquorate");
}

TEST_F(VoteRecorded, a_quorum_tested_at_each_item_is_lost_when_members_leave) {
  open_under("french-municipal", {"p1", "p2"}, 5);
  ASSERT_EQ(codes(vote("p1", choices(3, 2), Outcome::ADOPTED)), none());
  ASSERT_TRUE(attendance("s1", {{kSeats[4], Presence::ABSENT}}));
  EXPECT_EQ(codes(vote("p2", choices(3, 1), Outcome::INQUORATE)), Codes{"quorum.not_met"});
  EXPECT_EQ(computed("p2"), Outcome::INQUORATE);
}

TEST_F(VoteRecorded, a_quorum_tested_at_the_opening_stays_when_members_leave) {
  open_under("simple-majority", {"p1"}, 5);
  ASSERT_TRUE(attendance("s1", {{kSeats[4], Presence::ABSENT}}));
  EXPECT_EQ(codes(vote("p1", choices(3, 1), Outcome::ADOPTED)), none());
}

TEST_F(VoteRecorded, two_recused_of_six_break_or_keep_the_quorum_of_the_item) {
  open_under("french-municipal", {"p1", "p2"}, 6);
  auto ballots = choices(3, 1);
  ballots.emplace_back(kSeats[4], Choice::RECUSED);
  ballots.emplace_back(kSeats[5], Choice::RECUSED);
  EXPECT_EQ(codes(vote("p1", ballots, Outcome::INQUORATE)), Codes{"quorum.not_met"});
  EXPECT_NE(arithmetic("p1").find("quorum 4/9 < 5 (in exercise, call 1, 2 recused)"), std::string::npos);
}

TEST_F(VoteRecorded, two_recused_taken_out_of_both_keep_it) {
  open_under("french-municipal", {"p1"}, 6, [](schema::RuleSet::Builder rules) {
    rules.getQuorum().setRecusal(schema::Quorum::Recusal::OUT_OF_BOTH);
  });
  auto ballots = choices(3, 1);
  ballots.emplace_back(kSeats[4], Choice::RECUSED);
  ballots.emplace_back(kSeats[5], Choice::RECUSED);
  EXPECT_EQ(codes(vote("p1", ballots, Outcome::ADOPTED)), none());
}

TEST_F(VoteRecorded, a_proxy_that_nobody_recorded_carries_no_vote) {
  open_under("french-municipal", {"p1"}, 5, {}, acted_for(5, Presence::REPRESENTED, "es-semara-1"));
  EXPECT_EQ(codes(vote("p1", choices(4, 2), Outcome::ADOPTED, cast_by(5, "es-semara-1"))), Codes{"vote.not_entitled"});
}

TEST_F(VoteRecorded, a_proxy_votes_for_an_absent_principal_only) {
  open_under("french-municipal", {"p1", "p2"}, 5, {}, acted_for(5, Presence::REPRESENTED, "es-semara-1"));
  ASSERT_TRUE(record(secretary(), [](schema::Act::Builder act) {
    act.setBasis(schema::Basis::ATTESTED);
    auto attestation = act.initAttestation();
    attestation.setAttester("cci-secretary");
    attestation.setStatement("letter received by post");
    attestation.setOnBehalfOf(to_text(kSeats[5]));
    auto proxy = act.initProxyGranted();
    proxy.setId("proxy-1");
    proxy.setSession("s1");
    proxy.setPrincipal(to_text(kSeats[5]));
    proxy.setHolder("es-semara-1");
    test::set_moment(proxy.initReceived(), Club::kFoundedAt);
  }));
  auto ballots = choices(4, 2);
  ASSERT_EQ(codes(vote("p1", ballots, Outcome::ADOPTED, cast_by(5, "es-semara-1"))), none());
  ASSERT_TRUE(attendance("s1", {{kSeats[5], Presence::PRESENT}}));
  const Outcomes lapsed = vote("p2", ballots, Outcome::ADOPTED, cast_by(5, "es-semara-1"));
  EXPECT_EQ(codes(lapsed), (Codes{"vote.not_entitled", "vote.ballots_incomplete"}));
}

TEST_F(VoteRecorded, proxies_where_the_rules_know_none_do_not_count) {
  open_under("simple-majority", {"p1"}, 5, {}, acted_for(5, Presence::REPRESENTED, "es-semara-1"));
  EXPECT_EQ(codes(vote("p1", choices(4, 2), Outcome::ADOPTED, cast_by(5, "es-semara-1"))), Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p1").getAgainst(), 1U);
}

TEST_F(VoteRecorded, a_tie_is_decided_by_the_presider_in_public) {
  open_with({"p1", "p2"}, 8);
  ASSERT_EQ(codes(vote("p1", choices(4, 4), Outcome::ADOPTED)), none()) << "the chair, first of the seats, was for";
  EXPECT_NE(arithmetic("p1").find("tied, casting vote for: adopted"), std::string::npos);
  const auto used_against = [](schema::Act::Builder act) {
    act.getVoteRecorded().setCastingVoteUsed(true);
    act.getVoteRecorded().setPresiderChoice(Choice::AGAINST);
  };
  EXPECT_EQ(codes(vote("p2", choices(4, 4), Outcome::REJECTED, used_against)),
            (Codes{"vote.casting_vote", "vote.announced_differs"}))
      << "the presider's own ballot was for";
}

TEST_F(VoteRecorded, a_casting_vote_where_nothing_tied_is_flagged) {
  open_with({"p1"}, 9);
  EXPECT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED,
                       [](schema::Act::Builder act) { act.getVoteRecorded().setCastingVoteUsed(true); })),
            Codes{"vote.casting_vote"});
}

TEST_F(VoteRecorded, a_show_of_hands_may_be_recorded_by_its_tally) {
  open_with({"p1", "p2"}, 8);
  const auto tallied = [](std::uint32_t in_favour, std::uint32_t against) {
    return [=](schema::Act::Builder act) { set_tally(act.getVoteRecorded(), in_favour, against); };
  };
  ASSERT_EQ(codes(vote("p1", {}, Outcome::ADOPTED, tallied(5, 3))), none());
  EXPECT_EQ(codes(vote("p2", {}, Outcome::ADOPTED, tallied(6, 3))), Codes{"vote.more_votes_than_present"});
}

TEST_F(VoteRecorded, a_casting_vote_in_a_tallied_vote_is_said_to_have_been_used) {
  open_with({"p1"}, 8);
  EXPECT_EQ(codes(vote("p1", {}, Outcome::ADOPTED,
                       [](schema::Act::Builder act) {
                         set_tally(act.getVoteRecorded(), 4, 4);
                         act.getVoteRecorded().setCastingVoteUsed(true);
                         act.getVoteRecorded().setPresiderChoice(Choice::FOR);
                       })),
            none());
}

TEST_F(VoteRecorded, a_vote_without_figures_is_refused) {
  open_with({"p1"}, 8);
  EXPECT_TRUE(refused(vote("p1", {}, Outcome::ADOPTED), Refusal::kBadValue, "no figures"));
}

TEST_F(VoteRecorded, a_tally_that_is_not_the_sum_of_the_ballots_is_flagged) {
  open_with({"p1"}, 8);
  EXPECT_EQ(codes(vote("p1", choices(5, 3), Outcome::ADOPTED,
                       [](schema::Act::Builder act) { set_tally(act.getVoteRecorded(), 6, 2); })),
            Codes{"vote.tally_differs"});
  EXPECT_EQ(vote_row("p1").getFor(), 5U) << "the ballots count";
}

TEST_F(VoteRecorded, a_figure_that_is_unknown_is_not_taken_for_none) {
  open_with({"p1"}, 8);
  ASSERT_TRUE(vote("p1", {}, Outcome::ADOPTED, [](schema::Act::Builder act) {
    set_tally(act.getVoteRecorded(), 5, 0);
    act.getVoteRecorded().getTally().getAgainst().setUnknown(true);
  }));
  EXPECT_EQ(computed("p1"), Outcome::NOT_ANNOUNCED);
  EXPECT_NE(arithmetic("p1").find("leaves the votes against unknown"), std::string::npos);
}

TEST_F(VoteRecorded, the_secrecy_of_a_secret_vote_is_not_broken_by_its_record) {
  open_under("simple-majority", {"p1", "p2"}, 9);
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED, mode(Mode::SECRET)), Refusal::kBadValue, "secret"));
  const auto secret = [](unsigned participants) {
    return [=](schema::Act::Builder act) {
      set_tally(act.getVoteRecorded(), 5, 3, 0, 1);
      auto list = act.getVoteRecorded().initParticipants(participants);
      for (unsigned i = 0; i < participants; ++i) list.set(i, to_text(kSeats[i]));
    };
  };
  EXPECT_TRUE(refused(vote("p1", {}, Outcome::ADOPTED, secret(9)), Refusal::kBadValue, "participants"));
  ASSERT_EQ(codes(vote("p1", {}, Outcome::ADOPTED, both_of(mode(Mode::SECRET), secret(9)))), none());
  EXPECT_EQ(codes(vote("p2", {}, Outcome::ADOPTED, both_of(mode(Mode::SECRET), secret(8)))),
            Codes{"vote.tally_differs"});
}

TEST_F(VoteRecorded, a_participant_who_was_not_there_is_flagged) {
  open_under("simple-majority", {"p1"}, 5);
  EXPECT_EQ(codes(vote("p1", {}, Outcome::ADOPTED,
                       both_of(mode(Mode::SECRET),
                               [](schema::Act::Builder act) {
                                 set_tally(act.getVoteRecorded(), 4, 1);
                                 auto list = act.getVoteRecorded().initParticipants(6);
                                 for (unsigned i = 0; i < 6; ++i) list.set(i, to_text(kSeats[i]));
                               }))),
            Codes{"vote.not_entitled"});
}

TEST_F(VoteRecorded, a_tie_in_secret_has_no_casting_vote) {
  open_with({"p1"}, 8);
  EXPECT_EQ(codes(vote(
                "p1", {}, Outcome::REJECTED,
                both_of(mode(Mode::SECRET), [](schema::Act::Builder act) { set_tally(act.getVoteRecorded(), 4, 4); }))),
            Codes{"vote.secrecy"})
      << "and these rules know public votes only";
  EXPECT_EQ(computed("p1"), Outcome::REJECTED);
}

TEST_F(VoteRecorded, where_the_rules_want_secrecy_a_public_vote_is_flagged) {
  open_under("simple-majority", {"p1"}, 9, [](schema::RuleSet::Builder rules) {
    rules.getMajorities()[0].setSecret(schema::Majority::Secrecy::ALWAYS);
  });
  EXPECT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), Codes{"vote.secrecy"});
}

TEST_F(VoteRecorded, runs_under_the_majority_that_the_matter_asks_for) {
  const auto two_majorities = [](schema::RuleSet::Builder rules) {
    auto old = rules.getMajorities()[0].asReader();
    capnp::MallocMessageBuilder scratch;
    scratch.setRoot(old);
    auto list = rules.initMajorities(2);
    list.setWithCaveats(0, scratch.getRoot<schema::Majority>());
    list.setWithCaveats(1, scratch.getRoot<schema::Majority>());
    list[1].setId("statutes");
    list[1].getFraction().setNumerator(2);
    list[1].getFraction().setDenominator(3);
    auto matter = rules.initMatters(1)[0];
    matter.setScheme("club");
    matter.setCode("statutes");
    matter.setMajority("statutes");
  };
  ASSERT_TRUE(table("p1", [](schema::Act::Builder act) {
    act.getProposalTabled().initMatter().setScheme("club");
    act.getProposalTabled().getMatter().setCode("statutes");
  }));
  open_under("simple-majority", {"p2"}, 9, two_majorities, {});
  ASSERT_TRUE(convene("s2", 2, {"p1"}, [this](schema::Act::Builder act) {
    act.getSessionConvened().getRuleSet().setId("simple-majority");
  }));
  ASSERT_TRUE(open("s2", 9));
  const auto in_s2 = [](const char* majority) {
    return [majority](schema::Act::Builder act) {
      act.getVoteRecorded().setSession("s2");
      if (majority != nullptr) act.getVoteRecorded().setMajority(majority);
    };
  };
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED, in_s2("none")), Refusal::kBadValue, "no majority"));
  EXPECT_EQ(codes(vote("p1", choices(5, 4), Outcome::REJECTED, in_s2(nullptr))), none()) << "5 of 9 are no two thirds";
  EXPECT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED,
                       both_of(in_s2("simple"),
                               [this](schema::Act::Builder act) {
                                 set_ref(act.getVoteRecorded().initReplaces(), *last_vote_);
                               }))),
            Codes{"vote.other_majority"});
}

TEST_F(VoteRecorded, a_double_majority_needs_the_ballots) {
  open_under("double-majority", {"p1", "p2"}, 9);
  EXPECT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), Codes{"vote.announced_differs"})
      << "four of the eight cities";
  EXPECT_NE(arithmetic("p1").find("cities 4 = 8/2 in exercise"), std::string::npos);
  EXPECT_EQ(codes(vote("p2", {}, Outcome::NOT_ANNOUNCED,
                       [](schema::Act::Builder act) { set_tally(act.getVoteRecorded(), 9, 0); })),
            Codes{"vote.colleges_unknown"});
}

TEST_F(VoteRecorded, in_a_written_procedure_an_answer_is_a_presence) {
  open_under("written-procedure", {"p1", "p2"}, 0, {}, {}, schema::SessionMode::WRITTEN);
  EXPECT_EQ(codes(vote("p1", choices(3, 2), Outcome::ADOPTED, mode(Mode::WRITTEN))), none());
  EXPECT_NE(arithmetic("p1").find("quorum 5/9 ≥ 5 (entitled, call 1)"), std::string::npos);
  EXPECT_EQ(codes(vote("p2", choices(3, 1), Outcome::INQUORATE, mode(Mode::WRITTEN))), Codes{"quorum.not_met"});
}

TEST_F(VoteRecorded, in_a_written_procedure_silence_may_approve) {
  open_under(
      "written-procedure", {"p1"}, 0,
      [](schema::RuleSet::Builder rules) {
        rules.getMajorities()[0].setSilence(schema::ClearanceStep::Silence::APPROVES);
      },
      {}, schema::SessionMode::WRITTEN);
  EXPECT_EQ(codes(vote("p1", choices(1, 3), Outcome::ADOPTED, mode(Mode::WRITTEN))), none());
  EXPECT_NE(arithmetic("p1").find("the silence of 5 approves; for 6, against 3"), std::string::npos);
}

}  // namespace
}  // namespace jumelage::governance
