// A secretary's way through a session, with the built program.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

TEST_F(ClubTest, TheMembersAndMandatesAreThoseOfTheFounding) {
  const Outcome members = run({"member", "list"});
  EXPECT_EQ(members.exit_code, 0);
  EXPECT_THAT(members.out, HasSubstr("Timbuktu"));
  EXPECT_THAT(run({"mandate", "list"}).out, HasSubstr("cci-secretary"));
}

TEST_F(ClubTest, ASessionBecomesADecisionWithANumberAndAProof) {
  open_session();
  council({"decision", "vote", "charter", "--for", "es-semara-1,timbuktu-1", "--abstain", "vijayawada-1,expert-1",
           "--announced", "adopted"});
  const auto recorded = parsed(council({"decision", "record", "charter", "--json"}).out);
  const std::string number = recorded["recorded"][0]["number"].GetString();
  EXPECT_THAT(number, testing::MatchesRegex("CCI-20[0-9][0-9]-001"));
  council({"session", "close", "cci-1"});

  const auto decision = parsed(run({"decision", "show", number, "--json"}).out);
  EXPECT_STREQ(decision["announced"].GetString(), "adopted");
  EXPECT_STREQ(decision["computed"].GetString(), "adopted");
  EXPECT_FALSE(decision["irregular"].GetBool());
  EXPECT_EQ(decision["proof"]["size"].GetUint64(), log_size());

  const auto session = parsed(run({"session", "show", "cci-1", "--json"}).out);
  EXPECT_STREQ(session["phase"].GetString(), "closed");
  EXPECT_EQ(session["attendance"].Size(), 4U);
  EXPECT_STREQ(session["items"][0]["number"].GetString(), number.c_str());
  EXPECT_EQ(session["items"][0]["votes"].Size(), 1U);
}

TEST_F(ClubTest, AnOutcomeAnnouncedWronglyIsRecordedAsItWasAndMarked) {
  open_session();
  const std::vector<std::string> vote = {
      "decision",    "vote",   "charter", "--for", "es-semara-1", "--against", "timbuktu-1,vijayawada-1,expert-1",
      "--announced", "adopted"};
  const std::uint64_t before = log_size();
  const Outcome stopped = desk_.sign(vote, {"es-semara", "secretary"});
  EXPECT_EQ(stopped.exit_code, 4);
  EXPECT_THAT(stopped.out, HasSubstr("vote.announced_differs"));
  EXPECT_EQ(log_size(), before);

  auto with_reason = vote;
  with_reason.insert(with_reason.end(), {"--override-reason", "so announced, and minuted"});
  const auto recorded = parsed([&] {
    with_reason.push_back("--json");
    return council(with_reason).out;
  }());
  EXPECT_STREQ(recorded["recorded"][0]["findings"][0]["code"].GetString(), "vote.announced_differs");
  const Outcome shown = run({"show", "#" + std::to_string(before)});
  EXPECT_THAT(shown.out, HasSubstr("so announced, and minuted"));
  EXPECT_THAT(shown.out, HasSubstr("irregular"));
}

TEST_F(ClubTest, ADryRunSaysWhatWouldBeFoundAndRecordsNothing) {
  const Outcome dry = secretary({"session", "convene", "--scheduled", "2020-01-10T10:00+01:00", "--dry-run"});
  EXPECT_EQ(dry.exit_code, 4);
  EXPECT_THAT(dry.out, HasSubstr("session.short_notice"));
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(ClubTest, ADraftCanBeEditedAndRecorded) {
  const Outcome draft = secretary({"proposal", "table", "charter", "--title", "fr=Charte", "--print-act"});
  EXPECT_EQ(draft.exit_code, 0);
  desk_.write("charter.json", draft.out);
  EXPECT_EQ(secretary({"record", "charter.json"}).exit_code, 0);
  EXPECT_THAT(run({"proposal", "list"}).out, HasSubstr("charter"));
}

TEST_F(ClubTest, AListOfActsIsSignedAsOnePacket) {
  desk_.write("list.json", R"([
    {"basis": "live", "proposalTabled": {"id": "a", "body": "cci", "title": [{"language": "fr", "text": "Charte", "standing": "authentic"}]}},
    {"basis": "live", "proposalTabled": {"id": "b", "body": "cci", "title": [{"language": "fr", "text": "Charte", "standing": "authentic"}]}}
  ])");
  EXPECT_EQ(secretary({"record", "list.json", "--packet"}).exit_code, 0);
  const auto entry = parsed(run({"show", "#2", "--json"}).out);
  EXPECT_EQ(entry["signatures"][0]["packetSize"].GetUint64(), 2U);
}

