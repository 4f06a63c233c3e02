// RecordCorrected, of who was there: the quorum and the votes that followed are counted again.
#include "correction_fixture.h"

namespace jumelage::governance {
namespace {

class AttendanceCorrected : public Corrections {
 protected:
  static Change seat_at_opening(unsigned seat, const std::string& was, const std::string& is) {
    return {"sessionOpened.attendance[" + std::to_string(seat) + "].presence", "\"" + was + "\"", "\"" + is + "\""};
  }
  Presence presence(const std::string& mandate) const {
    const auto item =
        club_.reg().floor(Table::kAttendance, attendance_key(club_.number_of("s1"), club_.number_of(mandate), kNever));
    return Row<schema::AttendanceRow>(item->value).reader().getPresence();
  }
};

TEST_F(AttendanceCorrected, a_seat_that_was_absent_after_all_takes_the_quorum_away) {
  open_with({"p1"}, 5);
  const VoteRef opening = newest("s1");
  ASSERT_EQ(codes(vote("p1", choices(5, 0), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  EXPECT_EQ(codes(correct(opening, {seat_at_opening(4, "present", "absent")})),
            (Codes{"vote.not_entitled", "quorum.not_met", "vote.announced_differs", "decision.vote_irregular",
                   "decision.outcome_differs", "quorum.not_met"}));
  EXPECT_FALSE(row("s1").getSession().getQuorate());
  EXPECT_TRUE(row("s1").getIrregular());
  EXPECT_EQ(computed("p1"), Outcome::INQUORATE);
  EXPECT_TRUE(row("d-p1").getIrregular());
  EXPECT_EQ(row("d-p1").getDecision().getNumber(), 1U);
  EXPECT_EQ(presence("es-semara-2"), Presence::ABSENT);
}

TEST_F(AttendanceCorrected, a_seat_that_was_present_after_all_cures_session_and_vote) {
  open_with({"p1"}, 4);
  const VoteRef opening = newest("s1");
  ASSERT_TRUE(row("s1").getIrregular());
  Choices five = choices(5, 0);
  ASSERT_EQ(codes(vote("p1", five, Outcome::ADOPTED)),
            (Codes{"vote.not_entitled", "quorum.not_met", "vote.announced_differs"}));
  EXPECT_EQ(codes(correct(opening, {seat_at_opening(4, "absent", "present")})), none());
  EXPECT_TRUE(row("s1").getSession().getQuorate());
  EXPECT_FALSE(row("s1").getIrregular());
  EXPECT_EQ(computed("p1"), Outcome::ADOPTED);
  EXPECT_FALSE(row("p1").getIrregular());
}

TEST_F(AttendanceCorrected, an_arrival_of_somebody_else_moves_to_whom_it_belongs) {
  open_with({"p1"}, 5);
  ASSERT_EQ(codes(attendance("s1", {{"es-semara-3", Presence::PRESENT}})), none());
  const VoteRef arrival = newest("s1");
  Choices six = choices(5, 0);
  six.emplace_back("timbuktu-2", Choice::FOR);
  ASSERT_EQ(codes(vote("p1", six, Outcome::ADOPTED)), (Codes{"vote.not_entitled", "vote.ballots_incomplete"}));
  EXPECT_EQ(codes(correct(arrival, {{"attendanceChanged.changes[0].mandate", R"("es-semara-3")", R"("timbuktu-2")"}})),
            none());
  EXPECT_EQ(presence("es-semara-3"), Presence::ABSENT) << "as it was before";
  EXPECT_EQ(presence("timbuktu-2"), Presence::PRESENT);
  EXPECT_EQ(vote_row("p1").getFor(), 6U);
}

TEST_F(AttendanceCorrected, an_arrival_that_never_was_is_taken_back) {
  open_with({}, 5);
  ASSERT_EQ(codes(attendance("s1", {{"es-semara-3", Presence::PRESENT}})), none());
  const VoteRef arrival = newest("s1");
  EXPECT_EQ(codes(correct(arrival, {{"attendanceChanged.changes[0]",
                                     R"({"mandate": "es-semara-3", "presence": "present"})", ""}})),
            none());
  EXPECT_EQ(presence("es-semara-3"), Presence::ABSENT) << "as it was before";
}

TEST_F(AttendanceCorrected, a_departure_of_somebody_absent_is_mended_by_who_it_was) {
  open_with({}, 5);
  ASSERT_EQ(codes(attendance("s1", {{"es-semara-3", Presence::ABSENT}})), Codes{"session.attendance_unchanged"});
  const VoteRef departure = newest("s1");
  ASSERT_TRUE(row("s1").getIrregular());
  EXPECT_EQ(
      codes(correct(departure, {{"attendanceChanged.changes[0].mandate", R"("es-semara-3")", R"("timbuktu-1")"}})),
      none());
  EXPECT_FALSE(row("s1").getIrregular());
}

TEST_F(AttendanceCorrected, votes_before_the_change_stay_as_they_were_counted) {
  open_with({"p1", "p2"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
  const std::uint64_t first = position();
  ASSERT_EQ(codes(attendance("s1", {{"vijayawada-2", Presence::ABSENT}})), none());
  const VoteRef departure = newest("s1");
  ASSERT_EQ(codes(vote("p2", choices(5, 3), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(correct(departure, {{"attendanceChanged.changes[0].presence", R"("absent")", R"("remote")"}})),
            Codes{"vote.ballots_incomplete"});
  EXPECT_EQ(row("p1").getProposal().getVote(), first);
  EXPECT_EQ(row("p2").getProposal().getVote(), position());
  EXPECT_EQ(vote_row("p2").getPresent(), 9U);
}

TEST_F(AttendanceCorrected, what_changes_no_vote_leaves_the_votes_alone) {
  open_with({"p1"}, 5);
  const VoteRef opening = newest("s1");
  ASSERT_EQ(codes(vote("p1", choices(5, 0), Outcome::ADOPTED)), none());
  const std::uint64_t voted = position();
  ASSERT_EQ(codes(correct(opening, {seat_at_opening(8, "absent", "excused")})), none());
  EXPECT_EQ(row("p1").getProposal().getVote(), voted);
  EXPECT_EQ(presence("vijayawada-2"), Presence::EXCUSED);
}

TEST_F(AttendanceCorrected, an_earlier_round_counted_again_with_the_last_leaves_the_last_alone) {
  open_with({"p1"}, 9);
  const VoteRef opening = newest("s1");
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
  const VoteRef first = *last_vote_;
  ASSERT_EQ(codes(vote("p1", choices(6, 3), Outcome::ADOPTED,
                       [](schema::Act::Builder act) { act.getVoteRecorded().setRound(2); })),
            Codes{"vote.too_many_rounds"});
  ASSERT_EQ(codes(correct(opening, {seat_at_opening(8, "present", "absent")})),
            (Codes{"vote.not_entitled", "vote.too_many_rounds", "vote.not_entitled"}));
  const std::uint64_t both_rounds = position();
  ASSERT_EQ(codes(correct(first, {{"voteRecorded.ballots[8].choice", R"("against")", R"("absent")"}})), none());
  EXPECT_EQ(row("p1").getProposal().getVote(), both_rounds);
  EXPECT_EQ(vote_row("p1").getFor(), 6U);
  EXPECT_TRUE(row("p1").getIrregular()) << "by the last round, as before";
}

TEST_F(AttendanceCorrected, an_opening_before_its_time_stays_one_however_late_it_is_corrected) {
  ASSERT_EQ(codes(table("p1")), none());
  ASSERT_EQ(codes(convene("s1", 1, {"p1"})), none());
  const auto as_if_in_time = [&](schema::Act::Builder act) {
    test::set_moment(act.getSessionOpened().initAt(), club_.now() + 10 * kDay_ms);
  };
  ASSERT_EQ(codes(open_now("s1", 9, as_if_in_time)), Codes{"session.before_its_time"});
  const VoteRef opening = newest("s1");
  club_.set_now(club_.now() + 20 * kDay_ms);
  EXPECT_EQ(codes(correct(opening, {seat_at_opening(8, "present", "excused")})), Codes{"session.before_its_time"});
  EXPECT_TRUE(row("s1").getIrregular());
}

TEST_F(AttendanceCorrected, every_seat_stays_accounted_for) {
  open_with({"p1"}, 5);
  const std::string line = R"({"mandate": "vijayawada-2", "presence": "absent"})";
  EXPECT_TRUE(
      refused(correct(newest("s1"), {{"sessionOpened.attendance[8]", line, ""}}), Refusal::kBadValue, "vijayawada-2"));
}

TEST_F(AttendanceCorrected, corrected_twice_is_counted_by_the_second) {
  open_with({"p1"}, 5);
  const VoteRef opening = newest("s1");
  ASSERT_EQ(codes(vote("p1", choices(5, 0), Outcome::ADOPTED)), none());
  ASSERT_FALSE(codes(correct(opening, {seat_at_opening(4, "present", "absent")})).empty());
  ASSERT_EQ(codes(correct(opening, {seat_at_opening(4, "absent", "present")})), none());
  EXPECT_FALSE(row("s1").getIrregular());
  EXPECT_FALSE(row("p1").getIrregular());
  EXPECT_EQ(computed("p1"), Outcome::ADOPTED);
}

TEST_F(AttendanceCorrected, a_corrected_vote_is_counted_again_as_it_was_corrected) {
  open_with({"p1"}, 9);
  const VoteRef opening = newest("s1");
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(correct(*last_vote_, fifth_against_and_announced())), none());
  ASSERT_EQ(codes(correct(opening, {seat_at_opening(8, "present", "absent")})),
            (Codes{"vote.not_entitled", "vote.announced_differs"}))
      << "4 to 4, and the presider's vote decides";
  EXPECT_EQ(vote_row("p1").getFor(), 4U);
  EXPECT_EQ(vote_row("p1").getAgainst(), 4U);
  EXPECT_EQ(codes(correct(*last_vote_, {{"voteRecorded.ballots[8].choice", R"("against")", R"("absent")"},
                                        {"voteRecorded.announced", R"("rejected")", R"("adopted")"}})),
            none());
}

}  // namespace
}  // namespace jumelage::governance
