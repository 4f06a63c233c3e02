#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;
using Reason = schema::KeyRevoked::Reason;

class KeyRules : public ::testing::Test {
 protected:
  static Club::Fill enrolment(const std::string& key, Purpose purpose, const std::string& holder) {
    return [=](ActBuilder act) {
      auto payload = act.initKeyEnrolled();
      payload.setKey(to_data(Club::key_id(key).view()));
      payload.setPurpose(purpose);
      payload.setHolder(to_text(holder));
    };
  }
  static Club::Fill revocation(const std::string& key, Reason reason = Reason::LOST) {
    return [=](ActBuilder act) {
      auto payload = act.initKeyRevoked();
      payload.setKey(to_data(Club::key_id(key).view()));
      payload.setReason(reason);
    };
  }
  std::vector<Signs> with(std::vector<Signs> signers, const std::string& key) const {
    signers.push_back(Club::possession(key));
    return signers;
  }
  schema::KeyState::Reader state(const std::string& key) {
    row.emplace(club, to_hex(Club::key_id(key).view()));
    return (**row).getKey();
  }

  Club club;
  std::optional<StateOf> row;
  const std::vector<Signs> administrators = {Club::administrator("es-semara"), Club::administrator("timbuktu")};
};

TEST_F(KeyRules, AreEnrolledByTheAdministratorsAndTheKeyItself) {
  const auto act = enrolment("spare", Purpose::SPARE, "timbuktu-1");
  EXPECT_TRUE(refused(club.judge(administrators, act), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge(with({administrators[0]}, "spare"), act), Refusal::kSignatureMissing));
  ASSERT_TRUE(recorded(club.record(with(administrators, "spare"), act)));
  EXPECT_EQ(state("spare").getHolder(), club.number_of("timbuktu-1"));
  EXPECT_EQ(state("spare").getValidFrom(), club.size());
  EXPECT_EQ(state("spare").getRevokedAt(), kNever);
}

TEST_F(KeyRules, HaveOneRole) {
  EXPECT_TRUE(
      refused(club.judge(with(administrators, "timbuktu-1"), enrolment("timbuktu-1", Purpose::SPARE, "timbuktu-1")),
              Refusal::kIdTaken));
  ASSERT_TRUE(recorded(club.record(administrators, revocation("timbuktu-1"))));
  EXPECT_TRUE(
      refused(club.judge(with(administrators, "timbuktu-1"), enrolment("timbuktu-1", Purpose::SPARE, "timbuktu-1")),
              Refusal::kIdTaken));
}

TEST_F(KeyRules, BelongToAMandateOrAMemberAsTheirPurposeSays) {
  EXPECT_TRUE(
      refused(club.judge(with(administrators, "k"), enrolment("k", Purpose::DAILY, "timbuktu")), Refusal::kWrongKind));
  EXPECT_TRUE(refused(club.judge(with(administrators, "k"), enrolment("k", Purpose::NODE_TLS, "timbuktu-1")),
                      Refusal::kWrongKind));
  EXPECT_TRUE(refused(club.judge(with(administrators, "k"), enrolment("k", Purpose::DAILY, "nobody")),
                      Refusal::kUnknownSubject));
}

TEST_F(KeyRules, OfSmallOrderAreRefused) {
  EXPECT_TRUE(refused(club.judge(administrators,
                                 [](ActBuilder act) {
                                   auto payload = act.initKeyEnrolled();
                                   const KeyId identity{{1}};  // the neutral element: everybody can sign for it
                                   payload.setKey(to_data(identity.view()));
                                   payload.setHolder("timbuktu-1");
                                   auto signers = act.initSigners(3);
                                   const KeyId first = Club::key_id("es-semara/admin");
                                   const KeyId second = Club::key_id("timbuktu/admin");
                                   signers[0].setKey(to_data(first.view()));
                                   signers[0].setCapacity(schema::Capacity::ADMINISTRATOR);
                                   signers[0].setOf("es-semara");
                                   signers[1].setKey(to_data(second.view()));
                                   signers[1].setCapacity(schema::Capacity::ADMINISTRATOR);
                                   signers[1].setOf("timbuktu");
                                   signers[2].setKey(to_data(identity.view()));
                                   signers[2].setCapacity(schema::Capacity::POSSESSION);
                                 }),
                      Refusal::kBadValue));
}

