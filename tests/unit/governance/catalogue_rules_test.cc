// CatalogueActivated: a newer catalogue or rule engine holds for everybody from one position on, and not before.
#include "event/statements.h"
#include "governance/catalogue.h"
#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

using Activated = schema::CatalogueActivated;

class Activation : public ::testing::Test {
 protected:
  using Edit = std::function<void(Activated::Builder)>;
  // Declared by the witnesses' keys of these members; takes effect three positions on.
  Club::Fill activate(std::uint16_t version, std::uint16_t engine,
                      const std::vector<std::string>& members = {"es-semara", "timbuktu"}, const Edit& spoil = {},
                      const std::string& key = "/witness") const {
    return [=, this](ActBuilder act) {
      auto payload = act.initCatalogueActivated();
      payload.setVersion(version);
      payload.setRuleEngine(engine);
      payload.setFromPosition(club.size() + 3);
      payload.setSchemaDigest(to_data(Digest{}.view()));
      const Bytes statement = event::declaration(club.ledger_id(), payload.asReader());
      auto nodes = payload.initNodes(static_cast<capnp::uint>(members.size()));
      for (capnp::uint i = 0; i < nodes.size(); ++i) {
        nodes[i].setMember(to_text(members[i]));
        nodes[i].setKey(to_data(Club::key_id(members[i] + key).view()));
        nodes[i].setSignature(to_data(Club::key(members[i] + key).sign(statement)));
      }
      if (spoil) spoil(payload);
    };
  }
  Result<Effects> person(const std::string& id) {
    return club.record({Club::secretary()}, [&](ActBuilder act) {
      auto payload = act.initPersonRegistered();
      payload.setId(to_text(id));
      test::set_document(payload.initDocument(), id, schema::DocumentRef::Role::PERSONAL, true);
    });
  }

  Club club;
  const std::vector<Signs> administrators = {Club::administrator("es-semara"), Club::administrator("timbuktu")};
};

TEST_F(Activation, HoldsFromItsPositionOnAndStopsWhoDoesNotKnowIt) {
  ASSERT_TRUE(recorded(club.record(administrators, activate(1, kRuleEngine + 1))));
  EXPECT_TRUE(recorded(person("p-10")));
  EXPECT_TRUE(recorded(person("p-11")));
  EXPECT_TRUE(refused(person("p-12"), Refusal::kNewerSchema)) << "this program judges by an older rule engine";
}

TEST_F(Activation, OfANewerCatalogueStopsWhoDoesNotKnowIt) {
  ASSERT_TRUE(recorded(club.record(administrators, activate(schema::SCHEMA_VERSION + 1, kRuleEngine))));
  EXPECT_TRUE(recorded(person("p-10")));
  EXPECT_TRUE(recorded(person("p-11")));
  EXPECT_TRUE(refused(person("p-12"), Refusal::kNewerSchema));
}

TEST_F(Activation, IsKeptWithThePositionFromWhichItHolds) {
  ASSERT_TRUE(recorded(club.record(administrators, activate(2, 3))));
  const StateOf ledger(club, "ledger");
  const auto activations = (*ledger).getLedger().getActivations();
  ASSERT_EQ(activations.size(), 2U);
  EXPECT_EQ(activations[0].getVersion(), 1U);
  EXPECT_EQ(activations[0].getRuleEngine(), kRuleEngine);
  EXPECT_EQ(activations[0].getFromPosition(), 0U);
  EXPECT_EQ(activations[1].getVersion(), 2U);
  EXPECT_EQ(activations[1].getRuleEngine(), 3U);
  EXPECT_EQ(activations[1].getFromPosition(), 4U);
}

TEST_F(Activation, IsSignedByTheAdministrators) {
  EXPECT_TRUE(refused(club.judge({administrators[0]}, activate(2, 1)), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::chair(), Club::secretary()}, activate(2, 1)), Refusal::kSignatureMissing));
}

TEST_F(Activation, LiesAheadAndGoesForward) {
  const auto at = [&](std::uint64_t position) {
    return activate(2, 1, {"es-semara", "timbuktu"}, [=](auto payload) { payload.setFromPosition(position); });
  };
  EXPECT_TRUE(refused(club.judge(administrators, at(club.size())), Refusal::kBadValue));
  EXPECT_TRUE(refused(club.judge(administrators, at(kNever)), Refusal::kBadValue));
  EXPECT_TRUE(recorded(club.judge(administrators, at(club.size() + 1))));
  EXPECT_TRUE(refused(club.judge(administrators, activate(1, 1)), Refusal::kBadValue)) << "both hold already";
  EXPECT_TRUE(refused(club.judge(administrators, activate(0, 2)), Refusal::kBadValue));
}

TEST_F(Activation, OneIsAwaitedAtATime) {
  ASSERT_TRUE(recorded(club.record(administrators, activate(2, 1))));
  EXPECT_TRUE(refused(club.judge(administrators, activate(3, 1)), Refusal::kImpossible));
}

TEST_F(Activation, NeedsTheWordOfAsManyWitnessesAsMakeAQuorum) {
  EXPECT_TRUE(refused(club.judge(administrators, activate(2, 1, {})), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(club.judge(administrators, activate(2, 1, {"timbuktu"})), Refusal::kWitnessRule));
  EXPECT_TRUE(recorded(club.judge(administrators, activate(2, 1, {"timbuktu", "vijayawada"}))));
  EXPECT_TRUE(refused(club.judge(administrators, activate(2, 1, {"timbuktu", "timbuktu"})), Refusal::kBadValue));
}

TEST_F(Activation, TakesTheWordOfNodesOnlyAndForThisVersionOnly) {
  const auto with = [&](const Edit& spoil) { return activate(2, 1, {"es-semara", "timbuktu"}, spoil); };
  const auto judge = [&](const Club::Fill& act) { return club.judge(administrators, act); };
  EXPECT_TRUE(refused(judge(with([](auto payload) { payload.setVersion(3); })), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(judge(with([](auto payload) { payload.setRuleEngine(2); })), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(judge(with([](auto payload) { payload.setSchemaDigest(to_data(Club::key_id("x").view())); })),
                      Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(judge(with([](auto payload) { payload.getNodes()[0].setMember("vijayawada"); })),
                      Refusal::kWrongCapacity));
  EXPECT_TRUE(refused(judge(with([](auto payload) { payload.getNodes()[0].setMember("atlantis"); })),
                      Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(judge(activate(2, 1, {"es-semara", "timbuktu"}, {}, "/admin")), Refusal::kWrongCapacity));
  EXPECT_TRUE(refused(judge(activate(2, 1, {"es-semara", "timbuktu"}, {}, "/unheard")), Refusal::kUnknownSigner));
}

TEST_F(Activation, TakesNoWordOfARevokedKey) {
  ASSERT_TRUE(recorded(club.record(administrators, [](ActBuilder act) {
    auto payload = act.initKeyRevoked();
    payload.setKey(to_data(Club::key_id("timbuktu/witness").view()));
    payload.setReason(schema::KeyRevoked::Reason::LOST);
  })));
  EXPECT_TRUE(refused(club.judge(administrators, activate(2, 1)), Refusal::kKeyNotValidHere));
}

}  // namespace
}  // namespace jumelage::governance
