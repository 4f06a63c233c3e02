#include <algorithm>
#include <atomic>
#include <thread>

#include "ledger/ledger_error.h"
#include "ledger/sequencing.h"
#include "ledger_fixture.h"
#include "merkle/hash.h"
#include "merkle/proof.h"

namespace jumelage::ledger {
namespace {

using Append = LedgerTest;

TEST_F(Append, acts_take_their_places_in_the_order_submitted) {
  const std::vector<Bytes> acts = proposals("p", 40);
  const std::vector<Answer> answers = ledger_->append(acts);
  ASSERT_EQ(answers.size(), acts.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    ASSERT_TRUE(answers[i]) << answers[i].error().message();
    EXPECT_EQ(answers[i].value().index.value, i + 1);
  }
  const auto snapshot = ledger_->snapshot();
  for (std::size_t i = 0; i < acts.size(); ++i)
    EXPECT_TRUE(equal(snapshot.value().entry(EntryIndex{i + 1}).value().sealed.bytes(), acts[i]));
}

TEST_F(Append, what_was_recorded_is_there_after_reopening) {
  const auto answer = ledger_->append_one(proposal("park"));
  ASSERT_TRUE(answer);
  const Head before = head();
  const Digest tables = register_digest();
  reopen();
  EXPECT_EQ(head().size, before.size);
  EXPECT_EQ(head().root, before.root);
  EXPECT_EQ(register_digest(), tables);
}

TEST_F(Append, the_root_is_that_of_the_stored_bytes_and_every_entry_has_a_proof) {
  ledger_->append(proposals("p", 300));
  const auto snapshot = ledger_->snapshot();
  const TreeSize size = snapshot.value().size();
  const Digest root = snapshot.value().root().value();
  for (std::uint64_t i = 0; i < size.value; i += 37) {
    const Bytes entry = snapshot.value().entry_bytes(EntryIndex{i}).value();
    const auto proof = snapshot.value().inclusion_proof(EntryIndex{i}, size).value();
    EXPECT_TRUE(merkle::verify_inclusion(EntryIndex{i}, size, merkle::leaf_hash(entry), proof, root)) << i;
  }
}

TEST_F(Append, a_refused_act_takes_no_place_and_does_not_stop_the_others) {
  std::vector<Bytes> acts = proposals("p", 3);
  acts.insert(acts.begin() + 1, Bytes{1, 2, 3});
  const auto answers = ledger_->append(acts);
  EXPECT_TRUE(answers[0]);
  EXPECT_FALSE(answers[1]);
  EXPECT_EQ(answers[2].value().index.value, 2U);
  EXPECT_EQ(answers[3].value().index.value, 3U);
  EXPECT_EQ(head().size.value, 4U);
}

TEST_F(Append, the_same_act_twice_is_a_duplicate_with_its_own_reason) {
  const Bytes act = proposal("park");
  ASSERT_TRUE(ledger_->append_one(act));
  const auto again = ledger_->append_one(act);
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(governance::Refusal::kDuplicate)) << again.error().message();
}

TEST_F(Append, a_changed_signature_is_refused) {
  Bytes act = proposal("park");
  const auto signature = event::SealedAct::parse(act).value().signatures()[0].signature;
  const auto at = std::search(act.begin(), act.end(), signature.begin(), signature.end());
  ASSERT_NE(at, act.end());
  *at ^= 1;
  const auto refused = ledger_->append_one(act);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(event::EventError::kBadSignature)) << refused.error().message();
  EXPECT_EQ(head().size.value, 1U);
}

TEST_F(Append, a_key_enrolled_and_used_in_one_batch_is_known_by_then) {
  const auto enrol = club_.draft({test::Club::administrator("timbuktu"), test::Club::administrator("vijayawada"),
                                  test::Club::possession("spare-of-the-secretary")},
                                 [](schema::Act::Builder act) {
                                   auto key = act.initKeyEnrolled();
                                   const KeyId id = test::Club::key_id("spare-of-the-secretary");
                                   key.setKey({id.bytes.data(), id.bytes.size()});
                                   key.setPurpose(schema::KeyEnrolled::Purpose::SPARE);
                                   key.setHolder("secretary-1");
                                 });
  ASSERT_TRUE(club_.record(enrol));
  const auto tabled = club_.draft({{"spare-of-the-secretary", schema::Capacity::OFFICE, "cci-secretary"}},
                                  [](schema::Act::Builder act) {
                                    auto proposal = act.initProposalTabled();
                                    proposal.setId("park");
                                    proposal.setBody("cci");
                                    test::set_title(proposal.initTitle(1), "Un parc");
                                  });
  ASSERT_TRUE(club_.record(tabled));
  const auto answers = ledger_->append({bytes_of(club_.seal(enrol)), bytes_of(club_.seal(tabled))});
  ASSERT_TRUE(answers[0]) << answers[0].error().message();
  EXPECT_TRUE(answers[1]) << answers[1].error().message();
}

