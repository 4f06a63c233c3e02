#include "unit/governance/club_test_support.h"

#include "event/identity.h"

namespace jumelage::governance {
namespace {

// The founding act of the test club, changed by `edit`, offered to an empty ledger.
template <class Edit>
Result<Effects> found(Edit&& edit) {
  event::ActBuilder act = Club::founding_act();
  edit(act.root());
  return Club(Club::Unfounded{}).judge(act);
}

TEST(Founding, CreatesEverythingThatTheActNames) {
  const Club club;
  EXPECT_EQ(club.number_of("ledger"), 1U);
  for (const char* slug : {"cci-rules", "cci", "es-semara", "timbuktu", "vijayawada", "p-1", "p-5", "es-semara-1",
                           "secretary-1", "expert-1", "cci-chair", "cci-secretary", "cci-dpo"})
    EXPECT_NE(club.number_of(slug), 0U) << slug;
  EXPECT_NE(club.number_of(to_hex(Club::key_id("timbuktu/admin").view())), 0U);
  EXPECT_EQ((*StateOf(club, "cci-chair")).getOffice().getHolder(), club.number_of("es-semara-1"));
  EXPECT_EQ(view((*StateOf(club, "ledger")).getLedger().getOrigin()), "jumelage.example/es-semara");
}

TEST(Founding, GivesTheLedgerTheIdOfItsFoundingAct) {
  const Club club;
  const Bytes body = Club::founding_act().canonical();
  EXPECT_EQ(club.ledger_id(), event::ledger_id_of(body));
  EXPECT_TRUE(equal(view((*StateOf(club, "ledger")).getLedger().getLedgerId()), club.ledger_id().view()));
}

TEST(Founding, MustBeTheFirstActAndNoOther) {
  Club club;
  EXPECT_TRUE(refused(club.judge(Club::founding_act()), Refusal::kAlreadyFounded));
  EXPECT_TRUE(refused(Club(Club::Unfounded{})
                          .judge({},
                                 [](ActBuilder act) {
                                   auto person = act.initPersonRegistered();
                                   person.setId("p-9");
                                   test::set_document(person.initDocument(), "p-9", schema::DocumentRef::Role::PERSONAL,
                                                      true);
                                 }),
                      Refusal::kNotFounded));
}

TEST(Founding, NamesNoLedgerBecauseItMakesOne) {
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        const Digest other{{1}};
                        act.setLedgerId(to_data(other.view()));
                      }),
                      Refusal::kForeignLedger));
}

TEST(Founding, RefusesAWitnessQuorumThatCouldContradictItself) {
  const auto with_quorum = [](std::uint16_t quorum) {
    return found([quorum](ActBuilder act) { act.getLedgerConstituted().getFinality().setQuorum(quorum); });
  };
  EXPECT_TRUE(refused(with_quorum(0), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(with_quorum(1), Refusal::kWitnessRule));
  EXPECT_TRUE(recorded(with_quorum(2)));
  EXPECT_TRUE(recorded(with_quorum(3)));
  EXPECT_TRUE(refused(with_quorum(4), Refusal::kWitnessRule));
}

TEST(Founding, AllowsALedgerWithoutWitnesses) {
  EXPECT_TRUE(recorded(found([](ActBuilder act) { act.getLedgerConstituted().initFinality(); })));
}

TEST(Founding, RefusesTwoWitnessesOfOneMember) {
  EXPECT_TRUE(refused(
      found([](ActBuilder act) { act.getLedgerConstituted().getFinality().getWitnesses()[1].setMember("es-semara"); }),
      Refusal::kWitnessRule));
}

TEST(Founding, RefusesAWitnessWhoseKeyIsNotEnrolledAsOne) {
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        const KeyId daily = Club::key_id("es-semara-1");
                        act.getLedgerConstituted().getFinality().getWitnesses()[0].setKey(to_data(daily.view()));
                      }),
                      Refusal::kWitnessRule));
}

TEST(Founding, RefusesAnAdministrationThatCannotAct) {
  const auto with_quorum = [](std::uint16_t quorum) {
    return found([quorum](ActBuilder act) { act.getLedgerConstituted().getAdministration().setQuorum(quorum); });
  };
  EXPECT_TRUE(refused(with_quorum(0), Refusal::kWitnessRule));
  EXPECT_TRUE(recorded(with_quorum(1)));
  EXPECT_TRUE(refused(with_quorum(4), Refusal::kWitnessRule));
}

TEST(Founding, RefusesOriginsThatNoCheckpointCouldCarry) {
  for (const char* origin : {"has space", "has+plus", "/leading", "trailing/", "two//slashes", "bücher"}) {
    EXPECT_TRUE(
        refused(found([&](ActBuilder act) { act.getLedgerConstituted().setOrigin(origin); }), Refusal::kBadValue))
        << origin;
  }
}

