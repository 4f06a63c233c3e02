// What submitters are told when the machine does not do its part.
#include "faulty_machine.h"
#include "ledger/ledger_error.h"
#include "ledger_fixture.h"

namespace jumelage::ledger {
namespace {

using test::DiskFails;
using test::NoMemoryElsewhere;

class Fault : public LedgerTest {
 protected:
  static bool is_refusal(const Answer& answer) { return !answer && answer.error().code().starts_with("refused."); }
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

}  // namespace
}  // namespace jumelage::ledger
