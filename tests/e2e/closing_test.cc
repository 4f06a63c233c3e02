// What leaves the register, is closed, hidden, destroyed; and keys that take each other's place.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

class ClosingTest : public ClubTest {
 protected:
  std::string last_sentence() const { return run({"show", "#" + std::to_string(log_size() - 1)}).out; }
  std::string kept(const std::string& name) const {
    desk_.write(name, "annex\n");
    const std::string document = run({"document", "add", name, "--role", "annex"}).out;
    desk_.write("added.json", R"({"basis": "live", "documentAdded": {"to": "cci", "document": )" + document + "}}");
    EXPECT_EQ(secretary({"record", "added.json"}).exit_code, 0);
    return parsed(document)["digest"].GetString();
  }
};

TEST_F(ClosingTest, AYearIsClosedWithTheFiguresOfTheRecord) {
  desk_.write("register.txt", "nothing was decided\n");
  const Outcome closed = council({"register", "close", "2025", "register.txt"});
  EXPECT_THAT(closed.out, HasSubstr("register of cci for 2025 closed: no number, 0 decisions, 0 sessions"));
}

TEST_F(ClosingTest, AVolumeIsClosedUpToItsLastNumber) {
  open_session();
  council({"decision", "vote", "charter", "--for", "es-semara-1,timbuktu-1,vijayawada-1,expert-1", "--announced",
           "adopted"});
  council({"decision", "record", "charter"});
  desk_.write("register.txt", "one decision\n");
  const auto act = parsed(run({"register", "close", "2026", "register.txt", "--volume", "1", "--print-act"}).out);
  EXPECT_EQ(act["registerClosed"]["firstNumber"].GetUint(), 1u);
  EXPECT_EQ(act["registerClosed"]["lastNumber"].GetUint(), 1u);
  EXPECT_EQ(act["registerClosed"]["sessions"].GetUint(), 1u);
  council({"register", "close", "2026", "register.txt", "--volume", "1"});
}

TEST_F(ClosingTest, AYearThatIsNoneIsAMistakeOfUsage) {
  desk_.write("register.txt", "nothing\n");
  EXPECT_EQ(desk_.sign({"register", "close", "last", "register.txt"}, {"es-semara", "secretary"}).exit_code, 2);
}

TEST_F(ClosingTest, ADocumentIsShownToMembersOnly) {
  const std::string digest = kept("annex.txt");
  EXPECT_EQ(secretary({"document", "visibility", digest, "--to", "members", "--reason", "bank details"}).exit_code, 0);
  const Outcome again = secretary({"document", "visibility", digest, "--to", "members", "--reason", "bank details"});
  EXPECT_NE(again.exit_code, 0);
  EXPECT_THAT(again.err, HasSubstr("already"));
}

TEST_F(ClosingTest, ThePersonsDocumentIsErasedByThePersonsId) {
  const Outcome erased = desk_.sign({"document", "erase", "p-2", "--legal-basis", "art. 17"}, {"expert", "secretary"});
  EXPECT_EQ(erased.exit_code, 0) << erased.out << erased.err;
  EXPECT_THAT(erased.out, HasSubstr("destroyed"));
  const Outcome again = desk_.sign({"document", "erase", "p-2", "--legal-basis", "art. 17"}, {"expert", "secretary"});
  EXPECT_EQ(again.exit_code, 3);
  EXPECT_THAT(again.err, HasSubstr("erased already"));
}

TEST_F(ClosingTest, AnExtractIsRecordedByItsDigest) {
  desk_.write("extract.txt", "");
  const auto act = parsed(run({"decision", "extract", "cci", "extract.txt", "--to", "authority", "--print-act"}).out);
  EXPECT_STREQ(act["extractIssued"]["digest"].GetString(),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");  // SHA-256 of nothing, FIPS 180
  EXPECT_EQ(secretary({"decision", "extract", "cci", "extract.txt", "--to", "authority"}).exit_code, 0);
}

TEST_F(ClosingTest, AKeyTakesThePlaceOfAnotherTogetherOrNotAtAll) {
  ASSERT_EQ(run({"key", "new", "secretary-2027", "--passphrase-file", "passphrase"}).exit_code, 0);
  const std::uint64_t before = log_size();
  const std::vector<std::string> rotate = {"key", "rotate", "secretary", "secretary-2027"};
  EXPECT_NE(desk_.sign(rotate, {"es-semara-admin", "secretary-2027"}).exit_code, 0);
  EXPECT_EQ(log_size(), before);
  const Outcome rotated = desk_.sign(rotate, {"es-semara-admin", "timbuktu-admin", "secretary-2027"});
  EXPECT_EQ(rotated.exit_code, 0) << rotated.out << rotated.err;
  EXPECT_EQ(log_size(), before + 2);
  const std::vector<std::string> table = {"proposal", "table", "charter", "--title", "fr=Charte"};
  EXPECT_NE(desk_.sign(table, {"secretary"}).exit_code, 0);
  EXPECT_EQ(desk_.sign(table, {"secretary-2027"}).exit_code, 0);
}

TEST_F(ClosingTest, TheLogIsListedInPages) {
  open_session();
  const auto page = parsed(run({"log", "--from", "0", "--limit", "2", "--json"}).out);
  EXPECT_EQ(page["entries"].Size(), 2u);
  EXPECT_EQ(page["next"].GetUint(), 2u);
  EXPECT_THAT(run({"log", "--from", "0", "--limit", "2"}).out, HasSubstr("add --from 2"));
  EXPECT_FALSE(parsed(run({"log", "--json"}).out).HasMember("next"));
  EXPECT_EQ(run({"log", "--limit", "1001"}).exit_code, 2);
}

TEST_F(ClosingTest, ASessionSaysWhichOfItsActsWereNotRecordedAsTheyHappened) {
  EXPECT_EQ(secretary({"proposal", "table", "charter", "--title", "fr=Charte"}).exit_code, 0);
  EXPECT_EQ(secretary({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", "charter", "--urgent",
                       "first"})
                .exit_code,
            0);
  EXPECT_EQ(parsed(run({"session", "show", "cci-1", "--json"}).out)["notLive"].Size(), 0u);
  council({"session", "open", "cci-1", "--all-present", "--basis", "transcribed"});
  const auto session = parsed(run({"session", "show", "cci-1", "--json"}).out);
  ASSERT_EQ(session["notLive"].Size(), 1u);
  EXPECT_THAT(session["notLive"][0]["basis"].GetString(), HasSubstr("transcribed from paper"));
}

}  // namespace
}  // namespace jumelage::e2e
