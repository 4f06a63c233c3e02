// Acts that are recorded together or not at all.
#include <algorithm>

#include "ledger/ledger_error.h"
#include "ledger_fixture.h"

namespace jumelage::ledger {
namespace {

class Together : public LedgerTest {
 protected:
  // A proposal with a text that nobody brought: the rules find nothing, the ledger does.
  Bytes without_document(const std::string& id) {
    const auto draft = club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
      auto tabled = act.initProposalTabled();
      tabled.setId(id.c_str());
      tabled.setBody("cci");
      test::set_title(tabled.initTitle(1), "Convention");
      test::set_document(tabled.initTexts(1)[0], "a text that nobody brought");
    });
    EXPECT_TRUE(club_.record(draft));
    return bytes_of(club_.seal(draft));
  }
  static bool went_with_others(const Answer& answer) {
    return !answer && answer.error().is(LedgerError::kRefusedTogether);
  }
};

TEST_F(Together, acts_in_order_are_recorded_one_after_the_other) {
  const auto answers = ledger_->append_together(proposals("p", 5));
  for (std::size_t i = 0; i < answers.size(); ++i) {
    ASSERT_TRUE(answers[i]) << answers[i].error().message();
    EXPECT_EQ(answers[i].value().index.value, i + 1);
  }
  const Digest live = register_digest();
  ASSERT_TRUE(ledger_->rebuild());
  EXPECT_EQ(register_digest(), live);
}

TEST_F(Together, one_refused_act_leaves_no_trace_of_any) {
  const Head before = head();
  const Digest tables = register_digest();
  std::vector<Bytes> acts = proposals("p", 2);
  acts.push_back(without_document("q"));
  acts.push_back(proposal("r"));
  const auto answers = ledger_->append_together(std::move(acts));
  ASSERT_EQ(answers.size(), 4U);
  EXPECT_TRUE(answers[2].error().is(LedgerError::kDocumentMissing)) << answers[2].error().message();
  for (const std::size_t i : {0U, 1U, 3U}) EXPECT_TRUE(went_with_others(answers[i])) << i;
  EXPECT_EQ(head().size, before.size);
  EXPECT_EQ(head().root, before.root);
  EXPECT_EQ(register_digest(), tables);
}

TEST_F(Together, an_act_that_cannot_be_read_refuses_the_others) {
  std::vector<Bytes> acts = proposals("p", 3);
  acts[1] = Bytes{1, 2, 3};
  const auto answers = ledger_->append_together(std::move(acts));
  EXPECT_TRUE(went_with_others(answers[0]) && went_with_others(answers[2]));
  EXPECT_FALSE(answers[1]);
  EXPECT_FALSE(went_with_others(answers[1]));
  EXPECT_EQ(head().size.value, 1U);
}

TEST_F(Together, a_forged_signature_refuses_the_others) {
  std::vector<Bytes> acts = proposals("p", 3);
  acts[2].back() ^= 1U;
  const auto answers = ledger_->append_together(std::move(acts));
  EXPECT_TRUE(std::none_of(answers.begin(), answers.end(), [](const Answer& one) { return one.has_value(); }));
  EXPECT_EQ(head().size.value, 1U);
}

TEST_F(Together, what_is_refused_does_not_keep_others_of_the_same_batch_from_being_recorded) {
  std::vector<Bytes> alone = proposals("alone", 40);
  std::vector<Bytes> refused;
  refused.push_back(alone.front());  // a duplicate of the first
  refused.push_back(proposal("never"));
  std::vector<Answer> first;
  ledger_->submit(std::move(alone), [&](std::vector<Answer> answers) { first = std::move(answers); });
  const auto none = ledger_->append_together(std::move(refused));
  EXPECT_FALSE(none[0]);
  EXPECT_TRUE(went_with_others(none[1]));
  ASSERT_EQ(first.size(), 40U);
  for (const Answer& answer : first) EXPECT_TRUE(answer) << answer.error().message();
  EXPECT_EQ(head().size.value, 41U);
}

TEST_F(Together, a_founding_and_what_follows_it_are_one) {
  // The club's acts fit any ledger that begins with its founding act.
  std::filesystem::create_directory(folder_ / "other");
  auto created = Ledger::create(folder_ / "other" / "ledger", options());
  ASSERT_TRUE(created);
  for (const std::string& content : test::Club::founding_documents())
    ASSERT_TRUE(created.value()->put_document(as_bytes(content)));
  std::vector<Bytes> acts;
  acts.push_back(bytes_of(club_.founding_sealed()));
  acts.push_back(proposal("first"));
  for (const Answer& answer : created.value()->append_together(std::move(acts)))
    EXPECT_TRUE(answer) << answer.error().message();
}

TEST_F(Together, more_acts_than_the_queue_holds_are_refused) {
  OpenOptions narrow = options();
  narrow.pipeline.queue_acts = 2;
  reopen(narrow);
  const auto answers = ledger_->append_together(proposals("p", 3));
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_TRUE(answers[0].error().is(LedgerError::kTooMany));
}

}  // namespace
}  // namespace jumelage::ledger