TEST_F(KeyRules, AreRevokedByTheirOwnerOrTheAdministrators) {
  const auto act = revocation("timbuktu-1");
  EXPECT_TRUE(refused(club.judge({Club::mandate("vijayawada-1")}, act), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({administrators[0]}, act), Refusal::kSignatureMissing));
  EXPECT_TRUE(recorded(club.judge(administrators, act)));
  EXPECT_TRUE(recorded(club.judge({Club::mandate("timbuktu-1")}, act)));
}

TEST_F(KeyRules, AreRevokedOnce) {
  ASSERT_TRUE(recorded(club.record(administrators, revocation("timbuktu-1"))));
  EXPECT_TRUE(refused(club.judge(administrators, revocation("timbuktu-1")), Refusal::kImpossible));
}

TEST_F(KeyRules, StayGoodForWhatTheySignedBefore) {
  ASSERT_TRUE(recorded(club.record(administrators, revocation("timbuktu-1"))));
  EXPECT_EQ(state("timbuktu-1").getRevokedAt(), club.size());
  EXPECT_EQ(state("timbuktu-1").getCompromisedSince(), kNever);
}

TEST_F(KeyRules, AreDisputedFromTheActStated) {
  club.grant_mandate("timbuktu-2", "timbuktu");  // a person, and then the mandate, which is the newest act
  const StateOf mandate(club, "timbuktu-2");
  const auto disputed = [&](Reason reason, std::int64_t shift = 0) {
    return [&club = club, &mandate, reason, shift](ActBuilder act) {
      revocation("timbuktu-1", reason)(act);
      auto since = act.getKeyRevoked().initCompromisedSince();
      since.setId((*mandate).getActId());
      since.setRecordedAt((*mandate).getRecordedAt() + shift);
    };
  };
  EXPECT_TRUE(refused(club.judge(administrators, disputed(Reason::LOST)), Refusal::kBadValue));
  EXPECT_TRUE(refused(club.judge(administrators, disputed(Reason::COMPROMISED, 1)), Refusal::kUnknownSubject));
  const std::uint64_t position = club.size() - 1;
  ASSERT_TRUE(recorded(club.record(administrators, disputed(Reason::COMPROMISED))));
  EXPECT_EQ(state("timbuktu-1").getCompromisedSince(), position);
}

TEST_F(KeyRules, RevokedAsCompromisedAreDisputedFromNowOnUnlessAnActIsNamed) {
  const std::uint64_t position = club.size();
  ASSERT_TRUE(recorded(club.record(administrators, revocation("timbuktu-1", Reason::COMPROMISED))));
  EXPECT_EQ(state("timbuktu-1").getCompromisedSince(), position);
}

TEST_F(KeyRules, CountAdministratorsByTheirMembers) {
  const auto second = enrolment("es-semara/admin-2", Purpose::ADMINISTRATION, "es-semara");
  ASSERT_TRUE(recorded(club.record(with(administrators, "es-semara/admin-2"), second)));
  const Signs another{"es-semara/admin-2", schema::Capacity::ADMINISTRATOR, "es-semara"};
  EXPECT_TRUE(refused(club.judge({administrators[0], another}, revocation("timbuktu-1")), Refusal::kSignatureMissing));
  EXPECT_TRUE(recorded(club.judge({another, administrators[1]}, revocation("timbuktu-1"))));
}

TEST_F(KeyRules, OfAdministratorsGoOnlyWhileTheirQuorumCanStillBeMet) {
  ASSERT_TRUE(recorded(club.record(administrators, revocation("vijayawada/admin"))));
  EXPECT_TRUE(refused(club.judge(administrators, revocation("timbuktu/admin")), Refusal::kWitnessRule));
  // A successor counts from its enrolment on.
  ASSERT_TRUE(recorded(club.record(with(administrators, "timbuktu/admin-2"),
                                   enrolment("timbuktu/admin-2", Purpose::ADMINISTRATION, "timbuktu"))));
  ASSERT_TRUE(recorded(club.record(administrators, revocation("timbuktu/admin"))));
  const std::vector<Signs> successors = {administrators[0],
                                         {"timbuktu/admin-2", schema::Capacity::ADMINISTRATOR, "timbuktu"}};
  EXPECT_TRUE(recorded(club.judge(with(successors, "k"), enrolment("k", Purpose::SPARE, "timbuktu-1"))));
}

