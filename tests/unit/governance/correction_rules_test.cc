// RecordCorrected: what may be corrected, by whom, and what it does to a vote and all that rests on it.
#include "correction_fixture.h"

namespace jumelage::governance {
namespace {

TEST_F(Corrections, of_a_ballot_have_the_vote_counted_again) {
  vote_five_to_four();
  const std::uint64_t recorded_at = position();
  ASSERT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), none());
  EXPECT_EQ(computed("p1"), Outcome::REJECTED);
  EXPECT_EQ(row("p1").getProposal().getVote(), position());
  EXPECT_EQ(vote_row("p1").getFor(), 4U);
  EXPECT_EQ(vote_row("p1").getAgainst(), 5U);
  EXPECT_EQ(vote_row("p1").getRecordAt(), recorded_at);
  EXPECT_TRUE(superseded("p1", recorded_at));
  EXPECT_FALSE(row("p1").getIrregular());
}

TEST_F(Corrections, show_that_what_was_announced_no_longer_follows) {
  vote_five_to_four();
  EXPECT_EQ(codes(correct(*last_vote_, fifth_against())), Codes{"vote.announced_differs"});
  EXPECT_TRUE(row("p1").getIrregular());
}

TEST_F(Corrections, cure_what_the_wrong_record_was_blamed_for) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::ADOPTED)), Codes{"vote.announced_differs"});
  const Key finding = finding_key(position(), 0);
  ASSERT_EQ(codes(correct(*last_vote_, {{"voteRecorded.ballots[4].choice", R"("against")", R"("for")"}})), none());
  EXPECT_FALSE(row("p1").getIrregular());
  EXPECT_EQ(Row<schema::FindingRow>(*club_.reg().get(Table::kFindings, finding)).reader().getCuredAt(), position());
}

TEST_F(Corrections, flag_a_decision_that_no_longer_follows_and_never_annul_it) {
  decide_five_to_four();
  EXPECT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), Codes{"decision.outcome_differs"});
  const auto decision = row("d-p1").getDecision();
  EXPECT_TRUE(row("d-p1").getIrregular());
  EXPECT_EQ(decision.getComputed(), Outcome::REJECTED);
  EXPECT_EQ(decision.getVote(), position());
  EXPECT_EQ(decision.getStatus(), schema::DecisionState::Status::ADOPTED);
  EXPECT_EQ(decision.getNumber(), 1U);
  EXPECT_EQ(row("p1").getProposal().getStatus(), schema::ProposalState::Status::DECIDED);
}

TEST_F(Corrections, of_a_correction_go_by_what_it_made_of_the_act_and_mend_what_it_flagged) {
  decide_five_to_four();
  ASSERT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), Codes{"decision.outcome_differs"});
  const std::uint64_t first = position();
  EXPECT_TRUE(refused(correct(*last_vote_, fifth_against()), Refusal::kBadValue, "was not"));
  ASSERT_EQ(codes(correct(*last_vote_, undone(fifth_against_and_announced()))), none());
  EXPECT_TRUE(superseded("p1", first));
  EXPECT_EQ(computed("p1"), Outcome::ADOPTED);
  EXPECT_FALSE(row("d-p1").getIrregular());
  const Row<schema::FindingRow> finding(*club_.reg().get(Table::kFindings, finding_key(first, 0)));
  EXPECT_EQ(finding.reader().getCuredAt(), position());
}

TEST_F(Corrections, flag_what_rests_on_the_decision_until_they_are_mended) {
  decide_five_to_four();
  ASSERT_EQ(codes(record(both(),
                         [](schema::Act::Builder act) {
                           auto member = act.initMemberAdmitted();
                           member.setId("smara-sud");
                           test::set_name(member.initProfile().initNames(1), "Smara Sud");
                           member.getProfile().setCountry("MA");
                           member.setDecision("d-p1");
                           member.initDeliberation(1)[0].setScheme("own");
                           member.getDeliberation()[0].setValue("2025/1");
                         })),
            none());
  ASSERT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())),
            (Codes{"decision.outcome_differs", "decision.irregular"}));
  EXPECT_TRUE(row("smara-sud").getIrregular());
  EXPECT_EQ(row("smara-sud").getMember().getStanding(), schema::MemberChanged::Standing::ACTIVE) << "it joined";
  ASSERT_EQ(codes(correct(*last_vote_, undone(fifth_against_and_announced()))), none());
  EXPECT_FALSE(row("smara-sud").getIrregular());
}

TEST_F(Corrections, count_with_those_who_were_there_at_the_vote) {
  vote_five_to_four();
  ASSERT_EQ(codes(attendance("s1", {{"vijayawada-2", Presence::ABSENT}, {"es-semara-1", Presence::ABSENT}})), none());
  club_.grant_mandate("timbuktu-9", "timbuktu");
  EXPECT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), none());
  EXPECT_EQ(vote_row("p1").getPresent(), 9U);
}

