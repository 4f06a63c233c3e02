// Who may sign as what, where in the log and on which day.
#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

using schema::Capacity;

void person(ActBuilder act, const std::string& id) {
  auto payload = act.initPersonRegistered();
  payload.setId(to_text(id));
  test::set_document(payload.initDocument(), id, schema::DocumentRef::Role::PERSONAL, true);
}

class Signers : public ::testing::Test {
 protected:
  Result<Effects> judge(const std::vector<Signs>& signers) {
    return club.judge(signers, [](ActBuilder act) { person(act, "p-9"); });
  }
  Result<Effects> change_mandate(const std::string& id, schema::MandateChanged::Change change, const std::string& from,
                                 const std::vector<Signs>& signers) {
    return club.record(signers, [&](ActBuilder act) {
      auto payload = act.initMandateChanged();
      payload.setId(to_text(id));
      payload.setChange(change);
      payload.setFrom(test::day(from));
      payload.setReason(schema::MandateChanged::Reason::OTHER);
    });
  }
  Result<Effects> revoke(const std::string& key, const std::vector<Signs>& signers) {
    return club.record(signers, [&](ActBuilder act) {
      auto payload = act.initKeyRevoked();
      payload.setKey(to_data(Club::key_id(key).view()));
      payload.setReason(schema::KeyRevoked::Reason::LOST);
    });
  }
  Club club;
  const std::vector<Signs> administrators = {Club::administrator("es-semara"), Club::administrator("timbuktu")};
};

TEST_F(Signers, MustBeEnrolled) {
  EXPECT_TRUE(refused(judge({{"stranger", Capacity::OFFICE, "cci-secretary"}}), Refusal::kUnknownSigner));
}

