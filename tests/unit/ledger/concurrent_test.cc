// Making the register again while others submit.
#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "ledger/ledger_error.h"
#include "ledger_fixture.h"

namespace jumelage::ledger {
namespace {

bool is_busy(const Answer& answer) {
  return !answer && answer.error().is(LedgerError::kBusy);
}

// Says when the writer first looks at it: then a submission is on its way.
class FirstLook final : public Clock {
 public:
  explicit FirstLook(const Clock& clock) : clock_(clock) {}
  UnixMillis now() const override {
    if (!looked_.exchange(true)) first_.set_value();
    return clock_.now();
  }
  void wait() { first_.get_future().wait(); }

 private:
  const Clock& clock_;
  mutable std::atomic<bool> looked_ = false;
  mutable std::promise<void> first_;
};

class Concurrent : public LedgerTest {
 protected:
  void expect_in_log(const std::vector<Bytes>& acts) const {
    const auto snapshot = ledger_->snapshot();
    ASSERT_TRUE(snapshot) << snapshot.error().message();
    ASSERT_EQ(snapshot.value().size().value, 1 + acts.size());
    for (const Bytes& act : acts) {
      std::uint64_t at = 1;
      while (at <= acts.size() && !equal(snapshot.value().entry(EntryIndex{at}).value().sealed.bytes(), act)) ++at;
      EXPECT_LE(at, acts.size()) << "an act is lost";
    }
  }
};

TEST_F(Concurrent, what_is_submitted_while_the_register_is_made_again_is_told_so_at_once) {
  const Bytes act = proposal("park");
  int told = 0;
  const auto rebuilt = ledger_->rebuild([&](std::uint64_t, std::uint64_t) {
    EXPECT_TRUE(is_busy(ledger_->append_one(act)));
    EXPECT_TRUE(ledger_->truncate(TreeSize{1}).error().is(LedgerError::kBusy)) << "one at a time";
    ++told;
  });
  ASSERT_TRUE(rebuilt) << rebuilt.error().message();
  EXPECT_GT(told, 0);
  EXPECT_TRUE(ledger_->append_one(act)) << "and may be submitted afterwards";
}

TEST_F(Concurrent, a_submission_that_waits_for_room_is_recorded_whole_before_the_register_is_made_again) {
  const std::vector<Bytes> acts = proposals("p", 200);
  FirstLook clock(clock_);
  OpenOptions small = options();
  small.clock = &clock;
  small.pipeline.queue_acts = 2;
  reopen(small);
  std::vector<Answer> answers;
  std::thread submitter([&] { answers = ledger_->append(acts); });
  clock.wait();  // two acts are being written, nearly all the others wait for room
  EXPECT_TRUE(ledger_->rebuild());
  submitter.join();
  ASSERT_EQ(answers.size(), acts.size());
  for (const Answer& answer : answers) ASSERT_TRUE(answer) << answer.error().message();
  expect_in_log(acts);
  ledger_.reset();
}

TEST_F(Concurrent, submitters_that_try_again_when_told_busy_lose_nothing_to_rebuilds_and_truncations) {
  constexpr std::size_t kThreads = 4;
  constexpr int kRounds = 20;
  const std::vector<Bytes> acts = proposals("p", 100);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < acts.size(); i += kThreads) {
        Answer answer = ledger_->append_one(acts[i]);
        while (is_busy(answer)) {
          std::this_thread::yield();
          answer = ledger_->append_one(acts[i]);
        }
        if (!answer) ++wrong;
      }
    });
  }
  for (int round = 0; round < kRounds; ++round) {
    EXPECT_TRUE(ledger_->rebuild());
    EXPECT_TRUE(ledger_->truncate(TreeSize{1'000}).error().is(LedgerError::kOutOfRange)) << "and goes on after that";
    EXPECT_TRUE(ledger_->rebuild());
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  expect_in_log(acts);
}

}  // namespace
}  // namespace jumelage::ledger
