// The checklists of an agreement's parties: what happens with a step, and what waits for it.
#include "agreement_fixture.h"

#include "event/act.h"

namespace jumelage::governance {
namespace {

using Stage = ClearanceStage;
using Silence = schema::ClearanceStep::Silence;
using Status = schema::AgreementClearance::Status;

class AgreementClearance : public Agreement {
 protected:
  // The agreement's half of the act, judged in the place of a person's registration that precedes it in the log.
  Outcomes supervise(Event event, const Spoil& spoil = {}, const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initSupervisionRecorded();
          p.setTarget("twin");
          p.setStep("visa");
          p.setAuthority("Gouverneur");
          p.setEvent(event);
          test::set_moment(p.initAt(), club_.now());
          p.setSilence(silence_);
        },
        spoil);
  }

  void draft_with(StepSpec spec) {
    silence_ = spec.silence;
    ASSERT_EQ(codes(draft(1, wanting(spec))), none());
  }
  schema::AgreementClearance::Reader step() { return twin().getProposed().getParties()[0].getClearances()[0]; }
  static Spoil edited_supervision(const std::function<void(schema::SupervisionRecorded::Builder)>& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getSupervisionRecorded()); };
  }

  Silence silence_ = Silence::MEANS_NOTHING;
};

TEST_F(AgreementClearance, a_signature_waits_for_its_partys_own_clearances) {
  draft_with({"visa"});
  ASSERT_EQ(codes(approve("es-semara")), none());
  ASSERT_EQ(codes(approve("timbuktu")), none());
  EXPECT_EQ(codes(sign("es-semara")), Codes{"agreement.clearance_missing"});
  EXPECT_EQ(codes(sign("timbuktu")), none()) << "the other party waits for nothing";
  EXPECT_EQ(phase(), Phase::APPROVED);
  ASSERT_EQ(codes(supervise(Event::SENT)), none());
  EXPECT_EQ(codes(sign("es-semara")), Codes{"agreement.clearance_missing"}) << "sent is not granted";
  ASSERT_EQ(codes(supervise(Event::APPROVED)), none());
  ASSERT_EQ(codes(sign("es-semara")), none());
  EXPECT_EQ(phase(), Phase::SIGNED);
  EXPECT_FALSE(irregular());
  EXPECT_EQ(open_findings(), 0U);
}

TEST_F(AgreementClearance, the_entry_into_force_waits_for_all_of_them) {
  draft_with({"visa", 0, Stage::BEFORE_ENTRY_INTO_FORCE});
  approve_and_sign();
  EXPECT_EQ(codes(enter("2026-01-15")), Codes{"agreement.clearance_missing"});
  EXPECT_EQ(phase(), Phase::SIGNED) << "it stays where it was";
  EXPECT_TRUE(irregular());
  ASSERT_EQ(codes(supervise(Event::SENT)), none());
  go_to("2026-02-20");
  ASSERT_EQ(codes(supervise(Event::APPROVED)), none());
  EXPECT_EQ(codes(enter("2026-02-01")), Codes{"agreement.too_early"}) << "before the visa";
  ASSERT_EQ(codes(enter("2026-02-20")), none());
  EXPECT_EQ(phase(), Phase::IN_FORCE);
  EXPECT_FALSE(irregular());
}

TEST_F(AgreementClearance, a_refused_one_can_be_asked_for_again) {
  draft_with({"visa"});
  ASSERT_EQ(codes(supervise(Event::SENT)), none());
  ASSERT_EQ(codes(supervise(Event::REFUSED)), none());
  ASSERT_EQ(codes(approve("es-semara")), none());
  EXPECT_EQ(codes(sign("es-semara")), Codes{"agreement.clearance_missing"});
  EXPECT_TRUE(refused(supervise(Event::APPROVED), Refusal::kImpossible, "refused"));
  ASSERT_EQ(codes(supervise(Event::SENT)), none());
  ASSERT_EQ(codes(supervise(Event::APPROVED)), none());
  EXPECT_EQ(codes(sign("es-semara")), none());
}

TEST_F(AgreementClearance, its_events_follow_one_another) {
  struct Case {
    std::vector<Event> before;
    std::vector<Event> possible;
  };
  const std::vector<Event> every = {Event::SENT,    Event::RECEIVED,     Event::APPROVED,
                                    Event::REFUSED, Event::OBSERVATIONS, Event::SILENCE_ELAPSED};
  const std::vector<Event> answers = {Event::APPROVED, Event::REFUSED, Event::OBSERVATIONS};
  const auto and_answers = [&](std::vector<Event> more) {
    more.insert(more.end(), answers.begin(), answers.end());
    return more;
  };
  const std::vector<Case> cases = {
      {{}, {Event::SENT, Event::RECEIVED}},
      {{Event::SENT}, and_answers({Event::RECEIVED, Event::SILENCE_ELAPSED})},
      {{Event::RECEIVED}, and_answers({Event::SILENCE_ELAPSED})},
      {{Event::SENT, Event::OBSERVATIONS}, and_answers({Event::SENT})},
      {{Event::SENT, Event::REFUSED}, {Event::SENT}},
      {{Event::SENT, Event::SILENCE_ELAPSED}, and_answers({Event::SENT})},
      {{Event::SENT, Event::APPROVED}, {}},
  };
  const auto due = edited_supervision([](auto p) { p.setDeadline(test::day("2026-01-14")); });
  unsigned number = 0;
  for (const Case& one : cases) {
    for (const Event event : every) {
      ASSERT_EQ(codes(draft(++number, wanting({"visa"}))), none());
      for (const Event before : one.before) ASSERT_EQ(codes(supervise(before, due)), none());
      const bool possible = std::find(one.possible.begin(), one.possible.end(), event) != one.possible.end();
      const Outcomes result = supervise(event, due);
      EXPECT_TRUE(possible ? codes(result) == none() : refused(result, Refusal::kImpossible))
          << static_cast<int>(event) << " after " << one.before.size() << " events of draft " << number;
    }
  }
}