TEST_F(Append, many_submitters_at_once_each_get_the_place_of_their_own_act) {
  constexpr int kThreads = 8;
  constexpr int kEach = 25;
  std::vector<std::vector<Bytes>> acts;
  for (int t = 0; t < kThreads; ++t) acts.push_back(proposals("t" + std::to_string(t) + "-", kEach));
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (const Bytes& act : acts[static_cast<std::size_t>(t)]) {
        const auto answer = ledger_->append_one(act);
        if (!answer) {
          ++wrong;
          continue;
        }
        const auto snapshot = ledger_->snapshot();
        if (!equal(snapshot.value().entry(answer.value().index).value().sealed.bytes(), act)) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(head().size.value, 1U + kThreads * kEach);
}

TEST_F(Append, sequencing_time_never_decreases_even_when_the_clock_does) {
  ASSERT_TRUE(ledger_->append_one(proposal("a")));
  const UnixMillis later = club_.now();
  const Bytes next = proposal("b");
  club_.set_now(later - kMostClockBehind_ms);  // the machine's clock was set back
  ASSERT_TRUE(ledger_->append_one(next)) << "an act a little ahead of the clock is judged at the log's time";
  const auto snapshot = ledger_->snapshot();
  EXPECT_GE(snapshot.value().entry(EntryIndex{2}).value().sequenced_at,
            snapshot.value().entry(EntryIndex{1}).value().sequenced_at);
}

TEST_F(Append, a_clock_far_behind_the_log_stops_recording_and_both_times_are_said) {
  const Answer before = ledger_->append_one(proposal("a"));
  ASSERT_TRUE(before);
  const Bytes next = proposal("b");
  const UnixMillis right = club_.now();
  club_.set_now(0);
  const Answer refused = ledger_->append_one(next);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(LedgerError::kClockBehind));
  for (const std::string& said :
       {format_utc(before.value().sequenced_at), format_utc(clock_.now()), std::string("--clock-behind")})
    EXPECT_NE(refused.error().message().find(said), std::string::npos) << said << " in " << refused.error().message();
  EXPECT_TRUE(ledger_->check_clock().error().is(LedgerError::kClockBehind));
  EXPECT_EQ(head().size.value, 2U);

  club_.set_now(right);
  EXPECT_TRUE(ledger_->check_clock());
  EXPECT_TRUE(ledger_->append_one(next)) << "once the clock is right";
}

TEST_F(Append, a_clock_far_behind_can_be_accepted_and_time_stands_still) {
  const UnixMillis right = club_.now();
  const Bytes next = proposal("b");
  club_.set_now(right + 86'400'000);  // set a day ahead by mistake, and acts recorded
  const Answer ahead = ledger_->append_one(proposal("a"));
  ASSERT_TRUE(ahead);
  club_.set_now(right);
  OpenOptions accepting = options();
  accepting.accept_clock_behind = true;
  reopen(accepting);
  EXPECT_TRUE(ledger_->check_clock());
  const Answer recorded = ledger_->append_one(next);
  ASSERT_TRUE(recorded) << recorded.error().message();
  EXPECT_EQ(recorded.value().sequenced_at, ahead.value().sequenced_at);
}

TEST_F(Append, an_act_that_names_a_document_nobody_brought_is_refused_until_it_is_there) {
  const std::string text = "Texte de la convention";
  const auto draft = club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
    auto tabled = act.initProposalTabled();
    tabled.setId("convention");
    tabled.setBody("cci");
    test::set_title(tabled.initTitle(1), "Convention");
    test::set_document(tabled.initTexts(1)[0], text);
  });
  const Bytes act = bytes_of(club_.seal(draft));
  const auto refused = ledger_->append_one(act);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(LedgerError::kDocumentMissing)) << refused.error().message();
  ASSERT_TRUE(ledger_->put_document(as_bytes(text)));
  EXPECT_TRUE(ledger_->append_one(act));
}

TEST_F(Append, an_act_that_gives_a_document_another_size_than_it_has_is_refused) {
  const std::string text = "Texte de la convention";
  ASSERT_TRUE(ledger_->put_document(as_bytes(text)));
  const auto draft = club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
    auto tabled = act.initProposalTabled();
    tabled.setId("convention");
    tabled.setBody("cci");
    test::set_title(tabled.initTitle(1), "Convention");
    test::set_document(tabled.initTexts(1)[0], text);
    tabled.getTexts()[0].setSize(text.size() + 1);
  });
  const auto refused = ledger_->append_one(bytes_of(club_.seal(draft)));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(LedgerError::kDocumentDiffers)) << refused.error().message();
}

TEST_F(Append, a_ledger_opened_to_read_takes_nothing_and_says_so) {
  const Bytes act = proposal("park");
  ledger_.reset();
  auto reading = Ledger::open_to_read(folder_ / "ledger", options());
  ASSERT_TRUE(reading) << reading.error().message();
  const auto refused = reading.value()->append_one(act);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(LedgerError::kNeedsReopen)) << refused.error().message();
}

TEST_F(Append, only_one_process_may_write_and_readers_go_on) {
  EXPECT_FALSE(Ledger::open(folder_ / "ledger", options()));
}

}  // namespace
}  // namespace jumelage::ledger
