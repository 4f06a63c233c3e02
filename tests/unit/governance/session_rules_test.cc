// A session from its call to its closing.
#include "governance/session_finding_codes.h"
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Disposition = schema::ItemDisposed::Disposition;
using Phase = schema::SessionState::Phase;

class SessionConvened : public Council {};
class SessionOpened : public Council {};
class AttendanceChanged : public Council {};
class SessionClosed : public Council {};

TEST_F(SessionConvened, a_call_in_good_time_puts_the_items_on_the_agenda) {
  ASSERT_TRUE(table("p1"));
  ASSERT_EQ(codes(convene("s1", 1, {"p1"})), none());
  const auto session = row("s1").getSession();
  EXPECT_EQ(session.getPhase(), Phase::CONVENED);
  EXPECT_EQ(session.getAgenda()[0], club_.number_of("p1"));
  EXPECT_EQ(row("p1").getProposal().getSession(), club_.number_of("s1"));
  EXPECT_FALSE(row("s1").getIrregular());
}

TEST_F(SessionConvened, numbers_have_no_gap_and_the_refusal_names_the_next) {
  EXPECT_TRUE(refused(convene("s1", 2, {}), Refusal::kNumberTaken, "the next number is 1, not 2"));
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_TRUE(refused(convene("s2", 1, {}), Refusal::kNumberTaken, "the next number is 2, not 1"));
  EXPECT_TRUE(convene("s2", 2, {}));
}

TEST_F(SessionConvened, is_signed_by_the_secretary_or_the_chair) {
  EXPECT_TRUE(refused(convene("s1", 1, {}, {}, {Club::mandate("timbuktu-1")}), Refusal::kSignatureMissing));
  EXPECT_TRUE(convene("s1", 1, {}, {}, {Club::chair()}));
}

TEST_F(SessionConvened, a_call_at_short_notice_is_recorded_and_flagged) {
  const auto in_three_days = [this](schema::Act::Builder act) {
    test::set_moment(act.getSessionConvened().getScheduled(), club_.now() + 3 * kDay_ms);
  };
  EXPECT_EQ(codes(convene("s1", 1, {}, in_three_days)), Codes{"session.short_notice"});
  EXPECT_TRUE(row("s1").getIrregular());
}

TEST_F(SessionConvened, an_urgent_call_may_be_short_but_says_why) {
  const auto urgent = [this](schema::Act::Builder act) {
    auto p = act.getSessionConvened();
    p.setUrgent(true);
    test::set_moment(p.getScheduled(), club_.now() + kDay_ms);
  };
  EXPECT_EQ(codes(convene("s1", 1, {}, urgent)), Codes{"session.urgency_unexplained"});
  EXPECT_EQ(codes(convene("s2", 2, {},
                          [&](schema::Act::Builder act) {
                            urgent(act);
                            act.getSessionConvened().setUrgencyReason("crue du fleuve");
                          })),
            none());
}

TEST_F(SessionConvened, the_notice_runs_from_the_last_who_was_told) {
  const auto told = [this](UnixMillis at) {
    return [this, at](schema::Act::Builder act) {
      auto notices = act.getSessionConvened().initNotices(2);
      notices[0].setTo("timbuktu-1");
      test::set_moment(notices[0].initAt(), club_.now());
      notices[1].setTo("es-semara");
      test::set_moment(notices[1].initAt(), at);
    };
  };
  EXPECT_EQ(codes(convene("s1", 1, {}, told(club_.now() + kDay_ms))), none());
  EXPECT_EQ(codes(convene("s2", 2, {}, told(club_.now() + 5 * kDay_ms))), Codes{"session.short_notice"});
}

TEST_F(SessionConvened, a_notice_goes_to_a_mandate_or_member) {
  const auto to = [](const char* whom) {
    return [whom](schema::Act::Builder act) {
      auto notice = act.getSessionConvened().initNotices(1)[0];
      notice.setTo(whom);
      notice.initAt();
    };
  };
  EXPECT_TRUE(refused(convene("s1", 1, {}, to("nobody")), Refusal::kUnknownSubject, "nobody"));
  EXPECT_TRUE(refused(convene("s1", 1, {}, to("cci")), Refusal::kWrongKind, "cci"));
}

