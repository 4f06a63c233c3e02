// The acts that benchmarks are fed with: what is measured must be the life of a council, not a row of refusals.
#include "support/council_workload.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "event/identity.h"
#include "governance/judge.h"
#include "governance/memory_register.h"

namespace jumelage::test {
namespace {

// A ledger's judgement of sealed acts, one behind the other.
class Judgement {
 public:
  // Returns the act's findings, as kind and code; a refusal fails the test.
  std::vector<std::string> judge(ByteView sealed) {
    const auto parsed = event::SealedAct::parse(sealed);
    const event::Act& act = parsed.value().act();
    if (size_ == 0) ledger_ = event::ledger_id_of(act.bytes());
    governance::Effects effects;
    const governance::Place place{.index = EntryIndex{size_},
                                  .sequenced_at = act.reader().getRecordedAt().getUtc(),
                                  .ledger_id = ledger_,
                                  .history = &history_};
    const auto judged = governance::judge(register_, place, act, effects);
    EXPECT_TRUE(judged.has_value()) << event::kind_name(act.kind()) << ": " << judged.error().message();
    if (!judged) return {};
    register_.apply(effects);
    history_.add({act.bytes().begin(), act.bytes().end()}, place.sequenced_at);
    ++size_;
    std::vector<std::string> codes;
    for (const governance::Finding& finding : effects.findings)
      codes.push_back(fmt::format("{} {}", event::kind_name(act.kind()), finding.code));
    return codes;
  }

 private:
  governance::MemoryRegister register_;
  ClubHistory history_;
  LedgerId ledger_;
  std::uint64_t size_ = 0;
};

// Two committees' time and a bit.
constexpr std::size_t kEnough = 2'500;

TEST(CouncilWorkload, a_ledger_takes_every_act_and_finds_only_what_is_meant_to_be_irregular) {
  CouncilWorkload workload;
  Judgement judgement;
  std::set<std::string> found;
  for (const Bytes& act : workload.foundation()) EXPECT_TRUE(judgement.judge(act).empty());
  for (const Bytes& act : workload.packets(kEnough)) {
    for (const std::string& code : judgement.judge(act)) found.insert(code);
    if (HasFailure()) return;
  }
  EXPECT_EQ(found,
            (std::set<std::string>{"voteRecorded vote.announced_differs", "decisionRecorded decision.outcome_differs",
                                   "decisionRecorded decision.vote_irregular"}));
}

TEST(CouncilWorkload, covers_most_of_the_catalogue) {
  CouncilWorkload workload;
  workload.singles(kEnough);
  EXPECT_GE(workload.kinds().size(), 48U);
}

}  // namespace
}  // namespace jumelage::test
