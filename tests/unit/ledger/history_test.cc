// Acts that look back on the log: on what is on disk, and on what their own batch has just taken.
#include "crypto/sha256.h"
#include "event/entry.h"
#include "event/identity.h"
#include "governance/row.h"
#include "ledger_fixture.h"
#include "merkle/hash.h"
#include "merkle/tree.h"

namespace jumelage::ledger {
namespace {

using governance::to_data;
using governance::to_text;
using test::Club;

constexpr std::string_view kEvidence = "count sheet";

class HistoryTest : public LedgerTest {
 protected:
  void SetUp() override {
    LedgerTest::SetUp();
    ASSERT_TRUE(ledger_->put_document(as_bytes(kEvidence)));
  }
  // The act that the club recorded last is a proposal with this title; it should have another.
  Bytes correction(const std::string& was, const std::string& is) {
    const ActId target = event::act_id(club_.history().act(club_.size() - 1));
    const UnixMillis recorded_at =
        event::Act::parse(club_.history().act(club_.size() - 1)).value().reader().getRecordedAt().getUtc();
    return recorded({Club::chair(), Club::secretary()}, [&](schema::Act::Builder act) {
      auto payload = act.initRecordCorrected();
      payload.initTarget().setId(to_data(target.view()));
      payload.getTarget().setRecordedAt(recorded_at);
      auto field = payload.initCorrections(1)[0];
      field.setField("proposalTabled.title[0].text");
      field.setWas(to_text("\"" + was + "\""));
      field.setIs(to_text("\"" + is + "\""));
      payload.setWhy("misspelt");
      test::set_document(payload.initEvidence(1)[0], kEvidence, schema::DocumentRef::Role::EVIDENCE);
    });
  }
  Bytes recorded(const std::vector<Club::Signs>& signers, const Club::Fill& fill) {
    const auto draft = club_.draft(signers, fill);
    const auto judged = club_.record(draft);
    EXPECT_TRUE(judged) << judged.error().message();
    return bytes_of(club_.seal(draft));
  }
  // An anchor of that root, which the club itself, whose tree is another, cannot judge.
  Bytes anchor(std::uint64_t size, const Digest& root) const {
    return bytes_of(club_.seal(club_.draft({Club::secretary()}, [&](schema::Act::Builder act) {
      auto payload = act.initCheckpointAnchored();
      payload.initHead().setTerm(1);
      payload.getHead().setSize(size);
      payload.getHead().setRoot(to_data(root.view()));
      payload.setToken(to_data(as_bytes("token")));
      payload.setAuthority("a timestamping service");
    })));
  }
  // The root once these acts are recorded too, in one batch.
  Digest root_with(const std::vector<Bytes>& acts) const {
    const auto snapshot = ledger_->snapshot();
    merkle::Tree tree;
    for (std::uint64_t i = 0; i < snapshot.value().size().value; ++i)
      tree.append(merkle::leaf_hash(snapshot.value().entry_bytes(EntryIndex{i}).value()));
    for (const Bytes& act : acts) tree.append(merkle::leaf_hash(event::encode_entry(clock_.now(), act, std::nullopt)));
    return tree.root();
  }
  void expect_rebuilt_alike() {
    const Digest before = register_digest();
    const auto rebuilt = ledger_->rebuild();
    ASSERT_TRUE(rebuilt) << rebuilt.error().message();
    EXPECT_EQ(register_digest(), before);
  }
};

TEST_F(HistoryTest, AnActIsCorrectedThatIsOnDisk) {
  ASSERT_TRUE(ledger_->append_one(proposal("p1")));
  const Answer corrected = ledger_->append_one(correction("Jumelage avec p1", "Jumelage"));
  ASSERT_TRUE(corrected) << corrected.error().message();
  EXPECT_TRUE(corrected.value().findings.empty());
  expect_rebuilt_alike();
}

TEST_F(HistoryTest, AnActIsCorrectedThatIsOfTheSameBatch) {
  std::vector<Bytes> batch = {proposal("p1")};
  batch.push_back(correction("Jumelage avec p1", "Jumelage"));
  batch.push_back(proposal("p2"));
  for (const Answer& answer : ledger_->append(batch)) ASSERT_TRUE(answer) << answer.error().message();
  EXPECT_EQ(head().size, TreeSize{4});
  expect_rebuilt_alike();
}

TEST_F(HistoryTest, RootsAreKnownInTheMiddleOfABatch) {
  std::vector<Bytes> batch = proposals("p", 3);
  const Digest root = root_with(batch);
  batch.push_back(anchor(4, root));
  const auto answers = ledger_->append(batch);
  for (const Answer& answer : answers) ASSERT_TRUE(answer) << answer.error().message();
  ASSERT_TRUE(ledger_->append_one(anchor(1, root_with({}))).has_error()) << "the root of five entries, not of one";
  expect_rebuilt_alike();
  const auto snapshot = ledger_->snapshot();
  EXPECT_EQ(snapshot.value().history().root(4), root);
  EXPECT_EQ(snapshot.value().root().value(), snapshot.value().history().root(5));
}

TEST_F(HistoryTest, ARefusedActThatLookedBackLeavesTheBatchWhole) {
  std::vector<Bytes> batch = proposals("p", 2);
  batch.push_back(anchor(3, Digest{}));
  batch.push_back(proposal("p9"));
  const auto answers = ledger_->append(batch);
  EXPECT_TRUE(answers[0]);
  EXPECT_TRUE(answers[1]);
  EXPECT_FALSE(answers[2]);
  EXPECT_TRUE(answers[3]);
  EXPECT_EQ(head().size, TreeSize{4});
  EXPECT_EQ(head().root, ledger_->snapshot().value().history().root(4));
  expect_rebuilt_alike();
}

TEST_F(HistoryTest, WhatIsRefusedAloneWritesNothing) {
  const Digest root = head().root;
  EXPECT_FALSE(ledger_->append_one(anchor(1, Digest{})));
  EXPECT_EQ(head().size, TreeSize{1});
  EXPECT_EQ(head().root, root);
  EXPECT_TRUE(ledger_->append_one(anchor(1, root)));
}

}  // namespace
}  // namespace jumelage::ledger