TEST_F(Corrections, make_the_vote_that_a_decision_names) {
  vote_five_to_four();
  const VoteRef vote = *last_vote_;
  ASSERT_EQ(codes(correct(vote, fifth_against_and_announced())), none());
  EXPECT_TRUE(refused(decide_on("p1", Outcome::REJECTED), Refusal::kImpossible, "not the one that stands"));
  last_vote_ = last_correction_;
  EXPECT_EQ(codes(decide_on("p1", Outcome::REJECTED)), none());
}

TEST_F(Corrections, that_change_nothing_are_refused_with_what_to_do) {
  vote_five_to_four();
  const std::string choice = "voteRecorded.ballots[4].choice";
  EXPECT_TRUE(refused(correct(*last_vote_, {{choice, R"("for")", R"("for")"}}), Refusal::kChangesNothing,
                      "name the field that is wrong"));
  ASSERT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), none());
  EXPECT_TRUE(refused(correct(*last_vote_, {{choice, R"("against")", R"("against")"}}), Refusal::kChangesNothing))
      << "what stands is what it was corrected to";
  EXPECT_EQ(codes(correct(*last_vote_, undone(fifth_against_and_announced()))), none()) << "and back is a change";
}

TEST_F(Corrections, are_not_refused_for_one_field_that_stays_as_it_is) {
  vote_five_to_four();
  std::vector<Change> changes = fifth_against_and_announced();
  changes.push_back({"voteRecorded.ballots[0].choice", R"("for")", R"("for")"});
  EXPECT_EQ(codes(correct(*last_vote_, changes)), none());
}

TEST_F(Corrections, add_and_take_out_what_was_left_out_or_too_much) {
  open_with({"p1"}, 9);
  Choices eight = choices(4, 4);
  ASSERT_EQ(codes(vote("p1", eight, Outcome::REJECTED,
                       [](schema::Act::Builder act) {
                         act.getVoteRecorded().setAnnounced(Outcome::ADOPTED);
                         act.getVoteRecorded().setCastingVoteUsed(true);
                       })),
            Codes{"vote.ballots_incomplete"});
  const Change ninth = {"voteRecorded.ballots[8]", "", R"({"mandate": "vijayawada-2", "choice": "for"})"};
  const Change unused = {"voteRecorded.castingVoteUsed", "true", "false"};
  ASSERT_EQ(codes(correct(*last_vote_, {ninth, unused})), none());
  EXPECT_EQ(vote_row("p1").getFor(), 5U);
  EXPECT_EQ(codes(correct(*last_vote_, {{ninth.field, R"({"choice": "for", "mandate": "vijayawada-2"})", ""}})),
            Codes{"vote.ballots_incomplete"});
}

