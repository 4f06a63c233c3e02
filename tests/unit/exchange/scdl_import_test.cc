#include "exchange/scdl_import.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "governance/judge.h"
#include "support/club.h"

namespace jumelage::exchange {
namespace {

using test::Club;

constexpr std::string_view kHeader =
    "COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_MATIERE_CODE,DELIB_MATIERE_NOM,DELIB_OBJET,BUDGET_ANNEE,BUDGET_NOM,"
    "PREF_ID,PREF_DATE,VOTE_EFFECTIF,VOTE_REEL,VOTE_POUR,VOTE_CONTRE,VOTE_ABSTENTION,DELIB_URL\n";
constexpr std::string_view kVoted =
    "Ville,21860194600013,2022.00028,2022-03-24,8.4,Aménagement,Un parc,2022,Voirie,PREF042,2022-04-04,13,11,7,2,1,"
    "https://ville.example/28\n";
constexpr std::string_view kSilent = "Ville,21860194600013,2022/29,2022-03-24,,,Une école,,,,,,,,,,\n";

class ClubClock final : public Clock {
 public:
  explicit ClubClock(const Club& club) : club_(club) {}
  UnixMillis now() const override { return club_.now(); }

 private:
  const Club& club_;
};

class ScdlAsActs : public testing::Test {
 protected:
  void SetUp() override {
    const auto established = club_.record({Club::chair(), Club::secretary()}, [](schema::Act::Builder act) {
      auto body = act.initBodyEstablished();
      body.setId("ville");
      test::set_name(body.initNames(1), "Ville (registre importé)");
      body.setKind(schema::BodyEstablished::Kind::IMPORTED);
      body.setParent("cci");
      body.initRuleSet().setId("cci-rules");
      body.getRuleSet().setVersion(1);
      body.initNumbering().setSeries("V");
      body.getNumbering().setSource(schema::BodyEstablished::Numbering::Source::ORIGIN);
    });
    ASSERT_TRUE(established) << established.error().message();
  }

  Result<ScdlImport> import(std::string_view rows) {
    const std::string file = std::string(kHeader) + std::string(rows);
    ledger::Author author(club_.reg(), club_.ledger_id(), clock_, {Club::key_id(Club::secretary().key)});
    return import_scdl(read_scdl(as_bytes(file)), club_.reg(), club_.history(), author, "ville");
  }
  // What the rules say of acts, one after the other: their findings, or the first refusal.
  Result<std::vector<std::string>> record(const ScdlImport& import) {
    std::vector<std::string> findings;
    for (const event::Act& act : import.acts) {
      JUMELAGE_TRY(const auto effects, club_.record(event::ActBuilder(act)));
      for (const auto& finding : effects.findings) findings.emplace_back(finding.code);
    }
    return findings;
  }