TEST_F(KeyRules, OfWitnessesGoOnlyWhileTheirQuorumCanStillBeMet) {
  EXPECT_TRUE(recorded(club.judge(administrators, revocation("vijayawada/witness"))));
  event::ActBuilder founding = Club::founding_act();
  founding.root().getLedgerConstituted().getFinality().setQuorum(3);
  Club strict{Club::Unfounded{}};
  ASSERT_TRUE(recorded(strict.record(founding)));
  EXPECT_TRUE(refused(strict.judge(administrators, revocation("vijayawada/witness")), Refusal::kWitnessRule));
}

TEST_F(KeyRules, AWitnessKeyRevokedBeforeCountsAsGone) {
  ASSERT_TRUE(recorded(club.record(administrators, revocation("vijayawada/witness"))));
  EXPECT_TRUE(refused(club.judge(administrators, revocation("timbuktu/witness")), Refusal::kWitnessRule));
}

TEST_F(KeyRules, ForRecoveryTakeTheAdministratorsPlace) {
  event::ActBuilder founding = Club::founding_act();
  auto act = founding.root().getLedgerConstituted();
  const KeyId first = Club::key_id("recovery-1");
  const KeyId second = Club::key_id("recovery-2");
  auto recovery = act.getAdministration().initRecovery(2);
  recovery.set(0, to_data(first.view()));
  recovery.set(1, to_data(second.view()));
  act.getAdministration().setRecoveryQuorum(2);
  capnp::MallocMessageBuilder copy;
  copy.setRoot(act.getKeys().asReader());
  const auto before = copy.getRoot<capnp::List<schema::KeyEnrolled>>().asReader();
  auto keys = act.initKeys(before.size() + 2);
  for (capnp::uint i = 0; i < before.size(); ++i) keys.setWithCaveats(i, before[i]);
  for (capnp::uint i = 0; i < 2; ++i) {
    keys[before.size() + i].setKey(to_data((i == 0 ? first : second).view()));
    keys[before.size() + i].setPurpose(Purpose::RECOVERY);
    keys[before.size() + i].setHolder("timbuktu-1");
  }
  copy.setRoot(founding.root().getSigners().asReader());
  const auto signers = copy.getRoot<capnp::List<schema::Signer>>().asReader();
  auto more = founding.root().initSigners(signers.size() + 2);
  for (capnp::uint i = 0; i < signers.size(); ++i) more.setWithCaveats(i, signers[i]);
  for (capnp::uint i = 0; i < 2; ++i) {
    more[signers.size() + i].setKey(to_data((i == 0 ? first : second).view()));
    more[signers.size() + i].setCapacity(schema::Capacity::POSSESSION);
  }
  Club recovering{Club::Unfounded{}};
  ASSERT_TRUE(recorded(recovering.record(founding)));
  const Signs one = {"recovery-1", schema::Capacity::ADMINISTRATOR, "timbuktu"};
  const Signs two = {"recovery-2", schema::Capacity::ADMINISTRATOR, "timbuktu"};
  const auto enrol = enrolment("k", Purpose::SPARE, "vijayawada-1");
  EXPECT_TRUE(refused(recovering.judge(with({one}, "k"), enrol), Refusal::kSignatureMissing));
  EXPECT_TRUE(recorded(recovering.judge(with({one, two}, "k"), enrol)));
  // And they are for nothing else, not even for the mandate that they belong to.
  const Signs as_holder = {"recovery-1", schema::Capacity::MANDATE, "timbuktu-1"};
  EXPECT_TRUE(refused(recovering.judge({as_holder}, revocation("timbuktu-1")), Refusal::kWrongCapacity));
}

}  // namespace
}  // namespace jumelage::governance