TEST(Founding, NeedsEveryFoundingMembersSignature) {
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        // Timbuktu only shows that it holds its key.
                        for (auto signer : act.getSigners()) {
                          if (view(signer.getOf().asReader()) != "timbuktu") continue;
                          signer.setCapacity(schema::Capacity::POSSESSION);
                          signer.disownOf();
                        }
                      }),
                      Refusal::kSignatureMissing));
}

TEST(Founding, RefusesAFounderWhoSignsWithAnothersKey) {
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        for (auto signer : act.getSigners()) {
                          const std::string of = signer.getOf().cStr();
                          if (of == "timbuktu") signer.setOf("vijayawada");
                          if (of == "vijayawada") signer.setOf("timbuktu");
                        }
                      }),
                      Refusal::kWrongCapacity));
}

TEST(Founding, RefusesASignerWhoseKeyItDoesNotEnrol) {
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        const KeyId stranger = Club::key_id("stranger");
                        auto signers = act.getSigners();
                        signers[2].setKey(to_data(stranger.view()));
                      }),
                      Refusal::kUnknownSigner));
}

TEST(Founding, JudgesItsItemsByTheRulesOfTheSingleActs) {
  const auto result = found([](ActBuilder act) { act.getLedgerConstituted().getMandates()[2].setPerson("nobody"); });
  EXPECT_TRUE(refused(result, Refusal::kUnknownSubject));
  EXPECT_NE(result.error().message().find("mandates[2]"), std::string::npos) << result.error().message();
  EXPECT_TRUE(refused(found([](ActBuilder act) { act.getLedgerConstituted().getPersons()[1].setId("p-1"); }),
                      Refusal::kIdTaken));
}

TEST(Founding, NamesThePrimaryAndItsLogKey) {
  const Club club;
  const StateOf ledger(club, "ledger");
  EXPECT_EQ(view((*ledger).getLedger().getPrimary()), "es-semara");
  EXPECT_EQ((*ledger).getLedger().getTerm(), 1U);
  EXPECT_TRUE(equal(view((*ledger).getLedger().getLogKey()), Club::key_id("es-semara/log").view()));
  EXPECT_TRUE(refused(found([](ActBuilder act) { act.getLedgerConstituted().setPrimary("nobody"); }),
                      Refusal::kUnknownSubject));
  EXPECT_TRUE(
      refused(found([](ActBuilder act) { act.getLedgerConstituted().setPrimary("timbuktu"); }), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        const KeyId witness = Club::key_id("es-semara/witness");
                        act.getLedgerConstituted().setLogKey(to_data(witness.view()));
                      }),
                      Refusal::kWitnessRule));
}

// The signers of an act but the one with this key.
void drop_signer(ActBuilder act, const KeyId& key) {
  capnp::MallocMessageBuilder copy;
  copy.setRoot(act.getSigners().asReader());
  const auto all = copy.getRoot<capnp::List<schema::Signer>>().asReader();
  auto fewer = act.initSigners(all.size() - 1);
  capnp::uint at = 0;
  for (const auto signer : all)
    if (!equal(view(signer.getKey()), key.view())) fewer.setWithCaveats(at++, signer);
}

TEST(Founding, NeedsTheSignatureOfEveryKeyThatItEnrols) {
  for (const char* name : {"timbuktu/admin", "vijayawada/witness", "es-semara/log", "secretary-1"}) {
    const auto result = found([&](ActBuilder act) { drop_signer(act, Club::key_id(name)); });
    EXPECT_TRUE(refused(result, Refusal::kSignatureMissing)) << name;
  }
}

TEST(Founding, CountsAdministratorsByTheirMembers) {
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        auto administration = act.getLedgerConstituted().getAdministration();
                        administration.setQuorum(3);
                        administration.getAdministrators()[2].setMember("timbuktu");
                      }),
                      Refusal::kWitnessRule));
}

TEST(Founding, NeedsADailyKeyForTheChairAndTheSecretary) {
  for (const char* name : {"es-semara-1", "secretary-1"}) {
    const auto result = found([&](ActBuilder act) {
      for (auto key : act.getLedgerConstituted().getKeys())
        if (equal(view(key.getKey().asReader()), Club::key_id(name).view()))
          key.setPurpose(schema::KeyEnrolled::Purpose::SPARE);
    });
    EXPECT_TRUE(refused(result, Refusal::kBadValue)) << name;
  }
}

TEST(Founding, NeedsSomebodyWhoCanSignWhatFollows) {
  EXPECT_TRUE(refused(found([](ActBuilder act) { act.getLedgerConstituted().initOffices(0); }), Refusal::kBadValue));
}

}  // namespace
}  // namespace jumelage::governance