TEST_F(SessionConvened, the_agenda_holds_proposals_of_the_body_each_once) {
  ASSERT_TRUE(table("p1"));
  EXPECT_TRUE(refused(convene("s1", 1, {"p2"}), Refusal::kUnknownSubject, "p2"));
  EXPECT_TRUE(refused(convene("s1", 1, {"cci"}), Refusal::kWrongKind, "cci"));
  EXPECT_TRUE(refused(convene("s1", 1, {"p1", "p1"}), Refusal::kBadValue, "twice"));
}

TEST_F(SessionConvened, an_item_is_on_one_agenda_at_a_time) {
  ASSERT_TRUE(table("p1"));
  ASSERT_TRUE(convene("s1", 1, {"p1"}));
  EXPECT_TRUE(refused(convene("s2", 2, {"p1"}), Refusal::kImpossible, "s1"));
}

TEST_F(SessionConvened, a_deferred_item_comes_back_and_a_withdrawn_one_does_not) {
  open_with({"p1", "p2"}, 9);
  ASSERT_TRUE(dispose("p1", Disposition::DEFERRED));
  ASSERT_TRUE(dispose("p2", Disposition::WITHDRAWN));
  EXPECT_TRUE(refused(convene("s2", 2, {"p2"}), Refusal::kImpossible, "withdrawn"));
  ASSERT_EQ(codes(convene("s2", 2, {"p1"})), none());
  EXPECT_EQ(row("p1").getProposal().getStatus(), schema::ProposalState::Status::TABLED);
}

TEST_F(SessionConvened, runs_under_rules_that_were_enacted_and_normally_those_of_the_body) {
  EXPECT_TRUE(refused(
      convene("s1", 1, {}, [](schema::Act::Builder act) { act.getSessionConvened().getRuleSet().setVersion(7); }),
      Refusal::kUnknownSubject, "version 7"));
  EXPECT_TRUE(
      refused(convene("s1", 1, {},
                      [](schema::Act::Builder act) { act.getSessionConvened().getRuleSet().setId("other-rules"); }),
              Refusal::kUnknownSubject, "other-rules"));
}

TEST_F(SessionConvened, a_later_call_follows_an_inquorate_session_only) {
  const auto second = [](const char* follows, std::uint8_t call) {
    return [follows, call](schema::Act::Builder act) {
      act.getSessionConvened().setCall(call);
      if (follows != nullptr) act.getSessionConvened().setFollows(follows);
    };
  };
  ASSERT_TRUE(table("p1"));
  ASSERT_TRUE(convene("s1", 1, {"p1"}));
  EXPECT_TRUE(refused(convene("s2", 2, {}, second(nullptr, 2)), Refusal::kImpossible, "name it in follows"));
  EXPECT_TRUE(refused(convene("s2", 2, {}, second("s1", 2)), Refusal::kImpossible, "was not inquorate"));
  EXPECT_TRUE(refused(convene("s2", 2, {}, second("s1", 1)), Refusal::kBadValue));
  EXPECT_TRUE(refused(convene("s2", 2, {}, second(nullptr, 0)), Refusal::kBadValue));
  ASSERT_EQ(codes(open("s1", 2)), Codes{"quorum.not_met"});
  EXPECT_TRUE(refused(convene("s2", 2, {}, second("s1", 3)), Refusal::kImpossible, "call 2"));
  ASSERT_EQ(codes(convene("s2", 2, {"p1"}, second("s1", 2))), none()) << "it takes over the items";
  EXPECT_EQ(row("p1").getProposal().getSession(), club_.number_of("s2"));
  EXPECT_TRUE(close("s1", 1)) << "what a later call took over is not open here";
}

TEST_F(SessionOpened, with_a_quorum_shows_the_arithmetic) {
  ASSERT_TRUE(convene("s1", 1, {}));
  ASSERT_EQ(codes(open("s1", 7)), none());
  const auto session = row("s1").getSession();
  EXPECT_EQ(session.getPhase(), Phase::OPEN);
  EXPECT_TRUE(session.getQuorate());
  EXPECT_EQ(session.getQuorumText(), "quorum 7/9 ≥ 5 (in exercise, call 1)");
  EXPECT_EQ(session.getOpenedDate(), test::day("2025-11-09"));
}

TEST_F(SessionOpened, without_a_quorum_is_recorded_and_flagged) {
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_EQ(codes(open("s1", 4)), Codes{"quorum.not_met"});
  EXPECT_FALSE(row("s1").getSession().getQuorate());
  EXPECT_TRUE(row("s1").getIrregular());
}

