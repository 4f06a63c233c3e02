// Whatever acts are made, the register stays a lawful one, and the same acts make it again.
//
// The seeds are fixed, so that every run tests the same; RULES_SEED=n tries another one.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "property/random_council.h"
#include "property/register_laws.h"

namespace jumelage::test {
namespace {

constexpr std::size_t kActs = 1'500;

std::vector<std::uint64_t> seeds() {
  if (const char* chosen = std::getenv("RULES_SEED")) return {std::strtoull(chosen, nullptr, 10)};
  return {1, 2, 3, 4, 5, 6};
}

class Rules : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  Rules() : council(GetParam()) {
    std::printf("seed %llu\n", static_cast<unsigned long long>(GetParam()));
    for (std::size_t i = 0; i < kActs; ++i) council.step();
  }
  const governance::Register& reg() const { return council.club().reg(); }

  RandomCouncil council;
};

TEST_P(Rules, LeaveALawfulRegisterWhateverActsAreMade) {
  EXPECT_EQ(ids_and_numbers(reg()), Broken{});
  EXPECT_EQ(session_numbers(reg()), Broken{});
  EXPECT_EQ(definitive_numbers(reg()), Broken{});
  EXPECT_EQ(closed_sessions(reg()), Broken{});
  EXPECT_EQ(standing_votes(reg()), Broken{});
  EXPECT_EQ(flags(reg()), Broken{});
  EXPECT_EQ(quorums(reg()), Broken{});
}

TEST_P(Rules, MakeTheSameRegisterOfTheSameActsAgain) {
  governance::MemoryRegister again;
  ClubHistory history;
  LedgerId ledger;
  UnixMillis previous = Club::kFoundedAt;
  for (std::size_t i = 0; i < council.recorded().size(); ++i) {
    const RandomCouncil::Recorded& recorded = council.recorded()[i];
    const auto act = event::Act::parse(recorded.act);
    ASSERT_TRUE(act) << act.error().message();
    if (i == 0) ledger = council.club().ledger_id();
    const governance::Place place{.index = EntryIndex{i},
                                  .sequenced_at = recorded.sequenced_at,
                                  .ledger_id = ledger,
                                  .previous_at = previous,
                                  .history = &history};
    governance::Effects effects;
    const auto judged = governance::judge(again, place, act.value(), effects);
    ASSERT_TRUE(judged) << "act " << i << ": " << judged.error().message();
    EXPECT_EQ(effects.assigned, recorded.assigned) << "act " << i;
    again.apply(effects);
    history.add(recorded.act, recorded.sequenced_at);
    previous = recorded.sequenced_at;
  }
  EXPECT_EQ(again, council.club().reg());
}

TEST_P(Rules, RecordNoCorrectionThatChangesNothing) {
  EXPECT_GT(council.idle(), 0U);
  for (std::size_t i = 0; i < council.recorded().size(); ++i) {
    const auto act = event::Act::parse(council.recorded()[i].act);
    ASSERT_TRUE(act) << act.error().message();
    if (!act.value().reader().isRecordCorrected()) continue;
    for (const auto one : act.value().reader().getRecordCorrected().getCorrections())
      EXPECT_FALSE(one.hasWas() && one.getWas() == one.getIs()) << "act " << i << ": " << one.getField().cStr();
  }
}

// Else the laws would hold of councils that do nothing.
TEST_P(Rules, AreTriedByActsOfManyKindsRightAndWrong) {
  EXPECT_GE(council.kinds().size(), 15U);
  EXPECT_GE(council.refused(), kActs / 10);
  EXPECT_GE(council.recorded().size(), kActs / 4);
  for (const auto kind : {event::Kind::VOTE_RECORDED, event::Kind::DECISION_RECORDED, event::Kind::SESSION_CLOSED,
                          event::Kind::RECORD_CORRECTED})
    EXPECT_TRUE(council.kinds().contains(kind)) << event::kind_name(kind);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Rules, ::testing::ValuesIn(seeds()));

}  // namespace
}  // namespace jumelage::test
