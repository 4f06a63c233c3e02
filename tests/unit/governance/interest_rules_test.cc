// Interests: who takes no part in an item, and what that does to its votes.
#include "chamber_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Position = schema::Anchor::Position;

class InterestDeclared : public Chamber {
 protected:
  static constexpr const char* kSeven = "ccccccc";
  void call(const std::vector<std::string>& items, const char* model = "simple-majority") {
    establish(kSeven, model);
    for (const std::string& item : items) ASSERT_EQ(codes(table_here(item)), none());
    ASSERT_EQ(codes(convene_here("s1", 1, items)), none());
  }
  static Choices all_for(int seats = 7) {
    Choices out;
    for (int i = 1; i <= seats; ++i) out.emplace_back(seat_name(static_cast<std::size_t>(i)), Choice::FOR);
    return out;
  }
  static Spoil at(const char* item, Position position) {
    return [=](schema::Act::Builder act) {
      auto anchor = act.getInterestDeclared().initAt();
      anchor.setItem(item);
      anchor.setPosition(position);
    };
  }
};

TEST_F(InterestDeclared, takes_the_holder_out_of_the_votes_on_that_item_alone) {
  call({"p1", "p2"});
  ASSERT_EQ(codes(recuse("m7", "p1", "s1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  EXPECT_EQ(codes(vote("p1", all_for(), Outcome::ADOPTED)), Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p1").getFor(), 6U);
  EXPECT_EQ(vote_row("p1").getPresent(), 6U);
  EXPECT_EQ(codes(vote("p2", all_for(), Outcome::ADOPTED)), none());
  EXPECT_EQ(vote_row("p2").getFor(), 7U);
}

TEST_F(InterestDeclared, is_signed_by_the_holder_or_a_secretary) {
  call({"p1"});
  club_.enrol_key("m7");
  EXPECT_TRUE(refused(recuse("m7", "p1", "s1", {}, {Club::mandate("timbuktu-1")}), Refusal::kSignatureMissing, "m7"));
  EXPECT_TRUE(refused(recuse("m7", "p1", "s1", {}, {Club::chair()}), Refusal::kSignatureMissing, "m7"));
  EXPECT_EQ(codes(recuse("m7", "p1", "s1", {}, {Club::mandate("m7")})), none());
  EXPECT_EQ(codes(recuse("m6", "p1", "s1")), none());
}

TEST_F(InterestDeclared, is_in_an_item_of_the_holder_s_own_body) {
  call({"p1"});
  ASSERT_TRUE(table_here("p2"));
  ASSERT_TRUE(table("q1"));
  EXPECT_TRUE(refused(recuse("m9", "p1", "s1"), Refusal::kUnknownSubject, "m9"));
  EXPECT_TRUE(refused(recuse("m7", "p9", "s1"), Refusal::kUnknownSubject, "p9"));
  EXPECT_TRUE(refused(recuse("m7", "s1", "s1"), Refusal::kWrongKind, "s1"));
  EXPECT_TRUE(refused(recuse("m7", "q1", ""), Refusal::kBadValue, "another body"));
  EXPECT_TRUE(refused(recuse("m7", "p2", "s1"), Refusal::kImpossible, "not on the agenda"));
  EXPECT_TRUE(refused(recuse("m7", "p1", "s9"), Refusal::kUnknownSubject, "s9"));
}

TEST_F(InterestDeclared, in_a_session_of_another_body_makes_no_sense) {
  call({"p1"});
  ASSERT_TRUE(convene("s2", 1, {}));
  EXPECT_TRUE(refused(recuse("m7", "p1", "s2"), Refusal::kBadValue, "another body"));
}

TEST_F(InterestDeclared, at_a_point_names_the_session) {
  call({"p1"});
  EXPECT_TRUE(refused(recuse("m7", "p1", "", at("p1", Position::BEFORE)), Refusal::kBadValue, "name the session"));
}

TEST_F(InterestDeclared, outside_of_a_session_holds_in_all) {
  call({"p1"});
  ASSERT_EQ(codes(recuse("m7", "p1", "")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  EXPECT_EQ(codes(vote("p1", all_for(6), Outcome::ADOPTED)), none());
}

TEST_F(InterestDeclared, in_one_session_does_not_hold_in_the_next) {
  call({"p1"});
  ASSERT_EQ(codes(recuse("m7", "p1", "s1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  ASSERT_TRUE(dispose("p1", schema::ItemDisposed::Disposition::DEFERRED));
  ASSERT_TRUE(convene_here("s2", 2, {"p1"}));
  ASSERT_TRUE(open_here("s2", "PPPPPPP"));
  EXPECT_EQ(codes(vote("p1", all_for(), Outcome::ADOPTED,
                       [](schema::Act::Builder act) { act.getVoteRecorded().setSession("s2"); })),
            none());
}

TEST_F(InterestDeclared, after_the_vote_is_flagged_until_the_vote_is_recorded_again) {
  call({"p1"});
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  ASSERT_EQ(codes(vote("p1", all_for(), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(recuse("m7", "p1", "s1")), Codes{"interest.late"});
  EXPECT_TRUE(row("p1").getIrregular());
  const std::uint64_t at = club_.size() - 1;
  ASSERT_EQ(
      codes(vote("p1", all_for(6), Outcome::ADOPTED,
                 [this](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), *last_vote_); })),
      none());
  EXPECT_FALSE(row("p1").getIrregular());
  const auto finding = club_.reg().get(Table::kFindings, finding_key(at, 0));
  EXPECT_EQ(Row<schema::FindingRow>(*finding).reader().getCuredAt(), club_.size() - 1);
}

TEST_F(InterestDeclared, at_a_point_after_the_vote_leaves_that_vote_alone) {
  call({"p1"});
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  EXPECT_TRUE(refused(recuse("m7", "p1", "s1", at("p1", Position::AFTER_VOTE)), Refusal::kImpossible,
                      "record that vote first"));
  ASSERT_EQ(codes(vote("p1", all_for(), Outcome::ADOPTED)), none());
  EXPECT_EQ(codes(recuse("m7", "p1", "s1", at("p1", Position::AFTER_VOTE))), none());
  EXPECT_EQ(codes(recuse("m6", "p1", "s1", at("p1", Position::BEFORE_VOTE))), Codes{"interest.late"});
}

TEST_F(InterestDeclared, in_what_is_decided_changes_nothing_and_is_refused) {
  call({"p1"});
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  ASSERT_EQ(codes(vote("p1", all_for(), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED,
                            [](schema::Act::Builder act) { act.getDecisionRecorded().setBody("chamber"); })),
            none());
  EXPECT_TRUE(refused(recuse("m7", "p1", "s1"), Refusal::kImpossible, "is decided"));
}

TEST_F(InterestDeclared, in_a_session_that_is_over_is_refused) {
  call({"p1"});
  ASSERT_EQ(codes(change_state("s1", schema::SessionStateChanged::State::CANCELLED)), none());
  EXPECT_TRUE(refused(recuse("m7", "p1", "s1"), Refusal::kImpossible, "is cancelled"));
}

TEST_F(InterestDeclared, of_a_titular_does_not_bind_the_alternate_and_the_other_way_round) {
  call({"p1", "p2"});
  grant("alternate", "cities", "m7");
  ASSERT_EQ(codes(recuse("m7", "p1", "s1")), none());
  ASSERT_EQ(codes(recuse("alternate", "p2", "s1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPP."));
  ASSERT_EQ(codes(attendance("s1", {{"m7", Presence::REPLACED, "alternate"}})), none());
  auto with_the_alternate = all_for(6);
  with_the_alternate.emplace_back("alternate", Choice::FOR);
  EXPECT_EQ(codes(vote("p1", with_the_alternate, Outcome::ADOPTED)), none());
  EXPECT_EQ(codes(vote("p2", with_the_alternate, Outcome::ADOPTED)), Codes{"vote.not_entitled"});
}

TEST_F(InterestDeclared, bars_from_a_secret_vote_too) {
  call({"p1"});
  ASSERT_EQ(codes(recuse("m7", "p1", "s1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  EXPECT_EQ(codes(vote("p1", {}, Outcome::ADOPTED,
                       [](schema::Act::Builder act) {
                         act.getVoteRecorded().setMode(schema::VoteRecorded::Mode::SECRET);
                         set_tally(act.getVoteRecorded(), 6, 0);
                         auto list = act.getVoteRecorded().initParticipants(7);
                         for (unsigned i = 0; i < 7; ++i) list.set(i, to_text(seat_name(i + 1)));
                       })),
            Codes{"vote.not_entitled"});
}

TEST_F(InterestDeclared, twice_holds_from_the_first_time_on) {
  call({"p1"});
  ASSERT_EQ(codes(recuse("m7", "p1", "s1")), none());
  EXPECT_EQ(codes(recuse("m7", "p1", "s1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPPP"));
  EXPECT_EQ(codes(vote("p1", all_for(6), Outcome::ADOPTED)), none());
}

TEST_F(InterestDeclared, in_a_written_procedure_takes_the_silent_out_as_well) {
  establish(kSeven, "written-procedure", [](schema::RuleSet::Builder rules) {
    rules.getMajorities()[0].setSilence(schema::ClearanceStep::Silence::APPROVES);
  });
  ASSERT_TRUE(table_here("p1"));
  ASSERT_EQ(codes(convene("s1", 1, {"p1"},
                          [this](schema::Act::Builder act) {
                            auto p = act.getSessionConvened();
                            p.setBody("chamber");
                            p.setMode(schema::SessionMode::WRITTEN);
                            p.getRuleSet().setId(to_text(model_));
                            test::set_moment(p.getScheduled(), club_.now() + 30 * kDay_ms);
                          })),
            none());
  ASSERT_EQ(codes(recuse("m7", "p1", "s1")), none());
  ASSERT_EQ(codes(open_here("s1", ".......")), none());
  ASSERT_EQ(
      codes(vote("p1", {{"m1", Choice::AGAINST}}, Outcome::ADOPTED,
                 [](schema::Act::Builder act) { act.getVoteRecorded().setMode(schema::VoteRecorded::Mode::WRITTEN); })),
      none());
  EXPECT_NE(arithmetic("p1").find("the silence of 5 approves; for 5, against 1"), std::string::npos)
      << arithmetic("p1");
}

}  // namespace
}  // namespace jumelage::governance
