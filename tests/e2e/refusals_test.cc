// What the program refuses, how it says so, and that it leaves everything as it was.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

TEST_F(ClubTest, AFieldThatDoesNotExistIsNamedWithItsLine) {
  desk_.write("bad.json", "{\n  \"basis\": \"live\",\n  \"sessionClosed\": {\n    \"sesion\": \"cci-1\"\n  }\n}\n");
  const Outcome outcome = secretary({"record", "bad.json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("bad.json"));
  EXPECT_THAT(outcome.err, HasSubstr("line 4"));
  EXPECT_THAT(outcome.err, HasSubstr("did you mean \"session\""));
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(ClubTest, WhatIsNeitherJsonNorADraftIsToldSoBeforeAnybodyIsAskedToSign) {
  for (const char* text : {"", " \n", "umelage draft 1\n", "\xff\xfe"}) {
    desk_.write("odd", text);
    const Outcome outcome = run({"record", "odd"});
    EXPECT_EQ(outcome.exit_code, 2) << text;
    EXPECT_THAT(outcome.err, HasSubstr("odd: the file is")) << text;
  }
}

TEST_F(ClubTest, AnErrorInAListNamesTheLineOfTheFile) {
  desk_.write("bad.json",
              "[\n{\"basis\": \"live\", \"proposalTabled\": {\"id\": \"a\", \"body\": \"cci\", "
              "\"title\": [{\"language\": \"fr\", \"text\": \"A\", \"standing\": \"authentic\"}]}},\n"
              "{\"basis\": \"live\", \"proposalTabled\": {\"id\": \"b\",\n \"body\": 7}}\n]");
  const Outcome outcome = secretary({"record", "bad.json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("act 2"));
  EXPECT_THAT(outcome.err, HasSubstr("line 4"));
}

TEST_F(ClubTest, OneRefusedActOfAListRefusesAllAndLeavesNoDocument) {
  desk_.write("list.json", R"([
    {"basis": "live", "personRegistered": {"id": "p-9", "document": "@personal:somebody"}},
    {"basis": "live", "personRegistered": {"id": "p-1", "document": "@personal:somebody else"}}
  ])");
  const auto before = contents(desk_.ledger() / "documents");
  const Outcome outcome = secretary({"record", "list.json", "--json"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_STREQ(parsed(outcome.err)["error"]["code"].GetString(), "refused.id_taken");
  EXPECT_EQ(log_size(), 1U);
  EXPECT_EQ(contents(desk_.ledger() / "documents"), before);
}

TEST_F(ClubTest, AWrongPassphraseRecordsNothing) {
  desk_.write("passphrase", "not the right one\n", 0600);
  const Outcome outcome = secretary({"proposal", "table", "charter", "--title", "fr=Charte"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("secretary"));
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(ClubTest, APassphraseFileThatOthersCanReadIsNotUsed) {
  desk_.write("passphrase", "only for this test\n", 0644);
  const Outcome outcome = secretary({"proposal", "table", "charter", "--title", "fr=Charte"});
  EXPECT_EQ(outcome.exit_code, 5);
  EXPECT_THAT(outcome.err, HasSubstr("chmod 600"));
}

TEST_F(ClubTest, WithoutATerminalAndWithoutAFileThereIsNobodyToAsk) {
  const Outcome outcome = run({"proposal", "table", "charter", "--title", "fr=Charte", "--key", "secretary"});
  EXPECT_EQ(outcome.exit_code, 5);
  EXPECT_THAT(outcome.err, HasSubstr("--passphrase-file"));
}

TEST_F(ClubTest, AKeyThatNobodyEnrolledIsRefused) {
  const Outcome outcome = desk_.sign({"proposal", "table", "charter", "--title", "fr=Charte", "--json"}, {"stranger"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_STREQ(parsed(outcome.err)["error"]["code"].GetString(), "refused.unknown_signer");
}

TEST_F(ClubTest, ASignatureThatIsMissingIsAskedFor) {
  open_session();
  const Outcome outcome = secretary({"session", "close", "cci-1"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("--key NAME --key NAME"));
}

TEST_F(ClubTest, TheSameActTwiceIsRecordedOnce) {
  const std::string document = run({"document", "personal", "--text", "somebody"}).out;
  desk_.write("person.json", R"({"basis": "live", "recordedAt": "2026-01-05T10:00:00Z", "subjects": [{"id": "p-9"}],)"
                             R"( "personRegistered": {"id": "p-9", "document": )" +
                                 document + "}}");
  EXPECT_EQ(secretary({"record", "person.json"}).exit_code, 0);
  const Outcome again = secretary({"record", "person.json", "--json"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_STREQ(parsed(again.err)["error"]["code"].GetString(), "refused.duplicate");
  EXPECT_EQ(log_size(), 2U);
}

TEST_F(ClubTest, WhatIsNotThereHasItsOwnExitCode) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"show", "nothing"},
                                                {"show", "#99"},
                                                {"decision", "show", "CCI-2026-099"},
                                                {"session", "show", "cci-9"},
                                                {"key", "show", "nobody"},
                                                {"schema", "noSuchKind"},
                                                {"record", "no-such.json"}}) {
    const bool records = words[0] == "record";
    EXPECT_EQ((records ? secretary(words) : run(words)).exit_code, 3) << words[0] << " " << words[1];
  }
}

TEST_F(ClubTest, WithoutALedgerTheNextStepIsSaid) {
  const Outcome outcome = run({"log", "--ledger", "nowhere"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("jumelage found"));
  EXPECT_FALSE(std::filesystem::exists(desk_.path() / "nowhere"));
}

TEST_F(ClubTest, AUsageErrorIsJsonWhereJsonIsAskedFor) {
  const Outcome outcome = run({"decision", "show", "--json"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_STREQ(parsed(outcome.err)["error"]["code"].GetString(), "tool.usage");
}

TEST_F(ClubTest, ATitleOfBlanksIsRefused) {
  EXPECT_EQ(secretary({"proposal", "table", "charter", "--title", "fr=  "}).exit_code, 2);
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(ClubTest, OneBrokenKeyFileDoesNotHideTheOthers) {
  desk_.write("keys/broken.pub", "no key at all");
  const Outcome outcome = run({"key", "list"});
  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_THAT(outcome.out, HasSubstr("secretary"));
  EXPECT_THAT(outcome.out, HasSubstr("broken.pub"));
}

TEST_F(ClubTest, ARegisterWithoutDeliberationsIsNoImport) {
  desk_.write("empty.csv", "COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET\n");
  EXPECT_NE(desk_.sign({"import", "scdl", "empty.csv", "--body", "cci"}, {"secretary"}).exit_code, 0);
}

class FoundingTest : public ClubTest {
 protected:
  Desk bare_{prepared()};
};

TEST_F(FoundingTest, AFounderWhoDidNotSignLeavesNothingBehind) {
  const Outcome outcome = bare_.sign({"found", "club.json"}, {"es-semara", "timbuktu"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("vijayawada"));
  EXPECT_FALSE(std::filesystem::exists(bare_.ledger()));
}

TEST_F(FoundingTest, AWrongPassphraseLeavesNothingBehind) {
  bare_.write("passphrase", "not the right one\n", 0600);
  EXPECT_EQ(bare_.sign({"found", "club.json"}, founders()).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(bare_.ledger()));
}

TEST_F(FoundingTest, AFolderIsFoundedOnce) {
  const auto id = parsed(run({"log", "--json"}).out)["ledger"].GetString() + std::string();
  const Outcome again = desk_.sign({"found", "club.json"}, founders());
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_EQ(parsed(run({"log", "--json"}).out)["ledger"].GetString(), id);
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(FoundingTest, TwoClubsFromTheSameFileAreTwoLedgers) {
  const Outcome other = bare_.sign({"found", "club.json", "--json"}, founders());
  ASSERT_EQ(other.exit_code, 0) << other.err;
  EXPECT_STRNE(parsed(other.out)["ledger"].GetString(), parsed(run({"log", "--json"}).out)["ledger"].GetString());
}

TEST_F(FoundingTest, AMistakeInTheFileIsNamedWithItsLine) {
  bare_.write("club.json", "{\n\"name\": [],\n\"origine\": \"x\"\n}");
  const Outcome outcome = bare_.sign({"found", "club.json"}, founders());
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("line 3"));
  EXPECT_THAT(outcome.err, HasSubstr("origin"));
}

TEST_F(FoundingTest, AnAnswerForProgramsHoldsNothingElse) {
  const Outcome outcome = bare_.run({"log", "--json"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_TRUE(outcome.out.empty());
  EXPECT_STREQ(parsed(outcome.err)["error"]["code"].GetString(), "store.no_ledger");
}

// The JSON that the program makes of options is nothing that anybody has seen.
TEST_F(ClubTest, AValueThatCannotBeReadIsToldByWhatWasTyped) {
  const Outcome outcome = secretary({"session", "convene", "--scheduled", "next Tuesday", "--urgent", "it rains"});
  EXPECT_NE(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("scheduled"));
  EXPECT_EQ(outcome.err.find("column"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace jumelage::e2e
