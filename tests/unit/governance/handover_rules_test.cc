// PrimaryHandedOver: a new term begins where the freezes force it to, on the log that was vouched for.
#include "handover_fixture.h"

namespace jumelage::governance {
namespace {

class HandOver : public ::testing::Test, protected HandOverClub {
 protected:
  Result<Effects> judge(const Plan& plan) const { return club.judge(administrators, act_of(plan)); }
  Plan usual_but(const std::function<void(Plan&)>& change) const {
    Plan plan = usual();
    change(plan);
    return plan;
  }
};

TEST_F(HandOver, BeginsATermAtTheHighestLock) {
  ASSERT_TRUE(recorded(club.record(administrators, act_of(usual()))));
  const StateOf ledger(club, "ledger");
  EXPECT_EQ((*ledger).getLedger().getTerm(), 2U);
  EXPECT_EQ((*ledger).getLedger().getPrimary(), "timbuktu");
  EXPECT_EQ((*ledger).getLedger().getTermAt(), club.size() - 1);
  EXPECT_TRUE(equal(view((*ledger).getLedger().getLogKey()), Club::key_id("timbuktu/log").view()));
}

TEST_F(HandOver, BeginsAtTheLastFinalWhereNobodyHasALock) {
  EXPECT_TRUE(recorded(judge({.final = Point{club.size()}})));
  EXPECT_TRUE(refused(judge({.final = Point{club.size() - 1}}), Refusal::kBadValue));
}

TEST_F(HandOver, BeginsNowhereElse) {
  EXPECT_TRUE(refused(judge({.lock = Point{club.size() - 1}}), Refusal::kBadValue))
      << "the log is longer than the lock";
  EXPECT_TRUE(refused(judge({}), Refusal::kBadValue)) << "without lock and final only the founding act stays";
  EXPECT_TRUE(refused(judge({.lock = Point{club.size() - 1}, .final = Point{club.size()}}), Refusal::kBadValue));
}

TEST_F(HandOver, TheHighestLockIsByTermAndThenBySize) {
  const auto lower = [&](HandedOver::Builder act) { set_head(act.getFreezes()[0].getLock(), {club.size() - 2}); };
  EXPECT_TRUE(recorded(judge(usual_but([&](Plan& plan) { plan.before_signing = lower; }))));
}

TEST_F(HandOver, FreezesThatContradictEachOtherAreEvidenceAndNoGround) {
  const auto other_root = [](HandedOver::Builder act) {
    act.getFreezes()[0].getLock().setRoot(to_data(Digest{}.view()));
  };
  EXPECT_TRUE(refused(judge(usual_but([&](Plan& plan) { plan.before_signing = other_root; })), Refusal::kBadValue));
}

TEST_F(HandOver, IsOrderedByTheAdministratorsUnderItsOwnSignatures) {
  EXPECT_TRUE(refused(club.judge({administrators[0]}, act_of(usual())), Refusal::kSignatureMissing));
  const auto ordered_by = [&](std::vector<std::string> keys) {
    return judge(usual_but([&](Plan& plan) { plan.ordered_by = std::move(keys); }));
  };
  EXPECT_TRUE(refused(ordered_by({"es-semara/admin"}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(ordered_by({"es-semara/admin", "timbuktu-1"}), Refusal::kUnknownSigner));
  EXPECT_TRUE(refused(ordered_by({"es-semara/admin", "es-semara/admin"}), Refusal::kBadValue));
  EXPECT_TRUE(recorded(ordered_by({"timbuktu/admin", "vijayawada/admin"}))) << "others than those who sign the act";
}

TEST_F(HandOver, NeedsFreezesOfAQuorum) {
  const auto frozen_by = [&](std::vector<std::string> keys) {
    return judge(usual_but([&](Plan& plan) { plan.freezers = std::move(keys); }));
  };
  EXPECT_TRUE(refused(frozen_by({"timbuktu/witness"}), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(frozen_by({"timbuktu/witness", "timbuktu-1"}), Refusal::kUnknownSigner));
  EXPECT_TRUE(refused(frozen_by({"timbuktu/witness", "timbuktu/witness"}), Refusal::kBadValue));
  EXPECT_TRUE(recorded(frozen_by({"es-semara/witness", "timbuktu/witness", "vijayawada/witness"})));
}

TEST_F(HandOver, NeedsCertificatesOfAQuorum) {
  const auto with = [&](const std::function<void(Plan&)>& change) { return judge(usual_but(change)); };
  EXPECT_TRUE(refused(with([](Plan& plan) { plan.acks = {"timbuktu/witness"}; }), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(with([](Plan& plan) { plan.cosigners = {"timbuktu/witness"}; }), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(with([](Plan& plan) {
                        plan.acks = {"timbuktu/witness", "timbuktu/log"};
                      }),
                      Refusal::kUnknownSigner));
  EXPECT_TRUE(refused(with([](Plan& plan) {
                        plan.cosigners = {"timbuktu/witness", "timbuktu/admin"};
                      }),
                      Refusal::kUnknownSigner));
}

TEST_F(HandOver, ARevokedWitnessCountsNoMore) {
  ASSERT_TRUE(recorded(club.record(administrators, [](ActBuilder act) {
    auto payload = act.initKeyRevoked();
    payload.setKey(to_data(Club::key_id("es-semara/witness").view()));
    payload.setReason(schema::KeyRevoked::Reason::COMPROMISED);
  })));
  const std::vector<std::string> left = {"timbuktu/witness", "vijayawada/witness"};
  EXPECT_TRUE(refused(judge(usual()), Refusal::kWitnessRule)) << "it acknowledged what holds its own revocation";
  EXPECT_TRUE(recorded(judge(usual_but([&](Plan& plan) { plan.acks = left; }))))
      << "what it cosigned before was good and stays final";
  EXPECT_TRUE(refused(judge(usual_but([&](Plan& plan) {
                        plan.acks = left;
                        plan.freezers = {"es-semara/witness", "timbuktu/witness"};
                      })),
                      Refusal::kWitnessRule));
}

TEST_F(HandOver, BringsACertificateExactlyForWhatAFreezeNames) {
  const auto without = [&](const std::function<void(HandedOver::Builder)>& spoil) {
    return judge(usual_but([&](Plan& plan) { plan.spoil = spoil; }));
  };
  EXPECT_TRUE(refused(without([](auto act) { act.disownLockCertificate(); }), Refusal::kBadValue));
  EXPECT_TRUE(refused(without([](auto act) { act.disownFinalCertificate(); }), Refusal::kBadValue));
  EXPECT_TRUE(refused(without([&](auto act) { set_head(act.getLockCertificate().getHead(), {club.size() - 1}); }),
                      Refusal::kBadValue));
  Plan stray = {.final = Point{club.size()}};
  stray.spoil = [&](HandedOver::Builder act) { set_certificates(act, usual()); };
  EXPECT_TRUE(refused(judge(stray), Refusal::kBadValue)) << "a lock certificate that no freeze asks for";
}

TEST_F(HandOver, EverySignatureIsOverWhatStandsThere) {
  using Spoil = std::function<void(HandedOver::Builder)>;
  const std::vector<std::pair<const char*, Spoil>> forged = {
      {"the order", [](auto act) { act.getOrder().setReason("another reason"); }},
      {"an administrator", [](auto act) { act.getAdministratorSignatures()[0].getSignature()[0] ^= 1; }},
      {"a freeze", [](auto act) { act.getFreezes()[0].getBy().getSignature()[0] ^= 1; }},
      {"what a freeze says", [](auto act) { act.getFreezes()[1].getFinal().setSize(1); }},
      {"an acknowledgement", [](auto act) { act.getLockCertificate().getAcks()[1].getSignature()[0] ^= 1; }},
      {"a cosignature", [](auto act) { act.getFinalCertificate().getCosignatures()[0].getSignature()[0] ^= 1; }},
      {"its time", [](auto act) { act.getFinalCertificate().getCosignatures()[0].setTime(5); }},
  };
  for (const auto& [what, spoil] : forged) {
    EXPECT_TRUE(refused(judge(usual_but([&](Plan& plan) { plan.spoil = spoil; })), Refusal::kSignatureMissing)) << what;
  }
}

TEST_F(HandOver, FreezesFollowThisOrderAndTellOfEarlierTerms) {
  const auto signed_after = [&](const std::function<void(HandedOver::Builder)>& change) {
    return judge(usual_but([&](Plan& plan) { plan.before_signing = change; }));
  };
  EXPECT_TRUE(refused(signed_after([](auto act) { act.getFreezes()[0].setTerm(3); }), Refusal::kBadValue));
  EXPECT_TRUE(refused(signed_after([](auto act) { act.getFreezes()[0].setOrderDigest(to_data(Digest{}.view())); }),
                      Refusal::kBadValue));
  EXPECT_TRUE(refused(signed_after([&](auto act) {
                        set_head(act.getFreezes()[0].initLastAck(), {club.size(), 2});
                      }),
                      Refusal::kBadValue));
}

TEST_F(HandOver, StandsOnTheLogThatWasVouchedFor) {
  const auto elsewhere = [](HandedOver::Builder act) {
    for (auto freeze : act.getFreezes()) freeze.getLock().setRoot(to_data(Digest{}.view()));
  };
  Plan plan = usual();
  plan.before_signing = elsewhere;
  plan.spoil = [](HandedOver::Builder act) { act.getLockCertificate().getHead().setRoot(to_data(Digest{}.view())); };
  EXPECT_TRUE(refused(judge(plan), Refusal::kBadValue));
}

TEST_F(HandOver, NamesAPrimaryWithALogKeyOfItsOwnForTheTerm) {
  const auto with = [&](const std::function<void(Plan&)>& change) { return judge(usual_but(change)); };
  EXPECT_TRUE(refused(with([](Plan& plan) { plan.term = 1; }), Refusal::kBadValue));
  EXPECT_TRUE(recorded(with([](Plan& plan) { plan.term = 7; }))) << "attempts that stalled leave terms out";
  EXPECT_TRUE(refused(with([](Plan& plan) { plan.primary = "atlantis"; }), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(with([](Plan& plan) { plan.primary = "vijayawada"; }), Refusal::kBadValue));
  EXPECT_TRUE(refused(with([](Plan& plan) { plan.log_key = "timbuktu/witness"; }), Refusal::kBadValue));
  EXPECT_TRUE(refused(with([](Plan& plan) { plan.log_key = "unheard of"; }), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(with([](Plan& plan) {
                        plan.primary = "es-semara";
                        plan.log_key = "es-semara/log";
                      }),
                      Refusal::kBadValue))
      << "even to itself a primary hands over under another key";
}

TEST_F(HandOver, GoesOnFromTermToTerm) {
  ASSERT_TRUE(recorded(club.record(administrators, act_of(usual()))));
  enrol("es-semara/log-3", schema::KeyEnrolled::Purpose::LOG, "es-semara");
  const auto back = [&](std::uint32_t lock_term) {
    return usual_but([&](Plan& plan) {
      plan.term = 3;
      plan.primary = "es-semara";
      plan.log_key = "es-semara/log-3";
      plan.lock = Point{club.size(), lock_term};
      plan.final = Point{3, 1};
    });
  };
  EXPECT_TRUE(refused(judge(back(1)), Refusal::kBadValue)) << "a lock of term 1 cannot cover what term 2 recorded";
  EXPECT_TRUE(recorded(judge(back(2))));
}

TEST_F(HandOver, OverABoundaryNeedsBothSetsOfWitnesses) {
  for (const char* member : {"es-semara", "timbuktu", "vijayawada"})
    enrol(std::string(member) + "/witness-2", schema::KeyEnrolled::Purpose::WITNESS, member);
  const std::uint64_t old_final = club.size();
  ASSERT_TRUE(recorded(club.record(administrators, [](ActBuilder act) {
    auto finality = act.initWitnessSetChanged().initFinality();
    act.getWitnessSetChanged().setReason("new machines");
    auto witnesses = finality.initWitnesses(3);
    const std::array<std::string, 3> members = {"es-semara", "timbuktu", "vijayawada"};
    for (capnp::uint i = 0; i < 3; ++i) {
      witnesses[i].setMember(to_text(members[i]));
      witnesses[i].setKey(to_data(Club::key_id(members[i] + "/witness-2").view()));
    }
    finality.setQuorum(2);
  })));
  const std::vector<std::string> old_set = {"timbuktu/witness", "vijayawada/witness"};
  const std::vector<std::string> new_set = {"timbuktu/witness-2", "vijayawada/witness-2"};
  std::vector<std::string> both = old_set;
  both.insert(both.end(), new_set.begin(), new_set.end());
  const auto with = [&](const std::vector<std::string>& acks, const std::vector<std::string>& freezers) {
    return judge({.freezers = freezers,
                  .lock = Point{club.size()},
                  .final = Point{old_final},
                  .acks = acks,
                  .cosigners = old_set});
  };
  EXPECT_TRUE(recorded(with(both, both)));
  EXPECT_TRUE(refused(with(old_set, both), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(with(new_set, both), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(with(both, new_set), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(with(both, old_set), Refusal::kWitnessRule));
}

}  // namespace
}  // namespace jumelage::governance