  Club club_;
  ClubClock clock_{club_};
};

TEST_F(ScdlAsActs, a_row_with_a_vote_becomes_a_proposal_a_vote_and_a_decision_that_the_rules_accept) {
  const auto made = import(kVoted);
  ASSERT_TRUE(made) << made.error().message();
  ASSERT_EQ(made.value().acts.size(), 3U);
  EXPECT_TRUE(made.value().acts[0].reader().isProposalTabled());
  EXPECT_TRUE(made.value().acts[1].reader().isVoteRecorded());
  EXPECT_TRUE(made.value().acts[2].reader().isDecisionRecorded());
  const auto findings = record(made.value());
  ASSERT_TRUE(findings) << findings.error().message();
  EXPECT_TRUE(findings.value().empty());
}

TEST_F(ScdlAsActs, every_value_of_the_row_is_somewhere_in_its_acts) {
  const auto made = import(kVoted).value();
  const auto proposal = made.acts[0].reader().getProposalTabled();
  EXPECT_EQ(std::string(proposal.getTitle()[0].getText().cStr()), "Un parc");
  EXPECT_EQ(std::string(proposal.getMatter().getCode().cStr()), "8.4");
  EXPECT_EQ(std::string(proposal.getMatter().getLabel().cStr()), "Aménagement");
  EXPECT_EQ(std::string(proposal.getBudget()[0].getName().cStr()), "Voirie");
  const auto tally = made.acts[1].reader().getVoteRecorded().getTally();
  EXPECT_EQ(tally.getFor().getValue(), 7U);
  EXPECT_EQ(tally.getAgainst().getValue(), 2U);
  EXPECT_EQ(tally.getAbstain().getValue(), 1U);
  EXPECT_EQ(tally.getPresent().getValue(), 11U);
  EXPECT_EQ(tally.getInExercise().getValue(), 13U);
  EXPECT_TRUE(tally.getBlank().getUnknown());
  std::vector<std::string> ids;
  for (const auto id : made.acts[2].reader().getExternalIds())
    ids.push_back(std::string(id.getScheme().cStr()) + "=" + id.getValue().cStr());
  EXPECT_EQ(ids, (std::vector<std::string>{"scdl:DELIB_ID=2022.00028", "scdl:COLL_NOM=Ville", "siret=21860194600013",
                                           "scdl:PREF_ID=PREF042", "scdl:PREF_DATE=2022-04-04",
                                           "scdl:DELIB_URL=https://ville.example/28", "scdl:BUDGET_ANNEE=2022"}));
  EXPECT_EQ(made.acts[2].reader().getDecisionRecorded().getDate(), test::day("2022-03-24"));
}

TEST_F(ScdlAsActs, a_row_that_tells_of_no_vote_gets_none_and_its_decision_names_none) {
  const auto made = import(kSilent);
  ASSERT_TRUE(made) << made.error().message();
  ASSERT_EQ(made.value().acts.size(), 2U);
  EXPECT_FALSE(made.value().acts[1].reader().getDecisionRecorded().hasVote());
  const auto findings = record(made.value());
  ASSERT_TRUE(findings) << findings.error().message();
}

TEST_F(ScdlAsActs, running_it_again_makes_nothing_of_what_is_there) {
  ASSERT_TRUE(record(import(kVoted).value()));
  const auto again = import(std::string(kVoted) + std::string(kSilent)).value();
  EXPECT_EQ(again.known, (std::vector<std::string>{"2022.00028"}));
  EXPECT_EQ(again.deliberations.size(), 1U);
}

TEST_F(ScdlAsActs, a_row_left_half_recorded_is_completed) {
  for (const std::size_t there : {1U, 2U}) {
    SCOPED_TRACE(there);
    const std::string row =
        "Ville,21860194600013,half" + std::to_string(there) + ",2022-03-24,,,Un parc,,,,,13,10,7,2,1,\n";
    const auto whole = import(row).value();
    ASSERT_EQ(whole.acts.size(), 3U);
    for (std::size_t i = 0; i < there; ++i) ASSERT_TRUE(club_.record(event::ActBuilder(whole.acts[i])));
    const auto rest = import(row);
    ASSERT_TRUE(rest) << rest.error().message();
    EXPECT_EQ(rest.value().acts.size(), 3U - there);
    const auto recorded = record(rest.value());
    ASSERT_TRUE(recorded) << recorded.error().message();
    EXPECT_EQ(import(row).value().known.size(), 1U);
  }
}

TEST_F(ScdlAsActs, packets_end_where_rows_end) {
  // Rows of 3, 2, 2 and 3 acts.
  const auto made =
      import(std::string(kVoted) + std::string(kSilent) + "Ville,21860194600013,31,2022-03-24,,,Une rue,,,,,,,,,,\n" +
             "Ville,21860194600013,32,2022-03-24,,,Un pont,,,,,13,10,7,2,1,\n")
          .value();
  std::vector<std::size_t> ends;
  for (const ScdlPacket& packet : packets_of(made, 6)) {
    EXPECT_EQ(made.deliberations[packet.begin].begin, ends.empty() ? 0 : ends.back());
    ends.push_back(made.deliberations[packet.end - 1].end);
    EXPECT_TRUE(made.acts[ends.back() - 1].reader().isDecisionRecorded());
  }
  EXPECT_EQ(ends, (std::vector<std::size_t>{5, 10}));
}

TEST_F(ScdlAsActs, ids_are_made_of_letters_and_digits_and_never_too_long) {
  EXPECT_EQ(scdl_decision_id("ville", "2022.00029"), "ville-2022-00029");
  EXPECT_EQ(scdl_decision_id("ville", "2022/29 Bis").substr(0, 18), "ville-2022-29-bis-");
  EXPECT_LE(scdl_decision_id("ville", std::string(200, '9')).size(), 62U);
}

TEST_F(ScdlAsActs, different_numbers_never_become_one_id) {
  std::set<std::string> ids;
  const std::vector<std::string> numbers = {"2022.1",
                                            "2022-1",
                                            "2022/1",
                                            "2022..1",
                                            "2022.1.",
                                            ".2022.1",
                                            "2022 1",
                                            "A1",
                                            "a1",
                                            "É",
                                            "È",
                                            "-",
                                            "/",
                                            std::string(100, '1'),
                                            std::string(99, '1')};
  for (const std::string& number : numbers) EXPECT_TRUE(ids.insert(scdl_decision_id("ville", number)).second) << number;
}

TEST_F(ScdlAsActs, a_number_that_looks_like_the_proposal_of_another_is_a_deliberation_of_its_own) {
  const auto made = import(
      "Ville,21860194600013,77,2022-03-24,,,Un parc,,,,,,,,,,\n"
      "Ville,21860194600013,77.p,2022-03-24,,,Une place,,,,,,,,,,\n");
  ASSERT_TRUE(made) << made.error().message();
  EXPECT_EQ(made.value().deliberations.size(), 2U);
  const auto recorded = record(made.value());
  ASSERT_TRUE(recorded) << recorded.error().message();
  const auto later = import("Ville,21860194600013,77.p.p,2022-03-24,,,Un quai,,,,,,,,,,\n").value();
  EXPECT_EQ(later.known, std::vector<std::string>{});
}

TEST_F(ScdlAsActs, no_decision_has_the_id_of_a_proposal_in_whatever_body) {
  for (const char* number : {"p", "77.p", "77p", "77-p", "77.P", "77.p.", "p.p"})
    EXPECT_FALSE(scdl_decision_id("ville", number).ends_with("-p")) << number;
  EXPECT_TRUE(scdl_proposal_id("ville", "77.p").ends_with("-p"));
  EXPECT_LE(scdl_proposal_id(std::string(40, 'v'), std::string(200, '9')).size(), 64U);
  EXPECT_EQ(scdl_decision_id("ville", "77p"), "ville-77p");
}

TEST_F(ScdlAsActs, only_a_decision_of_that_id_in_that_body_is_there_already) {
  ASSERT_TRUE(club_.record({Club::chair(), Club::secretary()}, [](schema::Act::Builder act) {
    auto body = act.initBodyEstablished();
    body.setId("ville-2022-00028");
    test::set_name(body.initNames(1), "Une autre");
    body.setKind(schema::BodyEstablished::Kind::IMPORTED);
    body.setParent("cci");
    body.initRuleSet().setId("cci-rules");
    body.getRuleSet().setVersion(1);
    body.initNumbering().setSeries("W");
    body.getNumbering().setSource(schema::BodyEstablished::Numbering::Source::ORIGIN);
  }));
  const auto made = import(kVoted).value();
  EXPECT_EQ(made.known, std::vector<std::string>{});
  EXPECT_FALSE(record(made));
}

}  // namespace
}  // namespace jumelage::exchange