TEST_F(Corrections, are_signed_by_chair_and_secretary) {
  vote_five_to_four();
  EXPECT_TRUE(refused(correct(*last_vote_, fifth_against(), secretary()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(correct(*last_vote_, fifth_against(), {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
}

TEST_F(Corrections, say_what_the_act_says) {
  vote_five_to_four();
  struct Case {
    std::vector<Change> changes;
    std::string naming;
  };
  const std::string choice = "voteRecorded.ballots[4].choice";
  const std::vector<Case> cases = {
      {{}, "none is named"},
      {{{choice, R"("against")", R"("for")"}}, "was not \"against\" but \"for\""},
      {{{choice, "for", R"("against")"}}, "not the JSON"},
      {{{choice, "", R"("against")"}}, "say in `was`"},
      {{{choice, R"("for")", R"("maybe")"}}, "maybe"},
      {{{choice, R"("for")", ""}}, "missing"},
      {{{choice, R"("for")", "null"}}, "not the JSON"},
      {{{"voteRecorded.ballots[44].choice", R"("for")", R"("against")"}}, "no such place"},
      {{{"voteRecorded.ballots[04].choice", R"("for")", R"("against")"}}, "no such place"},
      {{{"voteRecorded.ballots.choice", R"("for")", R"("against")"}}, "no such place"},
      {{{"voteRecorded..announced", R"("adopted")", R"("rejected")"}}, "no such place"},
      {{{"voteRecorded.mood", "", R"("good")"}}, "mood"},
      {{{choice, R"("for")", R"("against")"}, {choice, R"("for")", R"("against")"}}, "twice"},
      {{{"voteRecorded.ballots[4]", "{}", ""}, {choice, R"("for")", R"("against")"}}, "twice"},
      {{{"voteRecorded", "{}", ""}}, "tell what happened"},
      {{{"signers[0].key", R"("00")", R"("11")"}}, "tell what happened"},
      {{{"recordedAt", R"("2025-11-09")", R"("2025-11-10")"}}, "tell what happened"},
      {{{"sessionClosed.acts", "1", "2"}}, "tell what happened"},
  };
  for (const Case& one : cases)
    EXPECT_TRUE(refused(correct(*last_vote_, one.changes), Refusal::kBadValue, one.naming)) << one.naming;
}

TEST_F(Corrections, leave_alone_what_other_acts_went_by) {
  decide_five_to_four();
  EXPECT_TRUE(refused(correct(*last_vote_, {{"voteRecorded.round", "1", "2"}}), Refusal::kImpossible));
  EXPECT_TRUE(refused(correct(*last_vote_, {{"voteRecorded.item", R"("p1")", R"("p2")"}}), Refusal::kImpossible));
  EXPECT_TRUE(refused(correct(newest("d-p1"), {{"decisionRecorded.outcome", R"("adopted")", R"("rejected")"}}),
                      Refusal::kImpossible));
  EXPECT_TRUE(
      refused(correct(newest("d-p1"), {{"decisionRecorded.id", R"("d-p1")", R"("d-x")"}}), Refusal::kImpossible));
}

TEST_F(Corrections, are_of_acts_that_record_facts) {
  vote_five_to_four();
  const VoteRef founding = {event::act_id(Club::founding_act().canonical()), Club::kFoundedAt};
  EXPECT_TRUE(refused(correct(founding, {{"ledgerConstituted.origin", R"("x")", R"("y")"}}), Refusal::kImpossible,
                      "ledgerConstituted"));
  ASSERT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), none());
  EXPECT_TRUE(refused(correct(last_correction_, {{"recordCorrected.why", R"("x")", R"("y")"}}), Refusal::kImpossible,
                      "same act"));
  EXPECT_TRUE(refused(correct({last_vote_->id, 5}, fifth_against()), Refusal::kUnknownSubject));
}

TEST_F(Corrections, of_a_record_that_another_replaced_are_refused) {
  vote_five_to_four();
  const VoteRef first = *last_vote_;
  ASSERT_EQ(codes(vote("p1", choices(6, 3), Outcome::ADOPTED,
                       [&](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), first); })),
            none());
  EXPECT_TRUE(refused(correct(first, fifth_against()), Refusal::kImpossible, "taken the place"));
}

TEST_F(Corrections, without_evidence_have_no_effect) {
  vote_five_to_four();
  const std::uint64_t recorded_at = position();
  const auto unproved = [](schema::Act::Builder act) { act.getRecordCorrected().initEvidence(0); };
  EXPECT_EQ(codes(correct(*last_vote_, fifth_against(), both(), unproved)), Codes{"correction.no_evidence"});
  EXPECT_EQ(computed("p1"), Outcome::ADOPTED);
  EXPECT_FALSE(superseded("p1", recorded_at));
  EXPECT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), none()) << "`was` is what it was before";
}

TEST_F(Corrections, of_other_acts_stand_beside_the_record) {
  open_with({"p1"}, 9);
  const VoteRef convened = newest("p1");
  ASSERT_EQ(codes(correct(convened, {{"proposalTabled.title[0].text", R"("p1")", R"("Budget")"}})), none());
  EXPECT_EQ(newest("p1").id, last_correction_.id) << "it belongs to the proposal's history";
  EXPECT_EQ(row("p1").getProposal().getStatus(), schema::ProposalState::Status::TABLED);
  EXPECT_TRUE(refused(correct(convened, {{"proposalTabled.title[0].text", R"("p1")", R"("Plan")"}}), Refusal::kBadValue,
                      "Budget"));
}

TEST_F(Corrections, of_an_imported_record_are_imported_too_and_need_no_chair) {
  const auto imported = [](schema::Act::Builder act) { act.setBasis(schema::Basis::IMPORTED); };
  ASSERT_TRUE(record(secretary(), [&](schema::Act::Builder act) {
    imported(act);
    auto body = act.initBodyEstablished();
    body.setId("archive");
    test::set_name(body.initNames(1), "Archive");
    body.setKind(schema::BodyEstablished::Kind::IMPORTED);
    body.setParent("cci");
    body.initRuleSet().setId("cci-rules");
    body.getRuleSet().setVersion(1);
    body.initNumbering().setSource(schema::BodyEstablished::Numbering::Source::ORIGIN);
    body.getNumbering().setSeries("OLD");
  }));
  ASSERT_EQ(codes(table("old-1",
                        [&](schema::Act::Builder act) {
                          imported(act);
                          act.getProposalTabled().setBody("archive");
                        })),
            none());
  const auto draft = club_.draft(secretary(), [&](schema::Act::Builder act) {
    imported(act);
    auto p = act.initVoteRecorded();
    p.setItem("old-1");
    p.setRound(1);
    set_tally(p, 7, 2);
    p.setAnnounced(Outcome::ADOPTED);
  });
  const VoteRef vote = {event::act_id(draft.canonical()), club_.now()};
  ASSERT_EQ(codes(club_.record(draft)), none());
  const std::vector<Change> misread = {{"voteRecorded.tally.for", "7", "1"}};
  EXPECT_TRUE(refused(correct(vote, misread), Refusal::kBadValue, "imported"));
  ASSERT_EQ(codes(correct(vote, misread, secretary(), imported)), Codes{"vote.announced_differs"});
  EXPECT_EQ(computed("old-1"), Outcome::REJECTED);
}

}  // namespace
}  // namespace jumelage::governance
