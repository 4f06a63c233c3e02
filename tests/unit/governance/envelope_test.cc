// What every act must keep to, whatever its kind. The act used is a person's registration, the smallest there is.
#include "governance/envelope.h"

#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

void person(ActBuilder act, const char* id = "p-9") {
  auto payload = act.initPersonRegistered();
  payload.setId(id);
  test::set_document(payload.initDocument(), id, schema::DocumentRef::Role::PERSONAL, true);
}

// A member's change of address: an act on a subject that exists.
void move_house(ActBuilder act) {
  auto payload = act.initMemberChanged();
  payload.setId("timbuktu");
  auto profile = payload.initProfile();
  test::set_name(profile.initNames(1), "Tombouctou");
  profile.setCountry("ML");
  payload.setVotingRight(true);
  payload.setFeesInOrder(true);
  payload.setReason("new town hall");
}
const std::vector<Signs> kMovers = {Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")};

class Envelope : public ::testing::Test {
 protected:
  template <class Edit>
  Result<Effects> judge(Edit&& edit) {
    event::ActBuilder act = club.draft({Club::secretary()}, [](ActBuilder b) { person(b); });
    edit(act.root());
    return club.judge(act);
  }
  Club club;
};

TEST_F(Envelope, AcceptsAnOrdinaryAct) {
  EXPECT_TRUE(recorded(judge([](ActBuilder) {})));
}

TEST_F(Envelope, RefusesAnActOfAnotherLedger) {
  EXPECT_TRUE(refused(judge([](ActBuilder act) {
                        const Digest other{{7}};
                        act.setLedgerId(to_data(other.view()));
                      }),
                      Refusal::kForeignLedger));
}

TEST_F(Envelope, RefusesTheSameActTwice) {
  const event::ActBuilder act = club.draft({Club::secretary()}, [](ActBuilder b) { person(b); });
  ASSERT_TRUE(recorded(club.record(act)));
  EXPECT_TRUE(refused(club.judge(act), Refusal::kDuplicate));
}

TEST_F(Envelope, AllowsAClockThatIsALittleAheadAndNoMore) {
  const auto recorded_in = [&](UnixMillis ahead_ms) {
    return judge([&](ActBuilder act) { act.getRecordedAt().setUtc(club.now() + ahead_ms); });
  };
  EXPECT_TRUE(recorded(recorded_in(kClockTolerance_ms)));
  EXPECT_TRUE(refused(recorded_in(kClockTolerance_ms + 1), Refusal::kTimeImpossible));
  EXPECT_TRUE(recorded(recorded_in(-3'600'000)));
}

TEST_F(Envelope, RefusesADecisionTakenAfterItWasRecorded) {
  const auto decided_in = [&](UnixMillis after_ms) {
    return judge([&](ActBuilder act) { test::set_moment(act.initDecidedAt(), club.now() + after_ms); });
  };
  EXPECT_TRUE(recorded(decided_in(kClockTolerance_ms)));
  EXPECT_TRUE(refused(decided_in(kClockTolerance_ms + 1), Refusal::kTimeImpossible));
}

TEST_F(Envelope, AsksForAnAttestationWhereTheBasisSaysSo) {
  const auto attest = [](ActBuilder act, const char* attester) {
    act.setBasis(schema::Basis::ATTESTED);
    auto attestation = act.initAttestation();
    attestation.setAttester(to_text(std::string(attester)));
    attestation.setStatement("letter of 3 March");
  };
  EXPECT_TRUE(refused(judge([](ActBuilder act) { act.setBasis(schema::Basis::ATTESTED); }), Refusal::kBadValue));
  EXPECT_TRUE(recorded(judge([&](ActBuilder act) { attest(act, "cci-secretary"); })));
  EXPECT_TRUE(refused(judge([&](ActBuilder act) { attest(act, "cci-chair"); }), Refusal::kSignatureMissing));
}

TEST_F(Envelope, KeepsImportsToWhatCanComeFromElsewhere) {
  EXPECT_TRUE(recorded(judge([](ActBuilder act) { act.setBasis(schema::Basis::IMPORTED); })));
  EXPECT_TRUE(refused(club.judge(kMovers,
                                 [](ActBuilder act) {
                                   act.setBasis(schema::Basis::IMPORTED);
                                   move_house(act);
                                 }),
                      Refusal::kBadValue));
}

TEST_F(Envelope, RefusesARuleSetVersionThatWasNeverEnacted) {
  const auto under = [&](const char* id, std::uint32_t version) {
    return judge([&](ActBuilder act) {
      act.initRuleSet().setId(id);
      act.getRuleSet().setVersion(version);
    });
  };
  EXPECT_TRUE(recorded(under("cci-rules", 1)));
  EXPECT_TRUE(refused(under("cci-rules", 2), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(under("cci", 1), Refusal::kWrongKind));
}

// --- Subjects

TEST_F(Envelope, RefusesAnActThatListsNoneOrTooManyOfItsSubjects) {
  EXPECT_TRUE(refused(judge([](ActBuilder act) { act.initSubjects(0); }), Refusal::kSubjectsMismatch));
  EXPECT_TRUE(refused(judge([](ActBuilder act) {
                        auto two = act.initSubjects(2);
                        two[0].setId("cci");
                        two[1].setId("p-9");
                      }),
                      Refusal::kSubjectsMismatch));
  EXPECT_TRUE(refused(judge([](ActBuilder act) { act.getSubjects()[0].setId("p-1"); }), Refusal::kSubjectsMismatch));
}

TEST_F(Envelope, RefusesAnEarlierActOnASubjectThatIsNew) {
  EXPECT_TRUE(refused(judge([&](ActBuilder act) {
                        auto prev = act.getSubjects()[0].initPrev();
                        const Digest id{{3}};
                        prev.setId(to_data(id.view()));
                        prev.setRecordedAt(club.now());
                      }),
                      Refusal::kSubjectsMismatch));
}

TEST_F(Envelope, RefusesAnActWhoseAuthorHadNotSeenTheNewestOne) {
  const event::ActBuilder first = club.draft(kMovers, move_house);
  event::ActBuilder second = club.draft(kMovers, move_house);
  second.root().getRecordedAt().setUtc(club.now() + 1);
  ASSERT_TRUE(recorded(club.record(first)));
  const auto late = club.judge(second);
  EXPECT_TRUE(refused(late, Refusal::kSubjectMovedOn));
  EXPECT_NE(late.error().message().find("position 1"), std::string::npos) << late.error().message();
  club.fill_subjects(second);
  EXPECT_TRUE(recorded(club.judge(second)));
}

TEST_F(Envelope, RefusesAnActThatNamesTheNewestOneWronglyDated) {
  event::ActBuilder act = club.draft(kMovers, move_house);
  auto prev = act.root().getSubjects()[0].getPrev();
  prev.setRecordedAt(prev.getRecordedAt() + 1);
  EXPECT_TRUE(refused(club.judge(act), Refusal::kSubjectMovedOn));
}

TEST_F(Envelope, RefusesAnActOnAKnownSubjectThatNamesNoEarlierOne) {
  event::ActBuilder act = club.draft(kMovers, move_house);
  act.root().initSubjects(1)[0].setId("timbuktu");
  EXPECT_TRUE(refused(club.judge(act), Refusal::kSubjectMovedOn));
}

}  // namespace
}  // namespace jumelage::governance