TEST_F(ClubTest, ADocumentInAnActIsKeptUnderItsDigest) {
  desk_.write("charter.txt", "Charte\n");
  EXPECT_EQ(secretary({"proposal", "table", "charter", "--title", "fr=Charte", "--text", "charter.txt"}).exit_code, 0);
  const std::string digest = "211df94ce83186aa37b9c7ac6ec765a8bfcf1356e561bc2b5171087009923b63";  // by sha256sum
  const auto act = parsed(run({"show", "#1", "--json"}).out);
  const std::string named = act["act"]["proposalTabled"]["texts"][0]["digest"].GetString();
  EXPECT_EQ(named, digest);
  EXPECT_TRUE(std::filesystem::exists(desk_.ledger() / "documents" / digest.substr(0, 2) / digest));
}

TEST_F(ClubTest, WhatIsKnownOfAPersonIsNotInTheLog) {
  for (const auto& [name, content] : contents(desk_.ledger()))
    if (name.ends_with(".mdb")) {
      EXPECT_EQ(content.find("fill in name and contact"), std::string::npos) << name;
    }
}

TEST_F(ClubTest, TablesMadeAgainAreIdentical) {
  open_session();
  const auto rebuilt = parsed(run({"rebuild", "--json"}).out);
  EXPECT_TRUE(rebuilt["identical"].GetBool());
  EXPECT_EQ(rebuilt["entries"].GetUint64(), 4U);
  EXPECT_THAT(run({"session", "show", "cci-1"}).out, HasSubstr("open"));
}

TEST_F(ClubTest, EveryListIsValidJsonWithTheRightOption) {
  open_session();
  for (const std::vector<std::string>& words : {std::vector<std::string>{"member", "list"},
                                                {"mandate", "list"},
                                                {"log"},
                                                {"schema"},
                                                {"key", "list"},
                                                {"key", "show", "secretary"},
                                                {"proposal", "list"},
                                                {"session", "list"},
                                                {"session", "show", "cci-1"},
                                                {"decision", "list"},
                                                {"show", "ledger"},
                                                {"show", "#0"},
                                                {"show", "charter"},
                                                {"show", "es-semara"},
                                                {"show", "cci"},
                                                {"show", "secretary-1"}}) {
    auto asked = words;
    asked.push_back("--json");
    const Outcome outcome = run(asked);
    EXPECT_EQ(outcome.exit_code, 0) << words[0] << outcome.err;
    EXPECT_TRUE(parsed(outcome.out).IsObject()) << words[0];
    EXPECT_TRUE(outcome.err.empty()) << outcome.err;
    EXPECT_EQ(run(words).exit_code, 0) << words[0];
  }
}

TEST_F(ClubTest, WhatIsShownAsJsonHasIdsAndTimesAndNoNumbersOfTheRegister) {
  secretary({"proposal", "table", "charter", "--title", "fr=Charte"});
  const std::string shown = run({"show", "charter", "--json"}).out;
  EXPECT_THAT(shown, testing::Not(HasSubstr("18446744073709551615")));
  const auto json = parsed(shown);
  EXPECT_STREQ(json["state"]["proposal"]["body"].GetString(), "cci");
  EXPECT_FALSE(json["state"]["proposal"].HasMember("decision"));
  EXPECT_THAT(json["state"]["recordedAt"].GetString(), testing::EndsWith("Z"));
}

TEST_F(ClubTest, TheKeysThatAFoundingEnrolsAreCountedNotListed) {
  const std::string log = run({"log"}).out;
  EXPECT_THAT(log, HasSubstr("keys themselves"));
  EXPECT_THAT(log, testing::Not(HasSubstr("the key itself")));
}

TEST_F(ClubTest, NothingInATitleCanTurnTheTerminalAround) {
  desk_.write("turned.json",
              "{\"basis\": \"live\", \"proposalTabled\": {\"id\": \"turned\", \"body\": \"cci\", \"title\": "
              "[{\"language\": \"fr\", \"text\": \"a\\u202eb\", \"standing\": \"authentic\"}]}}");
  secretary({"record", "turned.json"});
  const std::string shown = run({"proposal", "list"}).out + run({"show", "#1"}).out;
  EXPECT_EQ(shown.find("\u202e"), std::string::npos);
}

}  // namespace
}  // namespace jumelage::e2e