TEST_F(Signers, MustHoldTheOfficeTheyName) {
  EXPECT_TRUE(refused(judge({{"timbuktu-1", Capacity::OFFICE, "cci-secretary"}}), Refusal::kWrongCapacity));
  EXPECT_TRUE(refused(judge({{"secretary-1", Capacity::OFFICE, "no-office"}}), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(judge({{"secretary-1", Capacity::OFFICE, "cci"}}), Refusal::kWrongKind));
}

TEST_F(Signers, MustHoldTheMandateTheyName) {
  EXPECT_TRUE(
      refused(judge({Club::secretary(), {"timbuktu-1", Capacity::MANDATE, "es-semara-1"}}), Refusal::kWrongCapacity));
}

TEST_F(Signers, CannotUseTheKeyOfOneRoleInAnother) {
  EXPECT_TRUE(refused(judge({Club::secretary(), {"es-semara/admin", Capacity::MANDATE, "es-semara-1"}}),
                      Refusal::kWrongCapacity));
  EXPECT_TRUE(refused(judge({Club::secretary(), {"es-semara-1", Capacity::ADMINISTRATOR, "es-semara"}}),
                      Refusal::kWrongCapacity));
  EXPECT_TRUE(
      refused(judge({Club::secretary(), {"es-semara-1", Capacity::NODE, "es-semara"}}), Refusal::kWrongCapacity));
}

TEST_F(Signers, AreAdministratorsForTheirOwnMember) {
  EXPECT_TRUE(refused(judge({Club::secretary(), {"es-semara/admin", Capacity::ADMINISTRATOR, "timbuktu"}}),
                      Refusal::kWrongCapacity));
}

TEST_F(Signers, CannotBeFoundersOrPossessorsOfSomethingElse) {
  EXPECT_TRUE(
      refused(judge({Club::secretary(), {"timbuktu-1", Capacity::FOUNDER, "timbuktu"}}), Refusal::kWrongCapacity));
  EXPECT_TRUE(refused(judge({Club::secretary(), Club::possession("timbuktu-1")}), Refusal::kWrongCapacity));
}

TEST_F(Signers, MayBeANodeWithAWitnessKey) {
  EXPECT_TRUE(recorded(judge({Club::secretary(), {"timbuktu/witness", Capacity::NODE, "timbuktu"}})));
  EXPECT_TRUE(
      refused(judge({Club::secretary(), {"timbuktu/witness", Capacity::NODE, "es-semara"}}), Refusal::kWrongCapacity));
}

TEST_F(Signers, MustIncludeTheOnesThatTheKindNeeds) {
  EXPECT_TRUE(refused(judge({Club::chair()}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(judge({Club::mandate("secretary-1")}), Refusal::kSignatureMissing));
}

TEST_F(Signers, ANewKeySignsFromTheNextPositionOn) {
  club.grant_mandate("timbuktu-2", "timbuktu");
  const auto holder = Club::mandate("timbuktu-2");
  EXPECT_TRUE(refused(judge({Club::secretary(), holder}), Refusal::kUnknownSigner));
  club.enrol_key("timbuktu-2");
  EXPECT_TRUE(recorded(judge({Club::secretary(), holder})));
}

TEST_F(Signers, ARevokedKeySignsNoMore) {
  ASSERT_TRUE(recorded(judge({Club::secretary(), Club::mandate("timbuktu-1")})));
  ASSERT_TRUE(recorded(revoke("timbuktu-1", administrators)));
  EXPECT_TRUE(refused(judge({Club::secretary(), Club::mandate("timbuktu-1")}), Refusal::kKeyNotValidHere));
}

TEST_F(Signers, AnEndedMandateSignsNoMore) {
  using schema::MandateChanged;
  ASSERT_TRUE(recorded(
      change_mandate("timbuktu-1", MandateChanged::Change::ENDED, "2025-10-30", {Club::mandate("timbuktu-1")})));
  EXPECT_TRUE(refused(judge({Club::secretary(), Club::mandate("timbuktu-1")}), Refusal::kWrongCapacity));
  EXPECT_TRUE(refused(judge({Club::secretary(), Club::vice_chair()}), Refusal::kWrongCapacity));
}

TEST_F(Signers, AMandateThatEndsLaterSignsUntilItsLastDay) {
  using schema::MandateChanged;
  ASSERT_TRUE(recorded(
      change_mandate("timbuktu-1", MandateChanged::Change::ENDED, "2025-11-15", {Club::mandate("timbuktu-1")})));
  const std::vector<Signs> both = {Club::secretary(), Club::mandate("timbuktu-1")};
  constexpr UnixMillis kDay_ms = 86'400'000;
  club.set_now(Club::kFoundedAt + 15 * kDay_ms);  // 14 November
  EXPECT_TRUE(recorded(judge(both)));
  club.set_now(Club::kFoundedAt + 16 * kDay_ms);
  EXPECT_TRUE(recorded(judge(both))) << "a day more, as it is still the 14th somewhere";
  club.set_now(Club::kFoundedAt + 17 * kDay_ms);
  EXPECT_TRUE(refused(judge(both), Refusal::kWrongCapacity));
}

TEST_F(Signers, NoDateInTheActProlongsATerm) {
  using schema::MandateChanged;
  ASSERT_TRUE(recorded(
      change_mandate("timbuktu-1", MandateChanged::Change::ENDED, "2025-11-15", {Club::mandate("timbuktu-1")})));
  constexpr UnixMillis kDay_ms = 86'400'000;
  constexpr UnixMillis kInTerm = Club::kFoundedAt + 10 * kDay_ms;
  club.set_now(Club::kFoundedAt + 60 * kDay_ms);
  for (const auto basis : {schema::Basis::LIVE, schema::Basis::TRANSCRIBED})
    EXPECT_TRUE(refused(club.judge({Club::secretary(), Club::mandate("timbuktu-1")},
                                   [&](ActBuilder act) {
                                     act.setBasis(basis);
                                     test::set_moment(act.initRecordedAt(), kInTerm);
                                     test::set_moment(act.initDecidedAt(), kInTerm);
                                     person(act, "p-9");
                                   }),
                        Refusal::kWrongCapacity));
}

TEST_F(Signers, AnImpededMandateSignsOnlyItsOwnResumption) {
  using schema::MandateChanged;
  const std::vector<Signs> holder = {Club::mandate("timbuktu-1")};
  ASSERT_TRUE(recorded(change_mandate("timbuktu-1", MandateChanged::Change::IMPEDED, "2025-10-30", holder)));
  EXPECT_TRUE(refused(judge({Club::secretary(), holder[0]}), Refusal::kWrongCapacity));
  ASSERT_TRUE(recorded(change_mandate("timbuktu-1", MandateChanged::Change::RESUMED, "2025-10-30", holder)));
  EXPECT_TRUE(recorded(judge({Club::secretary(), holder[0]})));
}

TEST_F(Signers, AnImpededMandateCannotSignForAnother) {
  using schema::MandateChanged;
  club.grant_mandate("timbuktu-2", "timbuktu");
  const std::vector<Signs> holder = {Club::mandate("timbuktu-1")};
  ASSERT_TRUE(recorded(change_mandate("timbuktu-1", MandateChanged::Change::IMPEDED, "2025-10-30", holder)));
  EXPECT_TRUE(refused(change_mandate("timbuktu-2", MandateChanged::Change::ENDED, "2025-10-30", holder),
                      Refusal::kWrongCapacity));
}

}  // namespace
}  // namespace jumelage::governance
