// International commitments: registered by an expert and a secretary, and how they stand.
#include "agreement_fixture.h"

namespace jumelage::governance {
namespace {

using State = schema::CommitmentChanged::State;

class CommitmentRules : public Agreement {
 protected:
  static Signers expert_and_secretary() { return {Club::mandate("expert-1"), Club::secretary()}; }

  Outcomes enter_commitment(const Spoil& spoil = {}, const Signers& signers = expert_and_secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initCommitmentRegistered();
          p.setId("heritage-1972");
          test::set_title(p.initTitle(1), "Patrimoine mondial");
          p.initSource().setScheme("unts");
          p.getSource().setValue("15511");
          p.initBinds(1).set(0, "timbuktu");
          p.setFrom(test::day("2000-01-01"));
          test::set_document(p.initTexts(1)[0], "convention");
        },
        spoil);
  }
  Outcomes stand(State state, const char* from, const Signers& signers = expert_and_secretary()) {
    return record(signers, [&](schema::Act::Builder act) {
      auto p = act.initCommitmentChanged();
      p.setId("heritage-1972");
      p.setState(state);
      p.setFrom(test::day(from));
    });
  }
  schema::CommitmentState::Reader commitment() { return row("heritage-1972").getCommitment(); }
};

TEST_F(CommitmentRules, a_legal_expert_and_a_secretary_register_it) {
  EXPECT_TRUE(refused(enter_commitment({}, secretary()), Refusal::kSignatureMissing, "legal expert"));
  EXPECT_TRUE(refused(enter_commitment({}, {Club::mandate("expert-1")}), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(enter_commitment({}, both()), Refusal::kSignatureMissing, "legal expert"));
  ASSERT_EQ(codes(enter_commitment()), none());
  EXPECT_EQ(commitment().getStatus(), State::IN_FORCE);
  EXPECT_EQ(commitment().getBinds()[0], club_.number_of("timbuktu"));
  EXPECT_EQ(commitment().getFrom(), test::day("2000-01-01"));
}

TEST_F(CommitmentRules, what_makes_no_sense_is_refused) {
  const auto edited_commitment = [](const std::function<void(schema::CommitmentRegistered::Builder)>& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getCommitmentRegistered()); };
  };
  EXPECT_TRUE(refused(enter_commitment(edited_commitment([](auto p) { p.getBinds().set(0, "nobody"); })),
                      Refusal::kUnknownSubject, "nobody"));
  EXPECT_TRUE(refused(enter_commitment(edited_commitment([](auto p) { p.getBinds().set(0, "cci"); })),
                      Refusal::kWrongKind, "cci"));
  EXPECT_TRUE(refused(enter_commitment(edited_commitment([](auto p) { p.setUntil(p.getFrom() - 1); })),
                      Refusal::kBadValue, "before it begins"));
  EXPECT_TRUE(refused(enter_commitment(edited_commitment([](auto p) { p.setId("cci"); })), Refusal::kIdTaken));
  EXPECT_TRUE(refused(stand(State::SUSPENDED, "2026-01-15"), Refusal::kUnknownSubject, "heritage-1972"));
}

TEST_F(CommitmentRules, its_states_follow_one_another_until_it_has_ended) {
  ASSERT_EQ(codes(enter_commitment()), none());
  EXPECT_TRUE(refused(stand(State::IN_FORCE, "2026-01-15"), Refusal::kImpossible, "already"));
  for (const State to : {State::SUSPENDED, State::RESERVED, State::IN_FORCE, State::RESERVED, State::SUSPENDED,
                         State::IN_FORCE, State::ENDED}) {
    ASSERT_EQ(codes(stand(to, "2026-01-15")), none()) << static_cast<int>(to);
    EXPECT_EQ(commitment().getStatus(), to);
    EXPECT_TRUE(refused(stand(to, "2026-01-15"), Refusal::kImpossible, "already"));
  }
  for (const State to : {State::IN_FORCE, State::SUSPENDED, State::RESERVED})
    EXPECT_TRUE(refused(stand(to, "2026-01-15"), Refusal::kImpossible, "ended")) << static_cast<int>(to);
}

TEST_F(CommitmentRules, a_change_is_signed_by_both_on_a_possible_day) {
  ASSERT_EQ(codes(enter_commitment()), none());
  EXPECT_TRUE(refused(stand(State::SUSPENDED, "2026-01-15", secretary()), Refusal::kSignatureMissing, "expert"));
  EXPECT_TRUE(refused(stand(State::SUSPENDED, "2026-01-16"), Refusal::kTimeImpossible, "record it then"));
  EXPECT_TRUE(refused(stand(State::SUSPENDED, "1999-12-31"), Refusal::kBadValue, "before that"));
}

TEST_F(CommitmentRules, an_end_may_be_known_before_its_day) {
  ASSERT_EQ(codes(enter_commitment()), none());
  ASSERT_EQ(codes(stand(State::ENDED, "2026-07-01")), none());
  EXPECT_EQ(commitment().getStatus(), State::IN_FORCE);
  EXPECT_EQ(commitment().getUntil(), test::day("2026-06-30"));
}

}  // namespace
}  // namespace jumelage::governance
