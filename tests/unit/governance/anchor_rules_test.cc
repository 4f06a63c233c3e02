// CheckpointAnchored: timestamps over roots of this log, and of no other.
#include "event/identity.h"
#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

class Anchors : public ::testing::Test {
 protected:
  Anchors() { club.grant_mandate("timbuktu-2", "timbuktu"); }

  using Edit = std::function<void(schema::CheckpointAnchored::Builder)>;
  Club::Fill anchor(std::uint64_t size, const Edit& edit = {}) const {
    return [=, this](ActBuilder act) {
      auto payload = act.initCheckpointAnchored();
      payload.initHead().setTerm(1);
      payload.getHead().setSize(size);
      const Digest root = size <= club.size() ? club.history().root(size) : Digest{};
      payload.getHead().setRoot(to_data(root.view()));
      payload.setToken(to_data(as_bytes("token")));
      payload.setAuthority("a timestamping service");
      if (edit) edit(payload);
    };
  }
  Edit renewing(const event::ActBuilder& earlier, UnixMillis at) const {
    const ActId id = event::act_id(earlier.canonical());
    return [id, at](schema::CheckpointAnchored::Builder payload) {
      payload.initRenews().setId(to_data(id.view()));
      payload.getRenews().setRecordedAt(at);
    };
  }
  static Signs witness(const std::string& member) { return {member + "/witness", schema::Capacity::NODE, member}; }

  Club club;
};

TEST_F(Anchors, StandOnAnyRootThatTheLogHasHad) {
  for (std::uint64_t size = 1; size <= club.size(); ++size)
    EXPECT_TRUE(recorded(club.judge({Club::secretary()}, anchor(size)))) << size;
}

TEST_F(Anchors, AreRecordedByASecretaryOrAWitness) {
  EXPECT_TRUE(recorded(club.judge({witness("timbuktu")}, anchor(1))));
  EXPECT_TRUE(refused(club.judge({Club::chair()}, anchor(1)), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::administrator("timbuktu")}, anchor(1)), Refusal::kSignatureMissing));
}

TEST_F(Anchors, OfAnotherRootAreRefused) {
  const auto other = [](auto payload) { payload.getHead().setRoot(to_data(Digest{}.view())); };
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, anchor(2, other)), Refusal::kBadValue));
  const Digest later = club.history().root(3);
  const auto shifted = [&](auto payload) { payload.getHead().setRoot(to_data(later.view())); };
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, anchor(2, shifted)), Refusal::kBadValue));
}

TEST_F(Anchors, OfNothingOrOfTheFutureAreRefused) {
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, anchor(0)), Refusal::kBadValue));
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, anchor(club.size() + 1)), Refusal::kBadValue));
}

TEST_F(Anchors, NameTheTermOfTheirCheckpoint) {
  const auto later = [](auto payload) { payload.getHead().setTerm(2); };
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, anchor(1, later)), Refusal::kBadValue));
}

TEST_F(Anchors, AreRenewedByARootThatCoversThem) {
  const UnixMillis at = club.now();
  const event::ActBuilder first = club.draft({Club::secretary()}, anchor(club.size()));
  ASSERT_TRUE(recorded(club.record(first)));
  EXPECT_TRUE(recorded(club.judge({Club::secretary()}, anchor(club.size(), renewing(first, at)))));
  EXPECT_TRUE(
      refused(club.judge({Club::secretary()}, anchor(club.size() - 1, renewing(first, at))), Refusal::kBadValue));
  EXPECT_TRUE(
      refused(club.judge({Club::secretary()}, anchor(club.size(), renewing(first, at + 1))), Refusal::kUnknownSubject));
}

TEST_F(Anchors, RenewAnchorsOnly) {
  EXPECT_TRUE(
      refused(club.judge({Club::secretary()}, anchor(club.size(), renewing(Club::founding_act(), Club::kFoundedAt))),
              Refusal::kWrongKind));
}

TEST_F(Anchors, CannotBeJudgedWithoutTheLog) {
  const event::ActBuilder draft = club.draft({Club::secretary()}, anchor(1));
  const event::Act act = std::move(event::Act::parse(draft.canonical())).value();
  Effects effects;
  EXPECT_THROW((void)judge(club.reg(), {EntryIndex{club.size()}, club.now(), club.ledger_id()}, act, effects),
               RegisterFault);
}

}  // namespace
}  // namespace jumelage::governance
