// Decisions: announced and computed, their numbers, and what they rest on.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Status = schema::DecisionState::Status;

class DecisionRecorded : public Council {
 protected:
  static Spoil dated(const char* date) {
    return [date](schema::Act::Builder act) { act.getDecisionRecorded().setDate(test::day(date)); };
  }
  void vote_all(const std::vector<std::string>& items) {
    for (const std::string& item : items) {
      ASSERT_EQ(codes(vote(item, choices(5, 4), Outcome::ADOPTED)), none());
      votes_[item] = *last_vote_;
    }
  }
  Outcomes decide_voted(const std::string& item, const Spoil& spoil = {}) {
    last_vote_ = votes_.at(item);
    return decide_on(item, Outcome::ADOPTED, spoil);
  }
  std::map<std::string, VoteRef> votes_;
};

TEST_F(DecisionRecorded, an_adopted_one_is_numbered_when_the_log_orders_it) {
  open_with({"p1"}, 9);
  vote_all({"p1"});
  const Outcomes result = decide_voted("p1");
  ASSERT_EQ(codes(result), none());
  EXPECT_EQ(result.value().assigned, (AssignedNumber{"CCI", 2025, 1}));
  const auto decision = row("d-p1").getDecision();
  EXPECT_EQ(decision.getStatus(), Status::EXECUTORY);
  EXPECT_EQ(decision.getNumber(), 1U);
  EXPECT_EQ(decision.getComputed(), Outcome::ADOPTED);
  EXPECT_EQ(decision.getSession(), club_.number_of("s1"));
  EXPECT_EQ(decision.getGround(), schema::DecisionState::Ground::VOTE);
  EXPECT_EQ(decision.getRound(), 1U);
  EXPECT_EQ(decision.getVote(), row("p1").getProposal().getVote());
  EXPECT_EQ(row("p1").getProposal().getStatus(), schema::ProposalState::Status::DECIDED);
  const auto named = club_.reg().get(Table::kNumbers, number_key("CCI", 2025, 1));
  EXPECT_EQ(read_big_endian(*named), club_.number_of("d-p1"));
}

TEST_F(DecisionRecorded, numbers_have_no_gap_within_a_year_and_begin_anew_in_the_next) {
  open_with({"p1", "p2", "p3"}, 9);
  vote_all({"p1", "p2", "p3"});
  EXPECT_EQ(decide_voted("p2").value().assigned->number, 1U);
  EXPECT_EQ(decide_voted("p1").value().assigned->number, 2U) << "in the order of the log, not of the agenda";
  club_.set_now(club_.now() + 60 * kDay_ms);
  EXPECT_EQ(decide_voted("p3", dated("2026-01-02")).value().assigned, (AssignedNumber{"CCI", 2026, 1}));
}

TEST_F(DecisionRecorded, a_rejected_one_has_no_number) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
  const Outcomes result = decide_on("p1", Outcome::REJECTED);
  ASSERT_EQ(codes(result), none());
  EXPECT_FALSE(result.value().assigned);
  EXPECT_EQ(row("d-p1").getDecision().getStatus(), Status::REJECTED);
  EXPECT_EQ(row("d-p1").getDecision().getNumber(), 0U);
}

TEST_F(DecisionRecorded, announced_as_adopted_though_rejected_is_numbered_and_irregular) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(4, 5), Outcome::REJECTED)), none());
  const Outcomes result = decide_on("p1", Outcome::ADOPTED);
  EXPECT_EQ(codes(result), Codes{"decision.outcome_differs"});
  EXPECT_EQ(result.value().assigned->number, 1U);
  EXPECT_TRUE(row("d-p1").getIrregular());
  EXPECT_FALSE(row("p1").getIrregular()) << "the vote itself was in order";
}

TEST_F(DecisionRecorded, on_an_irregular_vote_is_irregular) {
  open_with({"p1"}, 4);
  ASSERT_EQ(codes(vote("p1", choices(3, 1), Outcome::INQUORATE)), Codes{"quorum.not_met"});
  EXPECT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), (Codes{"decision.vote_irregular", "decision.outcome_differs"}));
}