TEST_F(AgreementClearance, silence_counts_as_the_checklist_says) {
  const std::vector<std::pair<Silence, bool>> cases = {
      {Silence::APPROVES, true}, {Silence::REFUSES, false}, {Silence::MEANS_NOTHING, false}};
  for (const auto& [silence, obtained] : cases) {
    silence_ = silence;
    const unsigned number = club_.number_of("twin") == 0 ? 1 : twin().getDrafts() + 1U;
    go_to(number == 1 ? "2026-01-15" : number == 2 ? "2026-03-15" : "2026-05-15");
    ASSERT_EQ(codes(draft(number, wanting({"visa", 0, Stage::BEFORE_SIGNATURE, ClearanceKind::VISA, silence, 20}))),
              none());
    ASSERT_EQ(codes(supervise(Event::RECEIVED)), none());
    EXPECT_EQ(step().getAnswerBy(), today() + 20);
    EXPECT_TRUE(refused(supervise(Event::SILENCE_ELAPSED), Refusal::kTimeImpossible, "may answer"));
    club_.set_now(club_.now() + 21 * kDay_ms);
    ASSERT_EQ(codes(supervise(Event::SILENCE_ELAPSED)), none());
    EXPECT_EQ(step().getStatus(), Status::SILENT);
    EXPECT_EQ(is_obtained(step()), obtained) << static_cast<int>(silence);
  }
}

TEST_F(AgreementClearance, each_kind_is_obtained_in_its_own_way) {
  using Kind = ClearanceKind;
  const std::vector<std::tuple<Kind, Event, bool>> cases = {
      {Kind::TRANSMISSION, Event::SENT, true},         {Kind::TRANSMISSION, Event::RECEIVED, true},
      {Kind::TRANSMISSION, Event::REFUSED, false},     {Kind::CONSULTATION, Event::SENT, false},
      {Kind::CONSULTATION, Event::OBSERVATIONS, true}, {Kind::CONSULTATION, Event::REFUSED, true},
      {Kind::VISA, Event::OBSERVATIONS, false},        {Kind::VISA, Event::APPROVED, true},
      {Kind::APPROVAL, Event::RECEIVED, false},        {Kind::APPROVAL, Event::REFUSED, false},
      {Kind::APPROVAL, Event::APPROVED, true},
  };
  unsigned number = 0;
  for (const auto& [kind, event, obtained] : cases) {
    ASSERT_EQ(codes(draft(++number, wanting({"visa", 0, Stage::BEFORE_SIGNATURE, kind}))), none());
    EXPECT_FALSE(is_obtained(step()));
    if (event != Event::SENT && event != Event::RECEIVED) {
      ASSERT_EQ(codes(supervise(Event::SENT)), none());
    }
    ASSERT_EQ(codes(supervise(event)), none());
    EXPECT_EQ(is_obtained(step()), obtained) << number;
  }
}

TEST_F(AgreementClearance, is_told_by_a_secretary_or_by_the_party_whose_step_it_is) {
  draft_with({"visa"});
  EXPECT_TRUE(refused(supervise(Event::SENT, {}, of("timbuktu")), Refusal::kSignatureMissing, "es-semara"));
  EXPECT_EQ(codes(supervise(Event::SENT, {}, of("es-semara"))), none());
}

TEST_F(AgreementClearance, what_makes_no_sense_is_refused) {
  draft_with({"visa"});
  const auto other = edited_supervision([](auto p) { p.setStep("prefect"); });
  EXPECT_TRUE(refused(supervise(Event::SENT, other), Refusal::kUnknownSubject, "prefect"));
  const auto silence = edited_supervision([](auto p) { p.setSilence(Silence::APPROVES); });
  EXPECT_TRUE(refused(supervise(Event::SENT, silence), Refusal::kBadValue, "otherwise"));
  const auto tomorrow = edited_supervision([this](auto p) { test::set_moment(p.getAt(), club_.now() + kDay_ms); });
  EXPECT_TRUE(refused(supervise(Event::SENT, tomorrow), Refusal::kTimeImpossible));
  ASSERT_EQ(codes(supervise(Event::SENT)), none());
  const auto before = edited_supervision([this](auto p) { test::set_moment(p.getAt(), club_.now() - kDay_ms); });
  EXPECT_TRUE(refused(supervise(Event::RECEIVED, before), Refusal::kBadValue, "2026-01-15"));
  EXPECT_TRUE(refused(supervise(Event::SILENCE_ELAPSED), Refusal::kBadValue, "no deadline"));
}

TEST_F(AgreementClearance, once_in_force_there_is_nothing_left_to_obtain) {
  bring_into_force();
  EXPECT_TRUE(refused(supervise(Event::SENT), Refusal::kImpossible, "no new draft"));
}

}  // namespace
}  // namespace jumelage::governance
