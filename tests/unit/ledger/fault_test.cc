// What submitters are told when the machine does not do its part.
#include "faulty_machine.h"

#include <atomic>
#include <future>
#include <stdexcept>

#include "ledger/ledger_error.h"
#include "damage.h"
#include "ledger_fixture.h"

namespace jumelage::ledger {
namespace {

using test::DiskFails;
using test::NoMemoryElsewhere;

// Throws what no rule and no store ever throws, until it is healed.
class ThrowingClock final : public Clock {
 public:
  explicit ThrowingClock(const Clock& clock) : clock_(clock) {}
  UnixMillis now() const override { return healed_ ? clock_.now() : throw 42; }
  void heal() const { healed_ = true; }

 private:
  const Clock& clock_;
  mutable std::atomic<bool> healed_ = false;
};

class Fault : public LedgerTest {
 protected:
  static bool is_refusal(const Answer& answer) { return !answer && answer.error().code().starts_with("refused."); }
  static bool needs_reopen(const Answer& answer) { return !answer && answer.error().is(LedgerError::kNeedsReopen); }
};

TEST_F(Fault, a_refusal_that_depends_on_nothing_that_was_lost_is_told_although_the_commit_fails) {
  const Bytes known = proposal("known");
  ASSERT_TRUE(ledger_->append_one(known));
  const Bytes fresh = proposal("fresh");
  std::vector<Answer> answers;
  {
    const DiskFails broken;
    answers = ledger_->append({known, fresh, fresh});
  }
  ASSERT_EQ(answers.size(), 3U);
  ASSERT_TRUE(is_refusal(answers[0])) << "it is in the log, whatever the disk says";
  EXPECT_TRUE(answers[0].error().is(governance::Refusal::kDuplicate)) << answers[0].error().message();
  EXPECT_FALSE(answers[1]);
  EXPECT_FALSE(is_refusal(answers[1])) << "nothing is wrong with the act";
  EXPECT_FALSE(answers[2]);
  EXPECT_FALSE(is_refusal(answers[2])) << "it is a duplicate only of an act that was not recorded";
}

TEST_F(Fault, what_is_thrown_while_writing_is_answered_and_nothing_is_written_until_the_ledger_is_opened_again) {
  const std::vector<Bytes> acts = proposals("p", 3);
  {
    auto with_fault = options();
    const ThrowingClock clock(clock_);
    with_fault.clock = &clock;
    reopen(with_fault);
    const auto answers = ledger_->append({acts[0], acts[1]});
    ASSERT_EQ(answers.size(), 2U);
    for (const Answer& answer : answers) EXPECT_TRUE(needs_reopen(answer));
    clock.heal();
    EXPECT_TRUE(needs_reopen(ledger_->append_one(acts[2]))) << "what is in memory may be ahead of the disk";
    EXPECT_TRUE(ledger_->snapshot()) << "reading goes on";
    ledger_.reset();
  }
  reopen();
  for (const Answer& answer : ledger_->append(acts)) EXPECT_TRUE(answer) << answer.error().message();
}

TEST_F(Fault, a_submitter_that_throws_at_its_answers_keeps_nobody_else_from_theirs) {
  const std::vector<Bytes> acts = proposals("p", 2);
  std::promise<Answer> second;
  ledger_->submit({acts[0]}, [](const std::vector<Answer>&) { throw std::runtime_error("cannot take it"); });
  ledger_->submit({acts[1]}, [&](std::vector<Answer> answers) { second.set_value(std::move(answers.front())); });
  const Answer answer = second.get_future().get();
  EXPECT_TRUE(answer || needs_reopen(answer)) << "recorded when both were of one batch";
  EXPECT_TRUE(needs_reopen(ledger_->append_one(proposal("after"))));
  reopen();
  EXPECT_TRUE(ledger_->append_one(proposal("later")));
}

TEST_F(Fault, without_memory_for_the_threads_submitters_are_answered) {
  const std::vector<Bytes> acts = proposals("p", 3);
  std::vector<Answer> answers;
  {
    const NoMemoryElsewhere none;
    answers = ledger_->append({acts[0], acts[1]});
  }
  ASSERT_EQ(answers.size(), 2U);
  for (const Answer& answer : answers) EXPECT_FALSE(answer);
  EXPECT_TRUE(needs_reopen(ledger_->append_one(acts[2])));
  reopen();
  for (const Answer& answer : ledger_->append(acts)) EXPECT_TRUE(answer) << answer.error().message();
}

TEST_F(Fault, without_memory_for_checking_the_log_a_rebuild_leaves_the_register_as_it_was) {
  ledger_->append(proposals("p", 5));
  const Digest live = register_digest();
  {
    const NoMemoryElsewhere none;
    const auto rebuilt = ledger_->rebuild();
    ASSERT_FALSE(rebuilt);
    EXPECT_TRUE(rebuilt.error().is(LedgerError::kNeedsReopen)) << rebuilt.error().message();
  }
  EXPECT_EQ(register_digest(), live);
  EXPECT_TRUE(ledger_->append_one(proposal("after")));
}

TEST_F(Fault, without_memory_for_reading_ahead_an_interrupted_rebuild_is_finished_at_a_later_opening) {
  ledger_->append(proposals("p", 5));
  const Digest live = register_digest();
  Damage(*ledger_).leave_register_at(0);
  ledger_.reset();
  {
    const NoMemoryElsewhere none;
    const auto opened = Ledger::open(folder_ / "ledger", options());
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().is(LedgerError::kNeedsReopen)) << opened.error().message();
  }
  reopen();
  EXPECT_EQ(register_digest(), live);
}

}  // namespace
}  // namespace jumelage::ledger
