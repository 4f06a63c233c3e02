// The same acts make the same register, on any machine and in any order of asking.
#include "unit/governance/club_test_support.h"

#include "governance/subjects.h"

namespace jumelage::governance {
namespace {

void live_a_little(Club& club) {
  club.grant_mandate("timbuktu-2", "timbuktu");
  club.enrol_key("timbuktu-2");
  club.grant_mandate("vijayawada-2", "vijayawada", "partners");
}

TEST(Replay, TheSameActsMakeTheSameRegister) {
  Club first;
  Club second;
  EXPECT_EQ(first.reg(), second.reg());
  live_a_little(first);
  EXPECT_NE(first.reg(), second.reg());
  live_a_little(second);
  EXPECT_EQ(first.reg(), second.reg());
}

TEST(Replay, ARefusedActLeavesNoTrace) {
  Club club;
  const MemoryRegister before = club.reg();
  const auto refusal = club.record({Club::secretary()}, [](ActBuilder act) {
    auto payload = act.initPersonRegistered();
    payload.setId("p-1");
    test::set_document(payload.initDocument(), "x", schema::DocumentRef::Role::PERSONAL, true);
  });
  ASSERT_TRUE(refused(refusal, Refusal::kIdTaken));
  EXPECT_EQ(club.reg(), before);
}

TEST(Replay, JudgingChangesNothingAndGivesTheSameEffectsAgain) {
  Club club;
  const event::ActBuilder act = club.draft({Club::secretary()}, [](ActBuilder builder) {
    auto payload = builder.initPersonRegistered();
    payload.setId("p-9");
    test::set_document(payload.initDocument(), "x", schema::DocumentRef::Role::PERSONAL, true);
  });
  const MemoryRegister before = club.reg();
  MemoryRegister once;
  MemoryRegister twice;
  const auto first = club.judge(act);
  const auto second = club.judge(act);
  ASSERT_TRUE(recorded(first));
  ASSERT_TRUE(recorded(second));
  once.apply(first.value());
  twice.apply(second.value());
  EXPECT_EQ(once, twice);
  EXPECT_EQ(club.reg(), before);
}

TEST(Replay, EarlierStatesStayReadable) {
  Club club;
  const Number member = club.number_of("timbuktu");
  ASSERT_TRUE(recorded(club.record({Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")}, [](ActBuilder act) {
    auto payload = act.initMemberChanged();
    payload.setId("timbuktu");
    payload.setStanding(schema::MemberChanged::Standing::WITHDRAWN);
    payload.setVotingRight(true);
    payload.setFeesInOrder(true);
    payload.setReason("leaves");
  })));
  const auto at = [&](std::uint64_t position) {
    const Row<schema::SubjectRow> row(club.reg().floor(Table::kRows, row_key(member, position))->value);
    return row.reader().getMember().getStanding();
  };
  EXPECT_EQ(at(0), schema::MemberChanged::Standing::ACTIVE);
  EXPECT_EQ(at(1), schema::MemberChanged::Standing::WITHDRAWN);
}

TEST(Replay, AnActIsJudgedByTheStateBeforeItsOwnPosition) {
  Club club;
  const auto moves = [](const char* to) {
    return [to](ActBuilder act) {
      auto payload = act.initMemberChanged();
      payload.setId("timbuktu");
      test::set_name(payload.initProfile().initNames(1), to);
      payload.getProfile().setCountry("ML");
      payload.setVotingRight(true);
      payload.setFeesInOrder(true);
      payload.setReason("renamed");
    };
  };
  const std::vector<Signs> signers = {Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")};
  const event::ActBuilder other = club.draft(signers, moves("Tumbutu"));
  const UnixMillis now = club.now();
  ASSERT_TRUE(recorded(club.record(signers, moves("Tombouctou"))));
  ASSERT_TRUE(refused(club.judge(other), Refusal::kSubjectMovedOn));
  // At position 1 again, with a register that has gone on: what happened there is not seen.
  const event::Act act = std::move(event::Act::parse(other.canonical())).value();
  Effects effects;
  const auto again = judge(club.reg(), {EntryIndex{1}, now, club.ledger_id()}, act, effects);
  EXPECT_TRUE(again.has_value()) << again.error().message();
}

TEST(Replay, EveryActIsFoundByItsIdAndTime) {
  Club club;
  const event::ActBuilder draft = club.draft({Club::secretary()}, [](ActBuilder builder) {
    auto payload = builder.initPersonRegistered();
    payload.setId("p-9");
    test::set_document(payload.initDocument(), "x", schema::DocumentRef::Role::PERSONAL, true);
  });
  const event::Act act = std::move(event::Act::parse(draft.canonical())).value();
  const Key key = act_key(act.reader().getRecordedAt().getUtc(), act.id());
  EXPECT_FALSE(club.reg().get(Table::kActs, key).has_value());
  ASSERT_TRUE(recorded(club.record(draft)));
  const auto found = club.reg().get(Table::kActs, key);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(read_big_endian(found->first(8)), 1U);
  EXPECT_TRUE(equal(found->subspan(8), act.id().view().subspan(8)));
  EXPECT_EQ(newest_act_on(club.reg(), "p-9")->id, act.id());
}

TEST(Replay, ARegisterThatCannotBeReadIsAFaultAndNoAnswer) {
  const Club club;
  const event::ActBuilder draft = club.draft({Club::secretary()}, [](ActBuilder builder) {
    auto payload = builder.initPersonRegistered();
    payload.setId("p-9");
    test::set_document(payload.initDocument(), "x", schema::DocumentRef::Role::PERSONAL, true);
  });
  const event::Act act = std::move(event::Act::parse(draft.canonical())).value();
  for (const Bytes& damage : {Bytes(3, 0), Bytes(8, 0xff), Bytes{}}) {
    MemoryRegister damaged = club.reg();
    damaged.put(Table::kRows, row_key(club.number_of("cci-secretary"), 0), damage);
    Effects effects;
    EXPECT_THROW((void)judge(damaged, {EntryIndex{1}, club.now(), club.ledger_id()}, act, effects), RegisterFault);
  }
}

}  // namespace
}  // namespace jumelage::governance