TEST_F(SessionOpened, is_signed_by_chair_and_secretary) {
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_TRUE(refused(open("s1", 9, {}, {Club::secretary()}), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(open("s1", 9, {}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(open("s1", 9, {}, {Club::vice_chair(), Club::secretary()}));
}

TEST_F(SessionOpened, only_once_and_only_after_a_call) {
  EXPECT_TRUE(refused(open("s1", 9), Refusal::kUnknownSubject));
  ASSERT_TRUE(convene("s1", 1, {}));
  ASSERT_TRUE(open("s1", 9));
  EXPECT_TRUE(refused(open("s1", 9), Refusal::kImpossible, "is open"));
}

TEST_F(SessionOpened, by_others_than_chair_and_secretary_is_flagged) {
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_EQ(codes(open("s1", 9,
                       [](schema::Act::Builder act) {
                         act.getSessionOpened().setPresider("vijayawada-1");
                         act.getSessionOpened().setSecretary("es-semara-2");
                       })),
            (Codes{"session.presider_no_office", "session.secretary_no_office"}));
}

TEST_F(SessionOpened, by_a_presider_who_is_not_there_is_flagged) {
  ASSERT_TRUE(convene("s1", 1, {}));
  const auto chair = [](Presence presence) {
    return [presence](schema::Act::Builder act) { act.getSessionOpened().getAttendance()[0].setPresence(presence); };
  };
  const Club called = club_;
  for (const Presence away : {Presence::ABSENT, Presence::EXCUSED}) {
    EXPECT_EQ(codes(open("s1", 9, chair(away))), Codes{"session.presider_absent"});
    club_ = called;
  }
  EXPECT_EQ(codes(open("s1", 9, chair(Presence::REMOTE))), none());
}

TEST_F(SessionOpened, before_the_time_that_it_was_called_for_is_flagged) {
  using schema::Precision;
  constexpr UnixMillis kMidnight = Club::kFoundedAt + 11 * kDay_ms - kDay_ms / 2;
  constexpr UnixMillis kMinute = kMidnight + 10 * 3'600'000 + 30 * 60'000;
  constexpr UnixMillis kScheduled = kMinute + 30'000;
  const auto for_that_time = [](schema::Act::Builder act) {
    test::set_moment(act.getSessionConvened().getScheduled(), kScheduled);
  };
  ASSERT_EQ(codes(convene("s1", 1, {}, for_that_time)), none());
  const Club called = club_;
  const auto opened_at = [&](UnixMillis time, Precision precision) {
    club_ = called;
    club_.set_now(club_.now() + 2 * kDay_ms);
    return codes(open("s1", 9, [&](schema::Act::Builder act) {
      auto at = act.getSessionOpened().getAt();
      at.setUtc(time);
      at.setOffsetMinutes(0);
      at.setPrecision(precision);
    }));
  };
  EXPECT_EQ(opened_at(kScheduled, Precision::MILLISECOND), none());
  EXPECT_EQ(opened_at(kMinute, Precision::MINUTE), none()) << "that minute goes beyond the time";
  EXPECT_EQ(opened_at(kMidnight, Precision::DAY), none()) << "that day goes beyond the time";
  EXPECT_EQ(opened_at(kScheduled - 1, Precision::MILLISECOND), Codes{"session.before_its_time"});
  EXPECT_EQ(opened_at(kMinute - 60'000, Precision::MINUTE), Codes{"session.before_its_time"});
  EXPECT_EQ(opened_at(kMidnight - kDay_ms, Precision::DAY), Codes{"session.before_its_time"});
  EXPECT_TRUE(row("s1").getIrregular());
}

TEST_F(SessionOpened, at_a_time_that_has_not_come_is_before_its_time) {
  const auto in_a_month = [&](schema::Act::Builder act) {
    test::set_moment(act.getSessionConvened().getScheduled(), Club::kFoundedAt + 30 * kDay_ms);
  };
  ASSERT_EQ(codes(convene("s1", 1, {}, in_a_month)), none());
  const auto as_if_in_a_month = [&](schema::Act::Builder act) {
    test::set_moment(act.getSessionOpened().getAt(), Club::kFoundedAt + 30 * kDay_ms);
  };
  EXPECT_EQ(codes(open_now("s1", 9, as_if_in_a_month)), Codes{"session.before_its_time"});
}

TEST_F(SessionOpened, a_vice_chair_may_preside) {
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_EQ(codes(open("s1", 9, [](schema::Act::Builder act) { act.getSessionOpened().setPresider("timbuktu-1"); })),
            none());
}

TEST_F(SessionOpened, every_seat_is_accounted_for) {
  ASSERT_TRUE(convene("s1", 1, {}));
  const auto without_the_last = [](schema::Act::Builder act) {
    auto p = act.getSessionOpened();
    auto lines = p.initAttendance(8);
    for (unsigned i = 0; i < 8; ++i) lines[i].setMandate(to_text(kSeats[i]));
  };
  EXPECT_TRUE(refused(open("s1", 9, without_the_last), Refusal::kBadValue, "vijayawada-2"));
}

TEST_F(SessionOpened, lists_that_make_no_sense_are_refused) {
  ASSERT_TRUE(convene("s1", 1, {}));
  const auto line = [](const Spoil& spoil) { return spoil; };
  const auto attendance = [](schema::Act::Builder act) { return act.getSessionOpened().getAttendance()[8]; };
  EXPECT_TRUE(refused(open("s1", 9, line([&](schema::Act::Builder a) { attendance(a).setMandate("stranger"); })),
                      Refusal::kUnknownSubject, "stranger"));
  EXPECT_TRUE(refused(open("s1", 9, line([&](schema::Act::Builder a) { attendance(a).setMandate("timbuktu-1"); })),
                      Refusal::kBadValue, "twice"));
  EXPECT_TRUE(
      refused(open("s1", 9, line([&](schema::Act::Builder a) { attendance(a).setPresence(Presence::REPRESENTED); })),
              Refusal::kBadValue, "by whom"));
  EXPECT_TRUE(refused(open("s1", 9, line([&](schema::Act::Builder a) { attendance(a).setBy("timbuktu-1"); })),
                      Refusal::kBadValue, "nobody acts"));
  EXPECT_TRUE(refused(open("s1", 9, line([&](schema::Act::Builder a) {
                             attendance(a).setPresence(Presence::REPRESENTED);
                             attendance(a).setBy("vijayawada-2");
                           })),
                      Refusal::kBadValue, "itself"));
}

TEST_F(SessionOpened, who_replaces_must_be_an_alternate_or_else_nobody_is_there) {
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_EQ(codes(open("s1", 5,
                       [](schema::Act::Builder act) {
                         auto line = act.getSessionOpened().getAttendance()[4];
                         line.setPresence(Presence::REPLACED);
                         line.setBy("vijayawada-2");
                       })),
            (Codes{"session.not_an_alternate", "quorum.not_met"}));
}

TEST_F(AttendanceChanged, arrivals_and_departures_are_kept) {
  open_with({}, 5);
  ASSERT_EQ(codes(attendance("s1", {{"es-semara-3", Presence::PRESENT}, {"timbuktu-1", Presence::ABSENT}})), none());
  const auto last = [&](const char* mandate) {
    const auto item =
        club_.reg().floor(Table::kAttendance, attendance_key(club_.number_of("s1"), club_.number_of(mandate), kNever));
    return Row<schema::AttendanceRow>(item->value).reader().getPresence();
  };
  EXPECT_EQ(last("es-semara-3"), Presence::PRESENT);
  EXPECT_EQ(last("timbuktu-1"), Presence::ABSENT);
}

TEST_F(AttendanceChanged, that_cannot_have_happened_is_flagged) {
  open_with({}, 5);
  EXPECT_EQ(codes(attendance("s1", {{"timbuktu-1", Presence::PRESENT}})), Codes{"session.attendance_unchanged"})
      << "who is there does not arrive";
  ASSERT_EQ(codes(attendance("s1", {{"timbuktu-1", Presence::ABSENT}})), none());
  EXPECT_EQ(codes(attendance("s1", {{"timbuktu-1", Presence::ABSENT}})), Codes{"session.attendance_unchanged"})
      << "who left does not leave again";
  EXPECT_EQ(codes(attendance("s1", {{"timbuktu-1", Presence::PRESENT}, {"es-semara-1", Presence::PRESENT}})), none())
      << "a roll call names those who stayed, too";
  EXPECT_TRUE(row("s1").getIrregular());
  EXPECT_EQ(codes(attendance("s1", {{"timbuktu-1", Presence::EXCUSED}})), none()) << "that is news";
}

TEST_F(AttendanceChanged, needs_an_open_session_a_secretary_and_somebody) {
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_TRUE(refused(attendance("s1", {{"es-semara-3", Presence::PRESENT}}), Refusal::kImpossible, "convened"));
  ASSERT_TRUE(open("s1", 5));
  EXPECT_TRUE(
      refused(attendance("s1", {{"es-semara-3", Presence::PRESENT}}, {}, {Club::chair()}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(attendance("s1", {}), Refusal::kBadValue));
  EXPECT_TRUE(refused(attendance("s1", {{"stranger", Presence::PRESENT}}), Refusal::kUnknownSubject));
}

TEST_F(AttendanceChanged, stands_in_the_log_where_its_anchor_says) {
  open_with({"p1"}, 9);
  const auto anchored = [](schema::Anchor::Position position, const char* item = "p1") {
    return [=](schema::Act::Builder act) {
      auto at = act.getAttendanceChanged().getAt();
      at.setItem(item);
      at.setPosition(position);
      at.setVoteRound(1);
    };
  };
  const std::vector<Line> leaves = {{"vijayawada-2", Presence::ABSENT}};
  EXPECT_TRUE(refused(attendance("s1", leaves, anchored(schema::Anchor::Position::AFTER_VOTE)), Refusal::kImpossible,
                      "record that vote first"));
  EXPECT_TRUE(
      refused(attendance("s1", leaves, anchored(schema::Anchor::Position::BEFORE, "cci")), Refusal::kWrongKind));
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
  EXPECT_EQ(codes(attendance("s1", leaves, anchored(schema::Anchor::Position::AFTER_VOTE))), none());
  EXPECT_EQ(
      codes(attendance("s1", {{"vijayawada-2", Presence::PRESENT}}, anchored(schema::Anchor::Position::BEFORE_VOTE))),
      Codes{"session.attendance_late"});
}

TEST_F(SessionClosed, when_every_item_is_disposed_of_and_the_count_is_right) {
  open_with({"p1", "p2"}, 9);
  EXPECT_TRUE(refused(close("s1", 1), Refusal::kImpossible, "\"p1\", \"p2\""));
  ASSERT_TRUE(vote("p1", choices(5, 4), Outcome::ADOPTED));
  EXPECT_TRUE(refused(close("s1", 2), Refusal::kImpossible, "\"p1\", \"p2\"")) << "a vote is no decision";
  ASSERT_TRUE(decide_on("p1", Outcome::ADOPTED));
  EXPECT_TRUE(refused(close("s1", 3), Refusal::kImpossible, "still open: \"p2\""));
  ASSERT_TRUE(attendance("s1", {{"timbuktu-3", Presence::ABSENT}}));
  ASSERT_TRUE(dispose("p2", Disposition::NOT_REACHED));
  EXPECT_TRUE(refused(close("s1", 4), Refusal::kBadValue, "5 acts"));
  EXPECT_TRUE(refused(close("s1", 5, {Club::secretary()}), Refusal::kSignatureMissing));
  ASSERT_EQ(codes(close("s1", 5)), none());
  EXPECT_EQ(row("s1").getSession().getPhase(), Phase::CLOSED);
  EXPECT_EQ(row("s1").getSession().getActs(), 5U);
  EXPECT_TRUE(refused(close("s1", 5), Refusal::kImpossible, "closed"));
}

TEST_F(SessionClosed, nothing_happens_in_a_session_that_is_closed) {
  open_with({"p1"}, 9);
  ASSERT_TRUE(dispose("p1", Disposition::DEFERRED));
  ASSERT_TRUE(close("s1", 2));
  EXPECT_TRUE(refused(vote("p1", choices(5, 4), Outcome::ADOPTED), Refusal::kImpossible, "closed"));
  EXPECT_TRUE(refused(attendance("s1", {{"timbuktu-3", Presence::ABSENT}}), Refusal::kImpossible));
  EXPECT_TRUE(refused(dispose("p1", Disposition::NOTED), Refusal::kImpossible));
  EXPECT_TRUE(refused(open("s1", 9), Refusal::kImpossible));
}

}  // namespace
}  // namespace jumelage::governance
