// WitnessSetChanged, and what may not be left without witnesses or administrators.
#include "governance/context.h"
#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;
using Standing = schema::MemberChanged::Standing;
struct Named {
  std::string member;
  std::string key;
};

class WitnessSet : public ::testing::Test {
 protected:
  static Club::Fill witnesses(const std::vector<Named>& named, std::uint16_t quorum) {
    return [=](ActBuilder act) {
      auto payload = act.initWitnessSetChanged();
      payload.setReason("as agreed");
      payload.initFinality().setQuorum(quorum);
      auto list = payload.getFinality().initWitnesses(static_cast<capnp::uint>(named.size()));
      for (capnp::uint i = 0; i < list.size(); ++i) {
        list[i].setMember(to_text(named[i].member));
        list[i].setKey(to_data(Club::key_id(named[i].key).view()));
      }
    };
  }
  static Club::Fill standing(const char* member, Standing to) {
    return [=](ActBuilder act) {
      auto payload = act.initMemberChanged();
      payload.setId(member);
      payload.setStanding(to);
      payload.setVotingRight(true);
      payload.setFeesInOrder(true);
      payload.setReason("as it wishes");
    };
  }
  Result<Effects> leaves(const std::string& member) {
    return club.record({Club::chair(), Club::secretary(), Club::mandate(member + "-1")},
                       standing(member.c_str(), Standing::WITHDRAWN));
  }

  Club club;
  const std::vector<Signs> administrators = {Club::administrator("es-semara"), Club::administrator("timbuktu")};
  const Named es_semara = {"es-semara", "es-semara/witness"};
  const Named timbuktu = {"timbuktu", "timbuktu/witness"};
  const Named vijayawada = {"vijayawada", "vijayawada/witness"};
};

TEST_F(WitnessSet, IsChangedByTheAdministratorsFromItsPlaceOn) {
  EXPECT_TRUE(refused(club.judge({administrators[0]}, witnesses({timbuktu}, 1)), Refusal::kSignatureMissing));
  ASSERT_TRUE(recorded(club.record(administrators, witnesses({timbuktu, vijayawada}, 2))));
  const auto ledger_at = [&](std::uint64_t position) {
    return Row<schema::SubjectRow>(club.reg().floor(Table::kRows, row_key(kLedgerNumber, position))->value);
  };
  EXPECT_EQ(ledger_at(1).reader().getLedger().getFinality().getWitnesses().size(), 2U);
  EXPECT_EQ(ledger_at(1).reader().getLedger().getFinalityAt(), 1U);
  EXPECT_EQ(ledger_at(0).reader().getLedger().getFinality().getWitnesses().size(), 3U) << "what held before is kept";
}

TEST_F(WitnessSet, MayBeEmptyWhereThePrimarysWordIsEnough) {
  EXPECT_TRUE(recorded(club.judge(administrators, witnesses({}, 0))));
  EXPECT_TRUE(refused(club.judge(administrators, witnesses({}, 1)), Refusal::kWitnessRule));
}

TEST_F(WitnessSet, HasAQuorumOfMoreThanHalf) {
  EXPECT_TRUE(refused(club.judge(administrators, witnesses({es_semara, timbuktu}, 1)), Refusal::kWitnessRule));
  EXPECT_TRUE(
      refused(club.judge(administrators, witnesses({es_semara, timbuktu, vijayawada}, 1)), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(club.judge(administrators, witnesses({es_semara, timbuktu}, 3)), Refusal::kWitnessRule));
  EXPECT_TRUE(recorded(club.judge(administrators, witnesses({es_semara, timbuktu, vijayawada}, 3))));
}

TEST_F(WitnessSet, HasForEachMemberAStandingWitnessKeyOfItsOwn) {
  const auto set = [&](const Named& second) {
    return club.judge(administrators, witnesses({es_semara, second, vijayawada}, 2));
  };
  EXPECT_TRUE(refused(set({"timbuktu", "unheard of"}), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(set({"atlantis", "timbuktu/witness"}), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(set({"timbuktu", "timbuktu/admin"}), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(set({"timbuktu", "es-semara/witness"}), Refusal::kWitnessRule));
  EXPECT_TRUE(refused(set(es_semara), Refusal::kWitnessRule));
  ASSERT_TRUE(recorded(club.record(administrators, [](ActBuilder act) {
    auto payload = act.initKeyRevoked();
    payload.setKey(to_data(Club::key_id("timbuktu/witness").view()));
    payload.setReason(schema::KeyRevoked::Reason::LOST);
  })));
  EXPECT_TRUE(refused(set(timbuktu), Refusal::kWitnessRule));
}

TEST_F(WitnessSet, HasNoMemberThatLeft) {
  ASSERT_TRUE(recorded(leaves("vijayawada")));
  EXPECT_TRUE(refused(club.judge(administrators, witnesses({es_semara, vijayawada}, 2)), Refusal::kWitnessRule));
}

TEST_F(WitnessSet, AMemberThatIsNeededForAQuorumCannotLeave) {
  ASSERT_TRUE(recorded(club.record(administrators, witnesses({es_semara, timbuktu, vijayawada}, 3))));
  EXPECT_TRUE(refused(leaves("vijayawada"), Refusal::kWitnessRule));
  ASSERT_TRUE(recorded(club.record(administrators, witnesses({es_semara, timbuktu}, 2))));
  EXPECT_TRUE(recorded(leaves("vijayawada")));
}

TEST_F(WitnessSet, AMemberThatAdministratorsNeedCannotLeave) {
  ASSERT_TRUE(recorded(club.record(administrators, witnesses({}, 0))));
  ASSERT_TRUE(recorded(leaves("vijayawada")));
  ASSERT_TRUE(recorded(club.record(administrators, [](ActBuilder act) {
    auto payload = act.initKeyRevoked();
    payload.setKey(to_data(Club::key_id("vijayawada/admin").view()));
    payload.setReason(schema::KeyRevoked::Reason::HOLDER_LEFT);
  })));
  EXPECT_TRUE(refused(leaves("timbuktu"), Refusal::kWitnessRule));
}

}  // namespace
}  // namespace jumelage::governance