TEST_F(DecisionRecorded, by_consensus_needs_no_vote) {
  open_with({"p1"}, 9);
  EXPECT_TRUE(refused(decide_on("p1", Outcome::ADOPTED), Refusal::kImpossible, "neither voted on"));
  ASSERT_TRUE(dispose("p1", schema::ItemDisposed::Disposition::CONSENSUS));
  ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  EXPECT_EQ(row("d-p1").getDecision().getGround(), schema::DecisionState::Ground::CONSENSUS);
}

TEST_F(DecisionRecorded, names_the_vote_that_stands) {
  open_with({"p1", "p2"}, 9);
  vote_all({"p1", "p2"});
  EXPECT_TRUE(refused(decide_on("p1", Outcome::ADOPTED), Refusal::kImpossible, "not the one that stands"));
  last_vote_.reset();
  EXPECT_TRUE(refused(decide_on("p1", Outcome::ADOPTED), Refusal::kBadValue, "name it in vote"));
  last_vote_ = VoteRef{votes_["p1"].id, 5};
  EXPECT_TRUE(refused(decide_on("p1", Outcome::ADOPTED), Refusal::kUnknownSubject));
}

TEST_F(DecisionRecorded, an_item_is_decided_once) {
  open_with({"p1"}, 9);
  vote_all({"p1"});
  ASSERT_TRUE(decide_voted("p1"));
  EXPECT_TRUE(refused(decide_voted("p1", [](schema::Act::Builder act) { act.getDecisionRecorded().setId("again"); }),
                      Refusal::kImpossible, "d-p1"));
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED), Refusal::kImpossible, "decided already"));
}

TEST_F(DecisionRecorded, is_signed_by_chair_and_secretary) {
  open_with({"p1"}, 9);
  vote_all({"p1"});
  EXPECT_TRUE(refused(decide_on("p1", Outcome::ADOPTED, {}, {Club::secretary()}), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(decide_on("p1", Outcome::ADOPTED, {}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
}

TEST_F(DecisionRecorded, says_adopted_or_rejected_on_a_possible_day) {
  open_with({"p1"}, 9);
  vote_all({"p1"});
  for (const Outcome outcome : {Outcome::NOT_ANNOUNCED, Outcome::TIED, Outcome::INQUORATE})
    EXPECT_TRUE(refused(decide_on("p1", outcome), Refusal::kBadValue, "adopted or rejected"));
  EXPECT_TRUE(refused(decide_voted("p1", dated("2025-11-08")), Refusal::kTimeImpossible, "2025-11-09"));
  EXPECT_TRUE(refused(decide_voted("p1", dated("2025-11-10")), Refusal::kTimeImpossible, "2025-11-09"));
}

TEST_F(DecisionRecorded, refers_to_what_exists) {
  open_with({"p1", "p2"}, 9);
  vote_all({"p1", "p2"});
  const auto amends = [](const char* id) {
    return [id](schema::Act::Builder act) { act.getDecisionRecorded().initAmends(1).set(0, id); };
  };
  EXPECT_TRUE(refused(decide_voted("p1", amends("d-0")), Refusal::kUnknownSubject, "d-0"));
  EXPECT_TRUE(refused(decide_voted("p1", amends("p2")), Refusal::kWrongKind, "p2"));
  ASSERT_TRUE(decide_voted("p1"));
  EXPECT_EQ(codes(decide_voted("p2", amends("d-p1"))), none());
  EXPECT_TRUE(refused(decide_voted("p1", [](schema::Act::Builder act) { act.getDecisionRecorded().disownItem(); }),
                      Refusal::kBadValue, "name it in item"));
}

TEST_F(DecisionRecorded, with_clearances_to_obtain_is_pending) {
  open_with({"p1"}, 9);
  vote_all({"p1"});
  const auto visa = [](const char* party) {
    return [party](schema::Act::Builder act) {
      auto step = act.getDecisionRecorded().initClearances(1)[0];
      step.setId("visa");
      step.setAuthority("Gouverneur");
      step.setStage(schema::ClearanceStep::Stage::BEFORE_EXECUTION);
      step.setParty(party);
    };
  };
  EXPECT_TRUE(refused(decide_voted("p1", visa("nobody")), Refusal::kUnknownSubject));
  ASSERT_EQ(codes(decide_voted("p1", visa("es-semara"))), none());
  EXPECT_EQ(row("d-p1").getDecision().getStatus(), Status::CLEARANCE_PENDING);
}

}  // namespace
}  // namespace jumelage::governance
