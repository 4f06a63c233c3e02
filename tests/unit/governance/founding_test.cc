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
                        // Two founders sign; the third is only spoken of.
                        const auto all = act.getSigners().asReader();
                        capnp::MallocMessageBuilder copy;
                        copy.setRoot(all);
                        const auto kept = copy.getRoot<capnp::List<schema::Signer>>().asReader();
                        auto two = act.initSigners(2);
                        for (capnp::uint i = 0; i < 2; ++i) two.setWithCaveats(i, kept[i]);
                      }),
                      Refusal::kSignatureMissing));
}

TEST(Founding, RefusesAFounderWhoSignsWithAnothersKey) {
  EXPECT_TRUE(refused(found([](ActBuilder act) {
                        auto signers = act.getSigners();
                        const std::string first = signers[0].getOf().cStr();
                        signers[0].setOf(signers[1].getOf().asReader());
                        signers[1].setOf(to_text(first));
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

TEST(Founding, NeedsSomebodyWhoCanSignWhatFollows) {
  EXPECT_TRUE(refused(found([](ActBuilder act) { act.getLedgerConstituted().initOffices(0); }), Refusal::kBadValue));
}

}  // namespace
}  // namespace jumelage::governance
